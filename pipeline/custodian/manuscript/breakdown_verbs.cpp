// Breakdowns that are no lists: a verb sets two numbers against each other, or tells who left and who stayed.
#include "manuscript/breakdown_verbs.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_shares.hpp"

namespace moniker::custodian {
namespace {

using Verdict = Breakdown::Verdict;

constexpr std::size_t most_before_versus = 60;

/// A number of folded words: "seventeen", "17"; 0 where it is none.
double number_of_word(const std::string& word, const PaperWords& words) {
  const auto counts = counts_in(word, words);
  return counts.size() == 1 && !counts[0].percent ? counts[0].value : 0;
}

/// "by seventeen to ten", "17 to ten", "17:10": the two numbers; none where they are a span of something else.
std::optional<std::pair<double, double>> two_against(const std::string& behind, const PaperWords& words) {
  const auto said = folded_words(behind.substr(0, most_before_versus));
  for (std::size_t i = 0; i + 2 < said.size(); ++i) {
    if (!is_one_of(said[i + 1], words.range)) continue;
    const double one = number_of_word(said[i], words), other = number_of_word(said[i + 2], words);
    if (one >= 2 && other >= 1) return std::pair{one, other};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Breakdown> versus_in(const CountedSentence& said, const std::vector<double>& wholes, const Place& at,
                                   const PaperWords& words) {
  for (const std::string& verb : words.versus) {
    const std::size_t found = (" " + said.folded).find(" " + verb + " ");
    if (found == std::string::npos) continue;
    const auto two = two_against(said.folded.substr(found), words);
    if (!two) continue;
    const double sum = two->first + two->second;
    LabelledCount one, other;
    one.value = two->first, one.label = said.folded.substr(0, found);
    other.value = two->second;
    if (std::find(wholes.begin(), wholes.end(), sum) != wholes.end()) {
      Breakdown all = breakdown_of({one, other}, sum, sum, said, at);
      all.verdict = Verdict::adds_up;
      return all;
    }
    for (const double whole : wholes) {
      if (whole < 8 || std::abs(sum - whole) > std::max(2.0, whole * 0.1)) continue;
      Breakdown all = breakdown_of({one, other}, sum, whole, said, at);
      all.verdict = Verdict::wrong;
      return all;
    }
  }
  return std::nullopt;
}

std::optional<Breakdown> attrition_in(const Counts& counts, double& before, const std::vector<double>& wholes,
                                      const CountedSentence& said, const Place& at, const PaperWords& words) {
  if (counts.size() != 2 || counts[0].percent || counts[1].percent || counts[0].bracketed || counts[1].bracketed)
    return std::nullopt;
  const auto clause = [&](std::size_t from, std::size_t to) {
    return fold(said.text.substr(from - said.begin, std::min(to, said.begin + said.text.size()) - from));
  };
  const std::size_t middle = said.text.find_first_of(",;", counts[0].bytes.end - said.begin);
  if (middle == said.text.npos || middle + said.begin > counts[1].bytes.begin) return std::nullopt;
  const std::string first = clause(said.begin, said.begin + middle),
                    second = clause(said.begin + middle, said.begin + said.text.size());
  const bool lost_first = says_one_of(first, words.lost) && says_one_of(second, words.kept),
             kept_first = says_one_of(first, words.kept) && says_one_of(second, words.lost);
  if (lost_first == kept_first) return std::nullopt;
  const double sum = counts[0].value + counts[1].value;
  const bool first_wave = before == 0;
  const double whole = !first_wave ? before : std::find(wholes.begin(), wholes.end(), sum) != wholes.end() ? sum : 0;
  before = counts[lost_first ? 1 : 0].value;
  const double off = std::abs(sum - whole);
  if (whole < 3 || off > 2) return std::nullopt;
  Breakdown one = breakdown_of(counts, sum, whole, said, at);
  one.verdict = off == 0 ? Verdict::adds_up : Verdict::wrong;
  return one;
}

}  // namespace moniker::custodian
