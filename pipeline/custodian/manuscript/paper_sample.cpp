// How many people a paper says that it has: "45 participants were interviewed", "(N = 45)", "thirty-one women and 14
// men took part". It may say so of those whom it asked, too; the number that it says most often counts.
#include <algorithm>
#include <map>
#include <optional>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_whole.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/sentence_counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::uint32_t least_sample = 3, usual_sample = 8, largest_sample = 5000;

/// A word for people, or where it is said that they took part any plural: 22 maintainers.
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

/// One sentence that may say how many there are.
class SampleSentence {
 public:
  SampleSentence(const Block& block, ByteRange bytes, std::vector<LabelledCount> counts, const PaperWords& words)
      : block_(block), bytes_(bytes), words_(words), counts_(std::move(counts)) {
    if (counts_.size() > most_counts_of_sentence) counts_.clear();  // data
    std::erase_if(counts_, [&](const LabelledCount& one) {
      const bool part = !one.bracketed && !gender_of(one, words_).empty() &&  // "the men numbered nine"
                        !tail_of(fold(trimmed(text(bytes_.begin, one.bytes.begin))), words_.numbering).empty();
      return one.percent || one.in_brackets || one.value < 1 || one.value > largest_sample || part;
    });
  }

  /// Nothing where it says none.
  std::uint32_t people() const {
    if (tells_of_others(text(bytes_.begin, bytes_.end), words_) || is_of_things()) return 0;
    if (const auto left = left_over()) return *left;
    if (const auto bracketed = in_bracket()) return *bracketed;
    for (const LabelledCount& one : counts_) {  // "..., giving a total sample of 24"
      const std::string before = fold(trimmed(text(bytes_.begin, one.bytes.begin)));
      const bool ends = &one == &counts_.back(), begins = &one == &counts_.front() && words_in(before) < 4;
      if (counts_.size() > 2 && (ends || begins) && !one.bracketed && !tail_of(before, words_.total_of).empty())
        return static_cast<std::uint32_t>(one.value);  // or "The sample of 25 was made up of twelve ..."
    }
    if (!counts_.empty() && is_one_of(fold(counts_.back().label), words_.in_total) && !counts_.back().bracketed &&
        trimmed(text(bytes_.begin, counts_.back().bytes.begin)).ends_with(',') &&
        takes_part(text(bytes_.begin, counts_.back().bytes.begin)))
      return static_cast<std::uint32_t>(counts_.back().value);  // "... three to six were interviewed, 21 in all."
    for (const LabelledCount& one : counts_) {                  // "17 women and eleven men, 28 people altogether"
      const std::string said = fold(one.label);
      if (!one.bracketed && counts_.size() > 2 && !lead_of(said, words_.in_total).empty() && &one == &counts_.front())
        return static_cast<std::uint32_t>(one.value);  // "Our interviewees, 26 in number, comprised ..."
      const std::size_t second = std::min(said.find(' '), said.size() - !said.empty());
      const std::string noun = said.substr(0, second);
      if ((ends_as_plural(noun, words_) || words_.people.contains(noun)) && !one.bracketed && counts_.size() > 1 &&
          !lead_of(std::string_view(said).substr(std::min(second + 1, said.size())), words_.in_total).empty())
        return static_cast<std::uint32_t>(one.value);
    }
    if (const std::uint32_t parted = at_head_of_kinds(); parted > 0) return parted;
    if (const auto counts = together(); !counts.empty()) return whole_of(counts);
    if (const auto headed = at_head()) return *headed;
    return of_the();
  }
  /// Those that it says took part, each kind with its number; empty where it counts them in another way.
  Counts kinds() const {
    if (tells_of_others(text(bytes_.begin, bytes_.end), words_) || left_over() || in_bracket()) return {};
    SampleSentence with_verbs = *this;
    for (LabelledCount& one : with_verbs.counts_) {  // "fourteen were interviewed by telephone"
      const auto label = folded_words(one.label);
      if (label.size() > 2 && words_.took_part.contains(label[0] + " " + label[1]))
        one.label = label[0] + " " + label[1];
    }
    return with_verbs.together();
  }
  /// Whether it says so by a verb or a list, and does not but speak of "the 22 people".
  bool is_stated(std::uint32_t people) const { return people != of_the(); }
  /// "Of the 22 people, eleven ...", "The 45 participants ...": said before, in whatever words.
  std::uint32_t of_the() const {
    for (const LabelledCount& one : counts_) {
      const auto label = folded_words(one.label);
      if (one.of >= least_sample && !one.of_anything && !label.empty() && is_one_of(label[0], words_.everybody))
        return static_cast<std::uint32_t>(one.of);  // "forty per cent of the 30 participants"
      const std::string before = fold(trimmed(text(bytes_.begin, one.bytes.begin)));
      if (label.empty() || one.bracketed ||
          (tail_of(before, words_.the).empty() && !is_one_of(before, words_.there_were)))
        continue;
      const bool ours = says_one_of(fold(text(bytes_.begin, bytes_.end)), words_.ours);
      const bool who = label.size() > 1 && is_one_of(label[1], words_.somebody) && !takes_part(one.label);
      if (who && counts_.size() == 1) continue;  // "A letter went to the 31 people who ..."
      if (is_one_of(label[0], words_.everybody) || (ours && words_.people.contains(label[0]) && !is_asked(one)))
        return static_cast<std::uint32_t>(one.value);
    }
    const auto sentence = text(bytes_.begin, bytes_.end);
    if (const auto head = whole_at_head(sentence, words_)) {  // "Our 15 informants were ...", "Of 37 respondents, ..."
      const auto behind = folded_words(sentence.substr(head->bytes.end, 40));
      if (!behind.empty() && is_one_of(behind[0], words_.everybody) && !says_one_of(fold(sentence), words_.asked))
        return static_cast<std::uint32_t>(head->value);
    }
    return 0;
  }
  /// "33 interviews": no people, and as many where nothing else is said.
  std::uint32_t interviews() const {
    for (const Count& count : counts_in(text(bytes_.begin, bytes_.end), words_)) {
      const std::string behind = (" " + fold(text(bytes_.begin + count.bytes.end, bytes_.end))).substr(0, 40);
      const std::size_t at = first_of(behind, words_.interviews);
      if (at < 24 && first_of(behind.substr(0, at), words_.conjunction) == std::string::npos &&
          behind.find_first_of(",;.:(") > at && count.value >= least_sample)
        return static_cast<std::uint32_t>(count.value);
    }
    return 0;
  }
  /// "The 26 hill farmers were aged 24 to 79": where the paper says it in no other way.
  std::uint32_t people_of_the() const {
    if (counts_.empty() || counts_[0].bracketed || tells_of_others(text(bytes_.begin, bytes_.end), words_)) return 0;
    const auto label = folded_words(counts_[0].label);
    const bool people =
        std::any_of(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(label.size(), 3)),
                    [&](const std::string& word) { return words_.people.contains(word); });
    const bool the = is_one_of(fold(trimmed(text(bytes_.begin, counts_[0].bytes.begin))), words_.the);
    return the && people ? static_cast<std::uint32_t>(counts_[0].value) : 0;
  }
  /// "Of the 26, fifteen were women and 11 were men": of people, whatever they are called.
  std::uint32_t people_parted() const {
    const auto sentence = text(bytes_.begin, bytes_.end);
    const auto head = whole_at_head(sentence, words_);
    if (!head || tells_of_others(sentence, words_) || says_one_of(fold(sentence), words_.asked)) return 0;
    for (std::size_t i = 0; i + 1 < counts_.size(); ++i) {
      const Counts two{counts_[i], counts_[i + 1]};
      const std::string one = gender_of(two[0], words_), other = gender_of(two[1], words_);
      if (!one.empty() && !other.empty() && one != other && sum_of(two) == head->value)
        return static_cast<std::uint32_t>(head->value);
    }
    return 0;
  }
  /// Whether no number of the sentence says how many there are.
  bool is_summed(std::uint32_t people) const {
    return std::none_of(counts_.begin(), counts_.end(),
                        [&](const LabelledCount& one) { return one.value == people || one.of == people; });
  }
  bool is_total() const {
    const std::string said = fold(text(bytes_.begin, bytes_.end));
    return std::any_of(words_.says_total.begin(), words_.says_total.end(),
                       [&](const std::string& phrase) { return said.find(phrase) != std::string::npos; });
  }

 private:
  /// Where the first of the phrases begins behind a blank.
  static std::size_t first_of(std::string_view folded, const Phrases& phrases) {
    std::size_t first = std::string_view::npos;
    for (const std::string& phrase : phrases) first = std::min(first, folded.find(" " + phrase));
    return first;
  }
  std::string_view text(std::size_t from, std::size_t to) const {
    return std::string_view(block_.text).substr(from, to - from);
  }
  bool takes_part(std::string_view words) const { return says_one_of(fold(words), words_.took_part); }

  /// "(N = 20)", "Participants (n = 27) were recruited".
  std::optional<std::uint32_t> in_bracket() const {
    for (const LabelledCount& one : counts_) {
      if (!one.bracketed) continue;
      const std::string_view bracket = text(one.bytes.begin, one.bytes.end);  // "(N = 24)", "(total n = 24)"
      const bool capital = bracket.find('N') != std::string_view::npos || holds_total(bracket, words_);
      const bool all = std::none_of(counts_.begin(), counts_.end(),
                                    [&](const LabelledCount& other) { return other.value > one.value; });
      const auto label = folded_words(one.label);
      const bool at_head = text(bytes_.begin, one.bytes.begin).size() < one.label.size() + 3 && label.size() < 4;
      const bool people = !label.empty() && (is_one_of(label.back(), words_.respondents) ||
                                             (at_head && words_.people.contains(label.back())));
      const bool subject = label.size() == 1 || at_head || is_caption();  // "Participants (n = 36) were asked ..."
      if (capital ||
          (all && people && &one == &counts_.front() && (subject || takes_part(text(bytes_.begin, bytes_.end)))))
        return static_cast<std::uint32_t>(one.value);
    }
    return std::nullopt;
  }

  /// "two withdrew, leaving 17"
  std::optional<std::uint32_t> left_over() const {
    for (const LabelledCount& one : counts_) {
      const bool left = !tail_of(fold(trimmed(text(bytes_.begin, one.bytes.begin))), words_.leaving).empty();
      const auto label = folded_words(one.label);
      if (left && !one.bracketed && (label.empty() || words_.people.contains(label[0])))
        return static_cast<std::uint32_t>(one.value);
      if (one.bracketed || label.empty() || one.value < least_sample) continue;
      const std::string said = fold(one.label);  // "The 14 who remained", "Nineteen participants remained"
      const bool people = words_.people.contains(label[0]);
      if (!lead_of(people ? std::string_view(said).substr(std::min(label[0].size() + 1, said.size())) : said,
                   words_.remained)
               .empty())
        return static_cast<std::uint32_t>(one.value);
    }
    return std::nullopt;
  }

  /// "52 people: 14 residents, 11 relatives ...", "Participants: 26 adults (12 women, 14 men)": at the sentence's head,
  /// and parts of it behind a colon or in a bracket.
  std::optional<std::uint32_t> at_head() const {
    if (counts_.empty() || counts_[0].bracketed || counts_[0].value < least_sample) return std::nullopt;
    const std::string before = fold(trimmed(text(bytes_.begin, counts_[0].bytes.begin), " :.*"));
    const auto label = folded_words(counts_[0].label);
    if (!(before.empty() || is_one_of(before, words_.everybody)) || label.empty() || label.size() > 4 ||
        is_asked(counts_[0]) || !counts_people(counts_[0], words_))
      return std::nullopt;
    const std::string_view rest = text(counts_[0].bytes.end, bytes_.end);
    const std::size_t sign = rest.find_first_of(":(,;.");
    // "Participants: 24 volunteers from four centres."
    const bool headed = !before.empty() && trimmed(text(bytes_.begin, counts_[0].bytes.begin)).ends_with(':');
    if (headed && is_one_of(before, words_.everybody)) return static_cast<std::uint32_t>(counts_[0].value);
    if (sign == rest.npos || (rest[sign] != ':' && rest[sign] != '(')) return std::nullopt;
    double sum = 0;
    for (const Count& one : counts_in(rest.substr(sign, rest.find(')', sign) - sign), words_)) sum += one.value;
    return sum == counts_[0].value ? std::optional(static_cast<std::uint32_t>(sum)) : std::nullopt;
  }

  bool is_caption() const { return bytes_.begin == 0 && fold(block_.text).starts_with("table "); }

  bool is_asked(const LabelledCount& one) const { return says_one_of(fold(one.label), words_.asked); }

  /// Whether two counts stand side by side: "31 women and 14 men".
  bool joined(const LabelledCount& a, const LabelledCount& b) const {
    const std::string between = " " + fold(without_brackets(text(a.bytes.end, b.bytes.begin))) + " ";
    if (between.find_first_of(";:(") != std::string::npos) return false;
    const auto says = [&](const std::string& phrase) { return between.find(" " + phrase + " ") != std::string::npos; };
    if (std::any_of(words_.apart.begin(), words_.apart.end(), says)) return false;
    return std::any_of(words_.conjunction.begin(), words_.conjunction.end(), says) || between.ends_with(", ");
  }

  static std::string_view last_clause(std::string_view before) {
    const std::size_t cut = before.find_last_of(".;:");
    return cut == before.npos ? before : before.substr(cut + 1);
  }

  /// "28 professionals (HCP) and 15 patients (PT)": short forms part nothing.
  static std::string without_brackets(std::string_view between) {
    std::string out;
    int depth = 0;
    for (const char c : between) {
      depth += c == '(' ? 1 : 0;
      if (depth == 0) out += c;
      depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    return depth == 0 ? out : std::string(between);
  }

  /// "14 (eight women, six men) took part": the verb is the number's.
  static std::string bracket_left_out(std::string_view clause) {
    const std::size_t open = skip_blanks(clause, 0), close = clause.find(')');
    if (!clause.substr(open).starts_with('(') || close == clause.npos) return std::string(clause);
    return std::string(clause.substr(close + 1));
  }

  /// "Nineteen people, of whom eleven were women and eight men, were interviewed": what stands behind the relative
  /// clause; empty where none does.
  std::string with_verb_behind_relative(const LabelledCount& one) const {
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

  /// "Ten men were interviewed at HB and eight at SM": the second has the first one's verb, and another place.
  bool at_another_place(const LabelledCount& one, const LabelledCount& other) const {
    const auto place = folded_words(other.label);
    if (other.bracketed || place.size() < 2 || place.size() > 5 || !is_one_of(place[0], words_.at_place)) return false;
    const std::string between = fold(text(one.bytes.end, other.bytes.begin));
    return !tail_of(between, words_.conjunction).empty() &&
           (" " + between).find(" " + place[0] + " ") != std::string::npos &&
           between.find_first_of(",;") == std::string::npos;
  }

  /// "Eight cooks were interviewed in the kitchen, and five teachers in their classrooms": the second has no verb of
  /// its own.
  bool takes_verb_of(const LabelledCount& one, const LabelledCount& other) const {
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

  /// "Nineteen fishers in four ports were interviewed": no ports were.
  bool is_of_place(std::size_t i) const {
    const auto label = folded_words(counts_[i].label);
    if (i == 0 || label.empty() || words_.people.contains(label[0]) || !gender_of(counts_[i], words_).empty())
      return false;
    const std::size_t end = counts_[i - 1].bytes.end, from = std::max<std::size_t>(end, counts_[i].bytes.begin);
    const std::string between = fold(trimmed(text(end, from)));
    const bool leads = !tail_of(between, words_.at_place).empty() || !tail_of(between, words_.of).empty();
    return between.find_first_of(",;:(") == between.npos && leads && words_in(between) > 1;
  }

  /// The counts that are said to take part together: before the verb, or behind it.
  Counts together() const {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i].bracketed || is_asked(counts_[i]) || !counts_people(counts_[i], words_) || is_of_place(i))
        continue;
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
      const bool of_them =
          of_more || !lead_of(whose, words_.of_them).empty() || !lead_of(whose, words_.of_whom).empty();
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

  /// "Of 40 practices written to, 13 agreed": no people.
  bool is_of_things() const {
    const auto sentence = text(bytes_.begin, bytes_.end);
    const auto head = whole_at_head(sentence, words_);
    if (!head || !says_one_of(fold(sentence), words_.asked)) return false;
    const auto behind = folded_words(sentence.substr(head->bytes.end, 40));
    return !behind.empty() && words_.units.contains(behind[0]) && !is_one_of(behind[0], words_.pair_counts);
  }

  /// "an interpretive description with 23 participants, 14 students and nine preceptors": 23; 0 of any other.
  std::uint32_t at_head_of_kinds() const {
    if (counts_.size() != 3 || counts_[0].value < least_sample || is_asked(counts_[0])) return 0;
    const auto label = folded_words(counts_[0].label);
    const bool all = !label.empty() && is_one_of(label[0], words_.everybody) && !counts_[0].bracketed;
    const bool kinds = counts_[1].value + counts_[2].value == counts_[0].value && counts_people(counts_[1], words_) &&
                       counts_people(counts_[2], words_);
    return all && kinds && joined(counts_[1], counts_[2]) ? static_cast<std::uint32_t>(counts_[0].value) : 0;
  }

  /// "25 people, eleven couples and three single women": the first is all of them, as pairs are two each.
  bool is_made_of_others(std::size_t first) const {
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

  /// What the others add up to, else their sum.
  static std::uint32_t whole_of(const Counts& counts) {
    const double sum = sum_of(counts);
    for (const double count : {counts.front().value, counts.back().value}) {
      if (counts.size() > 2 && count * 2 == sum) return static_cast<std::uint32_t>(count);
    }
    return static_cast<std::uint32_t>(sum);
  }

  const Block& block_;
  ByteRange bytes_;
  const PaperWords& words_;
  std::vector<LabelledCount> counts_;
};

}  // namespace

bool tells_of_others(std::string_view sentence, const PaperWords& words) {
  const std::string said = fold(sentence);
  bool cites = std::any_of(words.cites.begin(), words.cites.end(),
                           [&](const std::string& one) { return said.find(one) != std::string::npos; });
  for (std::size_t at = said.find('('); at != std::string::npos && !cites; at = said.find('(', at + 1)) {
    cites = holds_year(std::string_view(said).substr(at + 1, said.find(')', at) - at - 1));
  }
  return cites && !says_one_of(said, words.ours);
}

std::uint32_t people_said_in(const Block& block, ByteRange sentence, const std::vector<LabelledCount>& counts,
                             const PaperWords& words) {
  return SampleSentence(block, sentence, counts, words).people();
}

std::uint32_t most_people_parted(const Manuscript& paper, const PaperWords& words) {
  std::uint32_t most = 0;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    const SentenceCounts counts(block, words);
    for (const ByteRange bytes : sentences_of(block.text, words))
      most = std::max(most, SampleSentence(block, bytes, counts.of(bytes), words).people_parted());
  }
  return most;
}

