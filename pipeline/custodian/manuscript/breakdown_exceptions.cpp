// Breakdowns of two parts of which one is told by the other: all but so many, one gender and then the other, half.
#include "manuscript/breakdown_exceptions.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_shares.hpp"

namespace moniker::custodian {
namespace {

using Verdict = Breakdown::Verdict;

/// Adds up, or misses by little; nothing where the two have nothing to do with each other.
std::optional<Breakdown> of_two(const Counts& parts, double whole, const SentencePair& in) {
  const double sum = sum_of(parts), off = std::abs(sum - whole);
  if (whole < 3 || off > std::max(3.0, whole * 0.15)) return std::nullopt;
  Breakdown one = breakdown_of(parts, sum, whole, in.said, in.at);
  one.verdict = off == 0 ? Verdict::adds_up : Verdict::wrong;
  return one;
}

bool is_other_gender(const LabelledCount& one, const LabelledCount& other, const PaperWords& words) {
  const std::string a = gender_of(one, words), b = gender_of(other, words);
  return !a.empty() && !b.empty() && a != b;
}

bool is_same_gender(const LabelledCount& one, const LabelledCount& other, const PaperWords& words) {
  const std::string a = gender_of(one, words);
  return !a.empty() && a == gender_of(other, words);
}

/// "the four women", "the remaining six": whom the sentence has told of already.
bool is_told_again(std::string_view before, const PaperWords& words) {
  const std::string folded = fold(trimmed(before, " ,;:"));
  return !tail_of(folded, words.the).empty() || !tail_of(folded, words.rest_leads).empty();
}

/// "All but one were women": one is a man, and may be given away by it.
std::optional<Breakdown> one_excepted(const LabelledCount& except, double whole, const SentencePair& in,
                                      const PaperWords& words) {
  const std::string gender = gender_of(except, words);
  if (except.value != 1 || (gender != "male" && gender != "female") || words.he.empty() || words.she.empty())
    return std::nullopt;
  LabelledCount most = except, one = except;
  most.value = whole - 1;
  one.label = (gender == "male" ? words.she : words.he).front();
  return of_two({most, one}, whole, in);
}

bool takes_rest(std::string_view before, const PaperWords& words) {
  return !tail_of(fold(trimmed(before, " ,;:")), words.rest_leads).empty();
}

}  // namespace

double nearest(double sum, std::initializer_list<double> wholes) {
  return *std::min_element(wholes.begin(), wholes.end(),
                           [&](double a, double b) { return std::abs(a - sum) < std::abs(b - sum); });
}

std::optional<Breakdown> exception_in(Counts& counts, double whole, const SentencePair& in, const PaperWords& words) {
  const auto excepted = std::find_if(counts.begin(), counts.end(), [](const auto& one) { return one.excepted; });
  if (excepted == counts.end()) return std::nullopt;
  const LabelledCount except = *excepted;
  auto next = counts.erase(excepted);
  // "All but three of the 20 lived with one parent (16)": no parent is counted
  if (next != counts.end() && next + 1 != counts.end() && next->value == 1 && !next->bracketed && (next + 1)->bracketed)
    next = counts.erase(next);
  if (except.of > 0) whole = except.of;
  const std::string label = fold(except.label);  // "all but two of the relatives"
  const std::string_view of = lead_of(label, words.part_of);
  const auto named = folded_words(std::string_view(label).substr(of.size()));
  if (const double people = named.empty() || of.empty() || !ends_as_plural(named[0], words)
                                ? 0
                                : counted_before(named[0], in.said, words);
      people > 0) {
    // "26 pharmacists answered ... 17 were interviewed ... All but three of the pharmacists worked full time (n = 15)"
    const bool said = next != counts.end() && next->bracketed && !next->percent;
    const double sum = except.value + (said ? next->value : 0);
    whole = said ? nearest(sum, {people, whole}) : people;
  }
  if (whole <= except.value) return std::nullopt;
  if (next != counts.end()) {
    const LabelledCount other = *next;
    const std::size_t end = except.bytes.end - in.said.begin, from = other.bytes.begin - in.said.begin;
    const std::string_view between = from > end ? in.said.text.substr(end, from - end) : "";
    if (other.bracketed && between.find_first_of(",;:") == between.npos && !other.percent) {
      counts.erase(next);
      return of_two({other, except}, whole, in);
    }
    // "All but two of the relatives, fourteen people, lived ..."
    const auto people = folded_words(other.label);
    if (!other.percent && trimmed(between).ends_with(',') && words_in(between) < 5 && !people.empty() &&
        words.people.contains(people[0]) &&
        in.said.text.substr(other.bytes.end - in.said.begin, 24).find(',') != std::string_view::npos) {
      counts.erase(next);
      return of_two({except, other}, whole, in);
    }
    // "All but nine were men; the 27 men ...": of 34
    if (!other.percent && !other.bracketed && is_told_again(between, words) && is_same_gender(except, other, words)) {
      counts.erase(next);
      return of_two({other, except}, whole, in);
    }
    if (!other.percent &&
        (takes_rest(between, words) || (is_told_again(between, words) && is_other_gender(except, other, words)))) {
      LabelledCount most = except;
      most.value = whole - except.value;
      counts.erase(next);
      return of_two({most, other}, whole, in);
    }
  }
  if (in.next && !in.next->empty() && next == counts.end()) {
    const LabelledCount& other = in.next->front();
    const std::string_view lead = words.the.empty() ? std::string_view() : std::string_view(words.the.front());
    const bool near = other.bytes.begin >= in.next_begin && other.bytes.begin - in.next_begin <= lead.size() + 14;
    const std::string before = in.said.next.substr(0, near ? other.bytes.begin - in.next_begin : 0);
    if (near && !other.percent &&
        (takes_rest(before, words) || (is_told_again(before, words) && is_other_gender(except, other, words)))) {
      LabelledCount most = except;
      most.value = whole - except.value;
      return of_two({most, other}, whole, in);
    }
  }
  return one_excepted(except, whole, in, words);
}

std::optional<Breakdown> other_gender_next(const Counts& counts, double whole, const SentencePair& in,
                                           const PaperWords& words) {
  if (!in.next || in.next->empty() || counts.empty()) return std::nullopt;
  const LabelledCount &one = counts.back(), &other = in.next->front();
  const bool at_head = other.bytes.begin >= in.next_begin && other.bytes.begin - in.next_begin <= 6;
  const std::string before = in.said.next.substr(0, at_head ? other.bytes.begin - in.next_begin : 0);
  const bool both =
      std::any_of(counts.begin(), counts.end(), [&](const auto& here) { return is_other_gender(one, here, words); });
  if (!at_head || both || one.percent || other.percent || one.bracketed || other.bracketed || one.of > 0)
    return std::nullopt;
  if (fold(trimmed(before)).empty() || tail_of(fold(trimmed(before)), words.the).empty()) return std::nullopt;
  if (!is_other_gender(one, other, words)) return std::nullopt;
  const bool of_whom = !lead_of(fold(one.label), words.of_whom).empty();
  if (of_whom && counts.size() > 1) whole = counts[counts.size() - 2].value;
  return std::abs(one.value + other.value - whole) <= 2 ? of_two({one, other}, whole, in) : std::nullopt;
}

std::optional<Breakdown> wrong_half(const LabelledCount& fraction, const LabelledCount& count, double whole,
                                    const SentencePair& in) {
  const double off = std::abs(count.value - whole * fraction.fraction);
  if (count.percent || count.hedged || off < 1 || off > std::max(2.0, whole * 0.15)) return std::nullopt;
  Breakdown one = breakdown_of({count}, std::round(fraction.fraction * 100),
                               std::round(count.value / whole * 1000) / 10, in.said, in.at);
  one.percent = true;
  one.verdict = Verdict::wrong;
  return one;
}

}  // namespace moniker::custodian
