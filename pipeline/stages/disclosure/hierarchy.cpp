// Merging: values give way to broader ones that somebody wrote down, bands to wider ones, and rare values to one.
#include "disclosure/hierarchy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <climits>
#include <cmath>
#include <utility>

#include "base/csv.hpp"
#include "moniker/error.hpp"

namespace moniker::disclosure {
namespace {

constexpr std::string_view pooled = "other";

/// 30-39, or 90+ without an end.
struct Band {
  long begin = 0;
  std::optional<long> end{};
};
std::optional<Band> band_of_value(const std::string& value) {
  Band band;
  const char* const stop = value.data() + value.size();
  const auto [at, error] = std::from_chars(value.data(), stop, band.begin);
  if (error != std::errc() || at == stop || at == value.data()) return std::nullopt;
  if (*at == '+' && at + 1 == stop) return band;
  long end = 0;
  const auto [rest, wrong] = std::from_chars(at + 1, stop, end);
  if (*at != '-' || wrong != std::errc() || rest != stop || end < band.begin) return std::nullopt;
  band.end = end;
  return band;
}

/// Whether bands are what a column tells: two at least, and no more other words than those (unknown, other).
bool is_of_bands(const Column& column) {
  std::size_t bands = 0, others = 0;
  for (const std::string& value : column.values) ++(band_of_value(value) ? bands : others);
  return bands >= 2 && others <= bands;
}

/// The width that all bands of a column have; nothing where they differ.
std::optional<long> width_of(const Column& column) {
  std::optional<long> width;
  for (const std::string& value : column.values) {
    const auto band = band_of_value(value);
    if (!band || !band->end) continue;
    const long one = *band->end - band->begin + 1;
    if (band->begin % one != 0 || (width && *width != one)) return std::nullopt;
    width = one;
  }
  return width;
}

std::vector<std::int64_t> counts_of(const People& people, std::size_t column) {
  std::vector<std::int64_t> counts(people.columns[column].values.size());
  for (const auto& row : people.rows) ++counts[row[column]];
  return counts;
}

std::vector<Recoding> wider_bands(const Column& column, long width) {
  std::optional<long> open;
  for (const std::string& value : column.values) {
    const auto band = band_of_value(value);
    if (band && !band->end) open = open ? std::min(*open, band->begin) : band->begin;
  }
  std::vector<Recoding> all;
  for (const long times : {2L, 4L, 8L}) {
    Recoding recoding{.how = fmt::format("in steps of {}", width * times)};
    for (const std::string& value : column.values) {
      const auto band = band_of_value(value);
      const long begin = band ? band->begin / (width * times) * (width * times) : 0, end = begin + width * times - 1;
      recoding.becomes.push_back(!band                  ? value
                                 : open && *open <= end ? fmt::format("{}+", begin)
                                                        : fmt::format("{}-{}", begin, end));
    }
    all.push_back(std::move(recoding));
  }
  return all;
}

/// The bands that a recoding leaves, by their beginnings, and how many people are in each.
struct CountedBand {
  Band band{};
  std::int64_t people = 0;
};
std::vector<CountedBand> bands_left(const Recoding& recoding, const std::vector<std::int64_t>& counts) {
  std::map<std::pair<long, long>, CountedBand> bands;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto band = band_of_value(recoding.becomes[i]);
    if (!band) continue;
    CountedBand& one = bands[{band->begin, band->end.value_or(LONG_MAX)}];
    one.band = *band;
    one.people += counts[i];
  }
  std::vector<CountedBand> all;
  for (const auto& [place, band] : bands) all.push_back(band);
  return all;
}

void join_next(std::vector<CountedBand>& bands, std::size_t first) {
  const auto& [here, next] = std::pair(bands[first].band.end, bands[first + 1].band.end);
  bands[first].band.end =
      here && next ? std::optional(std::max(*here, *next)) : std::nullopt;  // one may hold the other
  bands[first].people += bands[first + 1].people;
  bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(first) + 1);
}

void join_ends(std::vector<CountedBand>& bands, std::int64_t rare) {
  while (bands.size() > 2 && bands.back().people < rare) join_next(bands, bands.size() - 2);
  while (bands.size() > 2 && bands.front().people < rare) join_next(bands, 0);
}