Counts kinds_said_in(const Block& block, ByteRange sentence, const Counts& counts, const PaperWords& words) {
  return SampleSentence(block, sentence, counts, words).kinds();
}

std::vector<StatedSample> samples_in(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words) {
  std::set<std::size_t> quoted;
  for (const Extract& extract : talk.extracts) {
    if (extract.set_apart) quoted.insert(extract.block);
  }
  std::vector<StatedSample> samples, told_of, interviews;
  for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
    const Block& block = paper.blocks[i];
    if (block.kind == BlockKind::row || block.kind == BlockKind::quote || quoted.contains(i)) continue;
    const SentenceCounts counts(block, words);
    for (const ByteRange bytes : sentences_of(block.text, words)) {
      const SampleSentence sentence(block, bytes, counts.of(bytes), words);
      const PlacedWords where{block.at, block.text.substr(bytes.begin, bytes.size())};
      if (const std::uint32_t people = sentence.people(); people >= least_sample)
        samples.insert(samples.end(), sentence.is_total() || sentence.is_stated(people) ? 2 : 1,
                       {people, sentence.is_summed(people) && !sentence.is_total(), where});  // said twice as clearly
      else if (const std::uint32_t these = sentence.people_of_the(); these >= least_sample)
        told_of.push_back({these, false, where});
      else if (const std::uint32_t talks = sentence.interviews(); talks >= least_sample)
        interviews.push_back({talks, false, where});
    }
  }
  if (!samples.empty()) return samples;
  return interviews.empty() ? told_of : interviews;
}

std::uint32_t sample_of(const std::vector<StatedSample>& samples) {
  std::map<std::uint32_t, std::size_t> said;
  for (const StatedSample& sample : samples) ++said[sample.people];
  const bool any_large =
      std::any_of(samples.begin(), samples.end(), [](const StatedSample& one) { return one.people >= usual_sample; });
  std::uint32_t best = 0;
  for (const StatedSample& sample : samples) {
    if (any_large && sample.people < usual_sample) continue;  // "four couples spoke together"
    if (best == 0 || said[sample.people] > said[best]) best = sample.people;
  }
  return best;
}

}  // namespace moniker::custodian
