// Who a sentence says took part together: "thirty-one women and 14 men were interviewed", and whose verb it is.
#include "manuscript/sample_sentence.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

bool counts_people(const LabelledCount& one, const PaperWords& words) {
  const auto label = folded_words(one.label);
  if (label.size() > 2 && is_one_of(label[0], words.of)) {  // "23 of them were then interviewed"
    if (words.people.contains(label[2])) return true;       // "24 of these respondents"
    const bool goes_on = label.size() > 3 && (is_past(label[3], words) || is_one_of(label[3], words.did));
    if (goes_on && is_past(label[2], words)) return false;  // "Eight of those interviewed came from the first prison"
    return is_one_of(label[1], words.them) && is_one_of(label[2], words.them_did);
  }
  if (!label.empty() && is_one_of(label[0], words.agreed)) return true;
  for (std::size_t i = 0; i < std::min<std::size_t>(label.size(), 6); ++i) {
    if (words.people.contains(label[i])) return true;
    const auto last = label.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(label.size(), 4));
    const auto thing = std::find_if(label.begin() + static_cast<std::ptrdiff_t>(i), last,
                                    [&](const std::string& word) { return words.units.contains(word); });
    const bool apart = std::any_of(label.begin(), thing, [&](const std::string& word) {
      return words.people.contains(word) || is_one_of(word, words.unit_apart);
    });
    if (i < 4 && thing != last && !apart) return false;  // "three hospital haemodialysis units"
    if (i < 4 && label[i].size() > 4 && ends_as_plural(label[i], words) && !words.units.contains(label[i])) return true;
  }
  return label.empty() || words.took_part.contains(one.label);
}

Counts SampleSentence::kinds() const {
  if (tells_of_others(text(bytes_.begin, bytes_.end), words_) || left_over() || in_bracket()) return {};
  SampleSentence with_verbs = *this;
  for (LabelledCount& one : with_verbs.counts_) {  // "fourteen were interviewed by telephone"
    const auto label = folded_words(one.label);
    if (label.size() > 2 && words_.took_part.contains(label[0] + " " + label[1])) one.label = label[0] + " " + label[1];
  }
  return with_verbs.together();
}

bool SampleSentence::joined(const LabelledCount& a, const LabelledCount& b) const {
  const std::string between = " " + fold(without_brackets(text(a.bytes.end, b.bytes.begin))) + " ";
  if (between.find_first_of(";:(") != std::string::npos) return false;
  const auto says = [&](const std::string& phrase) { return between.find(" " + phrase + " ") != std::string::npos; };
  if (std::any_of(words_.apart.begin(), words_.apart.end(), says)) return false;
  return std::any_of(words_.conjunction.begin(), words_.conjunction.end(), says) || between.ends_with(", ");
}

std::string_view SampleSentence::last_clause(std::string_view before) {
  const std::size_t cut = before.find_last_of(".;:");
  return cut == before.npos ? before : before.substr(cut + 1);
}

std::string SampleSentence::without_brackets(std::string_view between) {
  std::string out;
  int depth = 0;
  for (const char c : between) {
    depth += c == '(' ? 1 : 0;
    if (depth == 0) out += c;
    depth -= c == ')' && depth > 0 ? 1 : 0;
  }
  return depth == 0 ? out : std::string(between);
}

std::string SampleSentence::bracket_left_out(std::string_view clause) {
  const std::size_t open = skip_blanks(clause, 0), close = clause.find(')');
  if (!clause.substr(open).starts_with('(') || close == clause.npos) return std::string(clause);
  return std::string(clause.substr(close + 1));
}

std::string SampleSentence::with_verb_behind_relative(const LabelledCount& one) const {
  const std::string_view rest = text(one.bytes.end, bytes_.end);
  const std::size_t comma = rest.find(", "), last = rest.rfind(", ");
  if (comma == rest.npos || last == comma || words_in(rest.substr(0, comma)) > 3) return {};
  // "Eight cooks, from heads to helpers, were interviewed ..."
  const std::size_t next = rest.find(", ", comma + 2);
  const std::string_view aside = rest.substr(comma + 2, next - comma - 2), behind = rest.substr(next + 2);
  if (is_one_of(fold(behind.substr(0, behind.find(' '))), words_.of_part) && takes_part(behind.substr(0, 30)) &&
      counts_in(aside, words_).empty())
    return std::string(behind);
  if (lead_of(fold(rest.substr(comma + 2)), words_.of_whom).empty()) return {};
  return std::string(rest.substr(last + 2));
}

bool SampleSentence::at_another_place(const LabelledCount& one, const LabelledCount& other) const {
  const auto place = folded_words(other.label);
  if (other.bracketed || place.size() < 2 || place.size() > 5 || !is_one_of(place[0], words_.at_place)) return false;
  const std::string between = fold(text(one.bytes.end, other.bytes.begin));
  return !tail_of(between, words_.conjunction).empty() &&
         (" " + between).find(" " + place[0] + " ") != std::string::npos &&
         between.find_first_of(",;") == std::string::npos;
}

