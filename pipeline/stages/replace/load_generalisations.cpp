// Reads rules/lists into the look-ups. The lists' formats stand in their own first lines ("# name<TAB>kind
// ...").
#include <algorithm>
#include <fstream>
#include <functional>
#include <vector>

#include "base/fold.hpp"
#include "moniker/error.hpp"
#include "replace/generalisations.hpp"

namespace moniker::replace {
namespace {

using Fields = std::vector<std::string_view>;
using TakeRow = std::function<void(const std::string& folded, const Fields& fields)>;

Fields split(std::string_view line) {
  Fields fields;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

/// Calls `take` for each row with its first column folded. Lines that begin with # are about the list.
void read_list(const std::filesystem::path& path, std::size_t columns, const TakeRow& take) {
  std::ifstream file(path);
  if (!file) {
    throw Error({.file = path.string(),
                 .what = "this list cannot be read",
                 .remedy = "give the rules folder of the installation, or build the lists again"});
  }
  std::uint32_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const Fields fields = split(line);
    if (fields.size() < columns) {
      throw Error({.file = path.string(),
                   .at = {number, 0},
                   .what = "a row has " + std::to_string(fields.size()) + " columns of " + std::to_string(columns),
                   .remedy = "separate the columns by tabs"});
    }
    take(fold(fields[0]), fields);
  }
}

/// True for what is more than a village or a part of a town.
bool is_large(std::string_view type) {
  return type != "village" && type != "suburb" && type != "place" && type != "natural feature" && type != "area" &&
         type != "phone area";
}

/// A county is its own; most rows name the one they lie in.
std::string county_of(const Fields& f) {
  return std::string(f[2].empty() && f[1].find("county") != std::string_view::npos ? f[0] : f[2]);
}

void merge(BritishPlace& known, bool first, const Fields& f) {
  const std::string_view region = f[3], nation = f[4];
  known.large = known.large || is_large(f[1]);
  if (nation.empty()) return;
  if (first || known.nation.empty()) {
    known.county = county_of(f);
    known.region = region;
    known.nation = nation;
  } else if (known.nation != nation) {
    known.region.clear();
    known.nation = "?";  // stays different from every nation to come
  } else if (known.region != region && !region.empty()) {
    known.region = known.region.empty() ? std::string(region) : std::string("?");
  }
  if (known.county != county_of(f)) known.county = "?";
}

void settle(std::unordered_map<std::string, BritishPlace>& places) {
  for (auto& [name, place] : places) {
    if (place.nation == "?") place.nation.clear();
    if (place.region == "?") place.region.clear();
    if (place.county == "?" || place.region.empty()) place.county.clear();
  }
}

void load_places(Generalisations& tables, const std::filesystem::path& lists) {
  read_list(lists / "places/gb.tsv", 5, [&](const std::string& name, const Fields& f) {
    const auto [at, first] = tables.british.try_emplace(name);
    merge(at->second, first, f);
    for (const std::string_view broad : {f[3], f[4]}) {
      if (!broad.empty()) tables.broad.try_emplace(fold(broad), broad);
      if (!broad.empty()) tables.nation_of.try_emplace(fold(broad), f[4]);
    }
  });
  settle(tables.british);
  read_list(lists / "places/world.tsv", 3, [&](const std::string& name, const Fields& f) {
    const auto [at, first] = tables.abroad.try_emplace(name, f[2]);
    if (!first && at->second != f[2]) at->second.clear();
  });
  read_list(lists / "places/countries.tsv", 2,
            [&](const std::string& name, const Fields& f) { tables.broad.try_emplace(name, f[0]); });
  read_list(lists / "ids/postcode_areas.tsv", 4, [&](const std::string& area, const Fields& f) {
    tables.postcode_areas[area] = {"", std::string(f[2]), std::string(f[3]), true};
  });
}

void load_organisations(Generalisations& tables, const std::filesystem::path& lists) {
  const auto add = [&](const std::string& name, std::string_view kind) {
    if (!kind.empty()) tables.organisations.try_emplace(name, kind);
  };
  for (const char* list : {"orgs/health.tsv", "orgs/brands.tsv", "orgs/bodies.tsv"}) {
    read_list(lists / list, 2, [&](const std::string& name, const Fields& f) { add(name, organisation_kind(f[1])); });
  }
  struct Plain {
    const char* list;
    std::string_view kind;
  };
  for (const Plain& plain : {Plain{"orgs/universities.txt", "UNIVERSITY"}, Plain{"orgs/colleges_schools.txt", "SCHOOL"},
                             Plain{"orgs/charities.txt", "CHARITY"}, Plain{"orgs/government.txt", "PUBLIC BODY"}}) {
    read_list(lists / plain.list, 1, [&](const std::string& name, const Fields&) { add(name, plain.kind); });
  }
}

void load_people(Generalisations& tables, const std::filesystem::path& lists) {
  read_list(lists / "groups/occupations.tsv", 2, [&](const std::string& name, const Fields& f) {
    auto& broader = tables.occupations[name];
    if (broader.empty()) broader = f[1];
  });
  for (const char* list : {"groups/ethnic_groups.tsv", "groups/religions.tsv"}) {
    read_list(lists / list, 2,
              [&](const std::string& name, const Fields& f) { tables.groups.try_emplace(name, f[1]); });
  }
  read_list(lists / "places/demonyms.tsv", 2, [&](const std::string& name, const Fields& f) {
    const bool british = f.size() > 3 && !f[3].empty();
    const std::string_view broader = british ? f[3] : continent_of(f[1]);
    if (!broader.empty()) tables.demonyms.try_emplace(name, broader);
  });
  read_list(lists / "calendar.tsv", 2, [&](const std::string& name, const Fields&) { tables.calendar.insert(name); });
}

}  // namespace

std::shared_ptr<const Generalisations> load_generalisations(const std::filesystem::path& lists) {
  auto tables = std::make_shared<Generalisations>();
  load_places(*tables, lists);
  load_organisations(*tables, lists);
  load_people(*tables, lists);
  return tables;
}

}  // namespace moniker::replace
