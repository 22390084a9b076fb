// What a paper counts in two places, and differently: the parts of its sample, or the sample itself.
#include "manuscript/breakdown_conflicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_whole.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

using Verdict = Breakdown::Verdict;
using PartsByLabel = std::map<std::string, double>;

constexpr double least_people = 8, most_apart = 2;

std::string shown(const PartsByLabel& parts, const Breakdown& as) {
  std::vector<std::string> values;
  for (const BreakdownPart& part : as.parts) {
    for (const auto& [label, value] : parts) {
      if (label == part.label) values.push_back(fmt::format("{}", value));
    }
  }
  return fmt::format("{}", fmt::join(values, " + "));
}

/// By what its parts are called; empty where two are called the same, or one by nothing.
PartsByLabel parts_by_label(const Breakdown& one, const PaperWords& words) {
  PartsByLabel parts;
  for (const BreakdownPart& part : one.parts) {
    const std::string label = plain_label(part.label, words);
    if (label.empty() || !parts.emplace(label, part.value).second) return {};
  }
  return parts;
}

/// The same with the labels as this breakdown has them.
PartsByLabel as_labelled(const PartsByLabel& parts, const Breakdown& as, const PaperWords& words) {
  PartsByLabel out;
  for (const BreakdownPart& part : as.parts) {
    const auto found = parts.find(plain_label(part.label, words));
    if (found != parts.end()) out[part.label] = found->second;
  }
  return out;
}

bool same_labels(const PartsByLabel& a, const PartsByLabel& b) {
  return !a.empty() && a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) { return x.first == y.first; });
}

/// "college tutors" and "Tutors (T)": one is the other with more before it, or with its letter behind it.
bool is_like_label(const BreakdownPart& a, const BreakdownPart& b, const PaperWords& words) {
  const auto bare = [&](const BreakdownPart& part) {
    return plain_label(trimmed(std::string_view(part.label).substr(0, part.label.find('('))), words);
  };
  const std::string one = bare(a), other = bare(b);
  return !one.empty() && !other.empty() && (one == other || one.ends_with(" " + other) || other.ends_with(" " + one));
}

/// Both count the same kinds of people, each kind by one part.
bool count_like_kinds(const Breakdown& a, const Breakdown& b, const PaperWords& words) {
  return a.parts.size() == b.parts.size() && std::all_of(a.parts.begin(), a.parts.end(), [&](const auto& part) {
           return std::count_if(b.parts.begin(), b.parts.end(),
                                [&](const auto& other) { return is_like_label(part, other, words); }) == 1;
         });
}

/// The sample's kinds counted in another place, there by one or two more or less, so that its sum is another: the text
/// has 22, 12 and eight, and the table 22, 11 and eight.
bool misses_sample(const Breakdown& one, const Breakdown& of_sample, const PaperWords& words) {
  const double apart = std::abs(one.total - of_sample.total);
  if (one.percent || one.verdict != Verdict::adds_up || apart == 0 || apart > most_apart || one.total < least_people)
    return false;
  return count_like_kinds(one, of_sample, words);
}

bool is_of_sample(const Breakdown& one, std::uint32_t sample) {
  return !one.percent && one.verdict == Verdict::adds_up && one.parts.size() >= 2 && one.total == sample &&
         one.of.empty();
}

/// What an attribution says of somebody in the words of a label.
bool says(const Attribution& row, std::string_view label, const PaperWords& words) {
  const auto told = attributes_of(label, 0, words);
  return !told.empty() && std::all_of(told.begin(), told.end(), [&](const Attribute& wanted) {
    return std::any_of(row.attributes.begin(), row.attributes.end(), [&](const Attribute& has) {
      if (wanted.kind.empty()) return plain_label(has.written, words) == plain_label(wanted.written, words);
      return says_as_much(has, wanted);
    });
  });
}

/// "men" of "men with a mean age of 73"; else the label without what leads to it.
std::string compared_label(const BreakdownPart& part, const PaperWords& words) {
  for (const std::string& word : folded_words(part.label)) {
    LabelledCount one;
    one.label = word;
    if (!gender_of(one, words).empty()) return word;
  }
  return plain_label(part.label, words);
}

/// A breakdown's parts as the rows of the paper's table of people have them; empty where they have not all of them.
PartsByLabel counted_in_table(const Breakdown& one, const std::vector<const Attribution*>& rows,
                              const PaperWords& words) {
  PartsByLabel parts;
  double all = 0;
  for (const BreakdownPart& part : one.parts) {
    const std::string label = compared_label(part, words);
    const auto count = static_cast<double>(
        std::count_if(rows.begin(), rows.end(), [&](const Attribution* row) { return says(*row, label, words); }));
    if (count == 0 || !parts.emplace(part.label, count).second) return {};
    all += count;
  }
  return all == static_cast<double>(rows.size()) ? parts : PartsByLabel{};
}