bool SampleSentence::takes_verb_of(const LabelledCount& one, const LabelledCount& other) const {
  const auto label = folded_words(other.label);
  if (other.bracketed || label.empty() || !counts_people(other, words_) || !gender_of(other, words_).empty())
    return false;
  const bool verb = std::any_of(label.begin(), label.end(), [&](const std::string& word) {
    const bool said = is_one_of(word, words_.of_part) && !is_one_of(word, words_.at_place);
    return said || is_one_of(word, words_.did) || is_past(word, words_);
  });
  const std::string between = fold(trimmed(text(one.bytes.end, other.bytes.begin)));
  return !verb && between.find_first_of(";:") == between.npos && !tail_of(between, words_.conjunction).empty();
}

bool SampleSentence::is_of_place(std::size_t i) const {
  const auto label = folded_words(counts_[i].label);
  if (i == 0 || label.empty() || words_.people.contains(label[0]) || !gender_of(counts_[i], words_).empty())
    return false;
  const std::size_t end = counts_[i - 1].bytes.end, from = std::max<std::size_t>(end, counts_[i].bytes.begin);
  const std::string between = fold(trimmed(text(end, from)));
  const bool leads = !tail_of(between, words_.at_place).empty() || !tail_of(between, words_.of).empty();
  return between.find_first_of(",;:(") == between.npos && leads && words_in(between) > 1;
}

Counts SampleSentence::together() const {
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i].bracketed || is_asked(counts_[i]) || !counts_people(counts_[i], words_) || is_of_place(i)) continue;
    const std::size_t from = counts_[i].bytes.begin, begin = from - std::min<std::size_t>(from - bytes_.begin, 34);
    std::size_t next = i + 1;  // "18 nurses from three units took part": the verb is the nurses'
    while (next < counts_.size() && !counts_[next].bracketed &&
           (!counts_people(counts_[next], words_) || is_of_place(next)))
      ++next;
    const std::size_t end = next < counts_.size() ? counts_[next].bytes.begin : bytes_.end;
    const std::string said =
        bracket_left_out(text(counts_[i].bytes.end, std::max<std::size_t>(end, counts_[i].bytes.end)));
    std::string_view clause = said;
    const std::string whole_said = with_verb_behind_relative(counts_[i]);
    if (!whole_said.empty()) clause = whole_said;
    std::size_t comma = clause.find(", ");  // "19 members of staff on two wards, who were interviewed before ..."
    if (comma != clause.npos &&
        is_one_of(fold(clause.substr(comma + 2, clause.find(' ', comma + 2) - comma - 2)), words_.somebody))
      comma = clause.find(", ", comma + 2);
    clause = clause.substr(0, std::min({clause.find_first_of(".;:"), comma, std::size_t{140}}));
    if (says_one_of(fold(clause), words_.again)) continue;  // "Fifteen of them were interviewed again"
    const bool behind = takes_part(counts_[i].label) || takes_part(clause),
               before = takes_part(last_clause(text(begin, from)));
    if (!behind && !before) continue;
    Counts counts{counts_[i]};
    if (behind && i + 2 == counts_.size() &&
        (at_another_place(counts_[i], counts_[i + 1]) || takes_verb_of(counts_[i], counts_[i + 1])))
      counts.push_back(counts_[i + 1]);
    const std::string whose = fold(counts_[i].label);  // "34 signed up, and 27 of these were interviewed"
    const bool of_more = whole_at_head(text(bytes_.begin, bytes_.end), words_).has_value();  // "Of 44 who wrote, ..."
    const bool of_them = of_more || !lead_of(whose, words_.of_them).empty() || !lead_of(whose, words_.of_whom).empty();
    for (std::size_t j = i; behind && !of_them && j > 0 && joined(counts_[j - 1], counts_[j]) &&
                            !is_asked(counts_[j - 1]) && !counts_[j - 1].bracketed;
         --j)
      counts.push_back(counts_[j - 1]);
    const bool whole = !behind && is_made_of_others(i);
    for (std::size_t j = i; !behind && !whole && j + 1 < counts_.size() && joined(counts_[j], counts_[j + 1]) &&
                            counts_people(counts_[j + 1], words_);
         ++j) {
      const bool gender = !gender_of(counts_[j + 1], words_).empty();
      if (gender && gender_of(counts_[i], words_).empty() && counts_.size() > i + 2)
        break;  // "16 judges, eight men and nine women"
      if (lead_of(counts_[j + 1].label, words_.of_whom).empty()) counts.push_back(counts_[j + 1]);
    }
    return counts;
  }
  return {};
}

bool SampleSentence::is_made_of_others(std::size_t first) const {
  double people = 0;
  bool pairs = false;
  for (std::size_t i = first + 1; i < counts_.size(); ++i) {
    const auto label = folded_words(counts_[i].label);
    const bool pair = !label.empty() && is_one_of(label[0], words_.pair_counts);
    people += counts_[i].value * (pair ? 2 : 1);
    pairs = pairs || pair;
  }
  return pairs && people == counts_[first].value;
}

}  // namespace moniker::custodian
