#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "manuscript/paper_findings.hpp"
#include "manuscript/sentence_counts.hpp"

namespace moniker::custodian {

using Counts = std::vector<LabelledCount>;
/// How many a sentence says that took part; 0 where it says nothing of it.
std::uint32_t people_said_in(const Block& block, ByteRange sentence, const std::vector<LabelledCount>& counts,
                             const PaperWords& words);

/// Those who a sentence says took part, each kind with its number: "eight cooks and five teachers".
Counts kinds_said_in(const Block& block, ByteRange sentence, const Counts& counts, const PaperWords& words);

double sum_of(const Counts& parts);
/// What the words of a count say of gender; empty where they say nothing.
std::string gender_of(const LabelledCount& one, const PaperWords& words);

/// A sentence whose counts are weighed, with what was said before it.
struct CountedSentence {
  std::string_view text{};
  std::size_t begin = 0;  // in its block
  std::string folded{};
  std::string next{};                                                // the sentence behind it, folded
  std::uint32_t sample = 0;                                          // 0 where none is said
  double last_said = 0;                                              // the last number of the sentence before
  double list_total = 0;                                             // what the list before it in this sentence is of
  double in_total = 0;                                               // "..., with 28 participants in total": 28
  double at_head = 0;                                                // "Of the 24, ...": 24
  double asked_before = 0;                                           // "Forty were invited." before it: 40
  std::size_t head_end = 0;                                          // behind that number, in its block
  std::vector<std::pair<double, std::vector<std::string>>> named{};  // what was counted so far, with its words
};

/// The number that a sentence begins with as the whole of what it tells: "Of the sixteen, ..."; none without.
std::optional<Count> whole_at_head(std::string_view sentence, const PaperWords& words);

/// How many of a kind were counted before: 14 teachers, and not "six were subject teachers"; 0 where none were.
double counted_before(const std::string& noun, const CountedSentence& said, const PaperWords& words);

/// What a list of counts is of, as its sentence says it.
struct BreakdownWhole {
  double total = 0, by_list = 0;  // 0 where nothing says it; by_list: where the sentence itself does
  std::string of{};               // the total's label
  Counts parts{};                 // without the total, where that stood among them
};

/// `before`: the list before, or the count that a bracket stands behind; `found`: the breakdowns before.
BreakdownWhole whole_of_list(Counts chain, const Counts* before, const CountedSentence& said,
                             const std::vector<Breakdown>& found, const PaperWords& words);

/// Where a list's own total stands in it: what all behind it add up to; its size where nowhere.
std::size_t whole_at(const Counts& chain, const CountedSentence& said, const PaperWords& words);
/// "14 patients and nine nurses" was said before, and this sentence tells 14 of the patients apart: that part; null
/// where there is none.
const BreakdownPart* part_that_is(double sum, const CountedSentence& said, const std::vector<Breakdown>& found,
                                  const PaperWords& words);

}  // namespace moniker::custodian