/// What a breakdown's sentence says that its total is of: "patients" of "24 patients, 12 women and 12 men"; empty where
/// it says no such thing, or "people".
std::string noun_of_total(const Breakdown& one, const PaperWords& words) {
  const std::string_view said = one.where.words;
  for (const Count& count : counts_in(said, words)) {
    if (count.value != one.total || count.percent) continue;
    const auto behind = folded_words(said.substr(count.bytes.end, 40));
    if (!behind.empty() && !is_one_of(behind[0], words.everybody)) return behind[0];
  }
  return {};
}

/// "24 nurses, 15 women and nine men" and "24 patients, 12 women and 12 men" are two samples.
bool are_of_two(const Breakdown& a, const Breakdown& b, const PaperWords& words) {
  const std::string one = noun_of_total(a, words), other = noun_of_total(b, words);
  return !one.empty() && !other.empty() && !is_same_noun(one, other, words);
}

void make_wrong(Breakdown& one, std::string against) {
  one.verdict = Verdict::wrong;
  one.against = std::move(against);
}

/// Whether the paper tells of somebody who came to be counted no more.
bool tells_of_leaving(const Manuscript& paper, const PaperWords& words) {
  return std::any_of(paper.blocks.begin(), paper.blocks.end(), [&](const Block& block) {
    return block.kind == BlockKind::body && says_one_of(fold(block.text), words.fell_out);
  });
}

/// Another number of people that the paper says took part, in so many words, and nearly as many; 0 where there is none.
std::uint32_t other_sample(const std::vector<StatedSample>& samples, std::uint32_t sample) {
  std::uint32_t other = 0;
  for (const StatedSample& one : samples) {
    const double apart = one.people > sample ? one.people - sample : sample - one.people;
    if (one.summed || one.people == sample || apart > most_apart || one.people < least_people) continue;
    if (other > 0 && other != one.people) return 0;
    other = one.people;
  }
  return other;
}

}  // namespace

void find_conflicts(std::vector<Breakdown>& breakdowns, const Manuscript& paper, const PaperTalk& talk,
                    const std::vector<StatedSample>& samples, const PaperWords& words) {
  const std::uint32_t sample = sample_of(samples);
  if (sample < least_people) return;
  std::vector<const Attribution*> rows;
  for (const Attribution& one : talk.attributions) {
    if (one.form == AttributionForm::row) rows.push_back(&one);
  }
  for (std::size_t i = 0; i < breakdowns.size(); ++i) {
    Breakdown& later = breakdowns[i];
    if (!is_of_sample(later, sample)) continue;
    const PartsByLabel parts = parts_by_label(later, words);
    for (std::size_t j = 0; j < i; ++j) {
      const PartsByLabel before =
          is_of_sample(breakdowns[j], sample) ? parts_by_label(breakdowns[j], words) : PartsByLabel{};
      if (!same_labels(parts, before) || parts == before || are_of_two(later, breakdowns[j], words)) continue;
      make_wrong(later, shown(as_labelled(before, later, words), later));
      break;
    }
    if (later.verdict == Verdict::wrong || rows.size() != sample || later.in_table) continue;
    PartsByLabel in_table = counted_in_table(later, rows, words), own;
    for (const BreakdownPart& part : later.parts) own[part.label] = part.value;
    if (!in_table.empty() && in_table != own) make_wrong(later, shown(in_table, later));
  }
  const bool left = tells_of_leaving(paper, words);
  for (Breakdown& one : breakdowns) {
    const auto other = std::find_if(breakdowns.begin(), breakdowns.end(), [&](const Breakdown& of_all) {
      return !left && is_of_sample(of_all, sample) && misses_sample(one, of_all, words);
    });
    if (other != breakdowns.end()) make_wrong(one, sum_shown(*other));
  }
  const bool wrong = std::any_of(breakdowns.begin(), breakdowns.end(),
                                 [](const Breakdown& one) { return one.verdict == Verdict::wrong; });
  const std::uint32_t other = wrong || left ? 0 : other_sample(samples, sample);
  if (other == 0) return;
  const auto tells_more = [&](const Breakdown& a, const Breakdown& b) {
    const auto parts = [&](const Breakdown& one) {
      return is_of_sample(one, sample) || is_of_sample(one, other) ? one.parts.size() : 0;
    };
    return parts(a) < parts(b);
  };
  const auto most = std::max_element(breakdowns.begin(), breakdowns.end(), tells_more);
  if (most == breakdowns.end() || !(is_of_sample(*most, sample) || is_of_sample(*most, other))) return;
  make_wrong(*most, fmt::format("{}", most->total == sample ? other : sample));
}

}  // namespace moniker::custodian