/// The smallest with its smaller neighbour, until none is small.
void join_neighbours(std::vector<CountedBand>& bands, std::int64_t rare) {
  while (bands.size() > 2) {
    const auto least = std::min_element(bands.begin(), bands.end(),
                                        [](const CountedBand& a, const CountedBand& b) { return a.people < b.people; });
    if (least->people >= rare) return;
    const auto at = static_cast<std::size_t>(least - bands.begin());
    const bool down = at > 0 && (at + 1 == bands.size() || bands[at - 1].people <= bands[at + 1].people);
    join_next(bands, down ? at - 1 : at);
  }
}

Recoding joined_bands(const Recoding& from, const std::vector<CountedBand>& bands, std::string_view what) {
  Recoding recoding{.how = from.how.empty() ? std::string(what) : fmt::format("{}, {}", from.how, what)};
  for (const std::string& value : from.becomes) {
    const auto is = band_of_value(value);
    const auto holds = std::find_if(bands.begin(), bands.end(), [&](const CountedBand& one) {
      return is && one.band.begin <= is->begin && (!one.band.end || is->begin <= *one.band.end);
    });
    recoding.becomes.push_back(holds == bands.end() ? value
                               : holds->band.end    ? fmt::format("{}-{}", holds->band.begin, *holds->band.end)
                                                    : fmt::format("{}+", holds->band.begin));
  }
  return recoding;
}

/// In wider bands, and in each width with what is small joined. One band alone would tell nothing.
std::vector<Recoding> of_bands(const People& people, std::size_t column, std::int64_t rare) {
  const Column& values = people.columns[column];
  const auto counts = counts_of(people, column);
  std::vector<Recoding> widths{{.how = {}, .becomes = values.values}};
  if (const auto width = width_of(values)) {
    for (Recoding& wider : wider_bands(values, *width)) widths.push_back(std::move(wider));
  }
  std::vector<Recoding> all(widths.begin() + 1, widths.end());
  for (const Recoding& width : widths) {
    auto ends = bands_left(width, counts), neighbours = ends;
    join_ends(ends, rare);
    join_neighbours(neighbours, rare);
    all.push_back(joined_bands(width, ends, "small ends joined"));
    all.push_back(joined_bands(width, neighbours, "small bands joined"));
  }
  std::vector<Recoding> apart;
  for (Recoding& one : all) {
    const bool known =
        std::any_of(apart.begin(), apart.end(), [&](const Recoding& other) { return other.becomes == one.becomes; });
    if (!known && bands_left(one, counts).size() >= 2) apart.push_back(std::move(one));
  }
  return apart;
}

std::vector<Recoding> by_hierarchy(const Column& column, const std::map<std::string, std::vector<std::string>>& steps) {
  std::size_t most = 0;
  for (const std::string& value : column.values) {
    const auto found = steps.find(value);
    if (found != steps.end()) most = std::max(most, found->second.size());
  }
  std::vector<Recoding> all;
  for (std::size_t step = 1; step <= most; ++step) {
    Recoding recoding{.how = fmt::format("by the hierarchy, step {}", step)};
    for (const std::string& value : column.values) {
      const auto found = steps.find(value);
      const bool stays = found == steps.end() || found->second.empty();
      recoding.becomes.push_back(stays ? value : found->second[std::min(step, found->second.size()) - 1]);
    }
    all.push_back(std::move(recoding));
  }
  return all;
}

std::vector<Recoding> rare_as_one(const People& people, std::size_t column, std::int64_t rare) {
  const auto& values = people.columns[column].values;
  const auto counts = counts_of(people, column);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i].empty() && values[i] != pooled) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] < counts[b]; });
  Recoding recoding{.how = "rare values as other", .becomes = values};
  std::int64_t together = 0;
  std::size_t taken = 0;
  for (const std::size_t i : order) {
    if (counts[i] >= rare && (taken == 0 || together >= rare)) break;
    recoding.becomes[i] = pooled;
    together += counts[i];
    ++taken;
  }
  if (taken < 2 || taken == order.size()) return {};
  return {recoding};
}

double entropy_of(const std::vector<std::int64_t>& counts) {
  double all = 0, entropy = 0;
  for (const std::int64_t count : counts) all += static_cast<double>(count);
  for (const std::int64_t count : counts) {
    const double share = static_cast<double>(count) / all;
    if (count > 0) entropy -= share * std::log2(share);
  }
  return entropy;
}

std::size_t small_cells(const People& people, const Printing& printing) {
  std::size_t small = 0;
  for (const auto& [cell, count] : counted(people, printing.tables)) small += count > 0 && count < printing.threshold;
  return small;
}

}  // namespace

