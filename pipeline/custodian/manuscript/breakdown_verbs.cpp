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

constexpr std::size_t most_before_versus = 60, longest_of_two_clauses = 1000;

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

/// All numbers but those of things: "between the two rounds four withdrew" has one.
std::vector<Count> people_in(std::string_view clause, const PaperWords& words) {
  auto counts = counts_in(clause, words);
  std::erase_if(counts, [&](const Count& count) {
    const auto behind = folded_words(clause.substr(count.bytes.end, 24));
    return !behind.empty() && words.units.contains(behind[0]);
  });
  return counts;
}

/// A sentence of two clauses with a number each, one of those who left and one of those who stayed.
struct LostAndKept {
  double first = 0, second = 0, kept = 0;
};

std::optional<LostAndKept> lost_and_kept(std::string_view said, const PaperWords& words) {
  if (said.size() > longest_of_two_clauses) return std::nullopt;
  for (std::size_t sign = said.find_first_of(",;"); sign != said.npos; sign = said.find_first_of(",;", sign + 1)) {
    const std::string_view one = said.substr(0, sign), other = said.substr(sign);
    const auto these = people_in(one, words), those = people_in(other, words);
    if (these.size() != 1 || those.size() != 1 || these[0].percent || those[0].percent) continue;
    const std::string first = fold(one), second = fold(other);
    const bool lost_first = says_one_of(first, words.lost) && says_one_of(second, words.kept),
               kept_first = says_one_of(first, words.kept) && says_one_of(second, words.lost);
    if (lost_first == kept_first) continue;
    return LostAndKept{these[0].value, those[0].value, lost_first ? those[0].value : these[0].value};
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

std::optional<Breakdown> attrition_in(double& before, const std::vector<double>& wholes, const CountedSentence& said,
                                      const Place& at, const PaperWords& words) {
  const auto waves = lost_and_kept(said.text, words);
  if (!waves) return std::nullopt;
  const double sum = waves->first + waves->second, kept = waves->kept;
  const bool first_wave = before == 0;
  const auto of = std::find_if(wholes.begin(), wholes.end(), [&](double one) {
    const double most = says_one_of(said.folded, words.again) ? 2 : 0;
    return one >= 8 && std::abs(one - sum) <= most;
  });
  const bool exact = std::find(wholes.begin(), wholes.end(), sum) != wholes.end();
  const double whole = !first_wave ? before : exact ? sum : of != wholes.end() ? *of : 0;
  before = kept;
  const double off = std::abs(sum - whole);
  if (whole < 3 || off > 2) return std::nullopt;
  LabelledCount one, other;
  one.value = waves->first;
  other.value = waves->second;
  Breakdown all = breakdown_of({one, other}, sum, whole, said, at);
  all.verdict = off == 0 ? Verdict::adds_up : Verdict::wrong;
  return all;
}

}  // namespace moniker::custodian