Hierarchy parse_hierarchy(std::string_view csv, const std::string& file) {
  Hierarchy hierarchy;
  hierarchy.file = file;
  bool first = true;
  for (const CsvRow& row : parse_csv(csv, file)) {
    const bool heading = std::exchange(first, false) && row.cells.front().text == "column";
    if (heading) continue;
    if (row.cells.size() < 3 || row.cells[1].text.empty()) {
      throw Error::usage("a row of a hierarchy has a column, a value and what is broader",
                         "write for instance: role,Physiotherapist,Allied health professional,Staff",
                         {file, row.cells.front().at});
    }
    hierarchy.at.try_emplace({row.cells[0].text, row.cells[1].text}, row.cells[0].at);
    auto& broader = hierarchy.broader[row.cells[0].text][row.cells[1].text];
    for (std::size_t i = 2; i < row.cells.size() && !row.cells[i].text.empty(); ++i)
      broader.push_back(row.cells[i].text);
  }
  return hierarchy;
}

void require_known(const Hierarchy& hierarchy, const People& people) {
  for (const auto& [named, at] : hierarchy.at) {
    const std::string &name = named.first, &value = named.second;
    const auto column =
        std::find_if(people.columns.begin(), people.columns.end(), [&](const Column& one) { return one.name == name; });
    std::string wrong;
    if (column == people.columns.end())
      wrong = fmt::format("there is no column \"{}\" in the attributes", name);
    else if (std::find(column->values.begin(), column->values.end(), value) == column->values.end())
      wrong = fmt::format("nobody has \"{}\" in the column \"{}\"", value, name);
    if (wrong.empty()) continue;
    throw Error::usage(wrong, "write columns and values as the table shows them, or take the row out",
                       {hierarchy.file, at});
  }
}

std::vector<Recoding> recodings_of(const People& people, std::size_t column, const Hierarchy& hierarchy,
                                   std::int64_t rare) {
  const auto found = hierarchy.broader.find(people.columns[column].name);
  std::vector<Recoding> all;
  if (found != hierarchy.broader.end())
    all = by_hierarchy(people.columns[column], found->second);
  else if (is_of_bands(people.columns[column]))
    all = of_bands(people, column, rare);
  else
    all = rare_as_one(people, column, rare);
  std::erase_if(all, [&](const Recoding& one) { return one.becomes == people.columns[column].values; });
  return all;
}

People recoded(const People& people, std::size_t column, const Recoding& recoding) {
  People out = people;
  auto& values = out.columns[column].values;
  values = recoding.becomes;
  std::sort(values.begin(), values.end(), stands_before);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  for (auto& row : out.rows) {
    const auto at = std::find(values.begin(), values.end(), recoding.becomes[row[column]]);
    row[column] = static_cast<std::uint32_t>(at - values.begin());
  }
  return out;
}

double bits_of(const People& people, std::size_t column) { return entropy_of(counts_of(people, column)); }

double lost_by(const People& people, std::size_t column, const Recoding& recoding) {
  const double before = bits_of(people, column);
  return before > 0 ? 1 - bits_of(recoded(people, column, recoding), column) / before : 0;
}

Merged merged(People people, const Printing& printing, const Hierarchy& hierarchy) {
  Merged out;
  for (std::size_t small = small_cells(people, printing); small > 0;) {
    std::optional<std::pair<std::size_t, Recoding>> best;
    double best_loss = 0;
    std::size_t best_small = small;
    for (std::size_t column = 0; column < people.columns.size(); ++column) {
      for (Recoding& recoding : recodings_of(people, column, hierarchy, printing.threshold)) {
        const std::size_t left = small_cells(recoded(people, column, recoding), printing);
        const double loss = lost_by(people, column, recoding);
        if (left > best_small || (left == best_small && (!best || loss >= best_loss))) continue;
        best.emplace(column, std::move(recoding));
        best_loss = loss;
        best_small = left;
      }
    }
    if (!best) break;
    const auto& [column, recoding] = *best;
    People next = recoded(people, column, recoding);
    out.merges.push_back({people.columns[column].name, recoding.how, people.columns[column].values.size(),
                          next.columns[column].values.size(), best_loss});
    people = std::move(next);
    small = best_small;
  }
  out.people = std::move(people);
  return out;
}

}  // namespace moniker::disclosure
