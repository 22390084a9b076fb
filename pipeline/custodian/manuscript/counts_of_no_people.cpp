// Numbers of a sentence that count no people: units, names of things, limits, ages, what stands for what was told.
#include "manuscript/counts_of_no_people.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::custodian {
namespace {

/// In small letters, its blanks as they are.
std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

bool is_named_thing(const std::string& word, const PaperWords& words) {
  const IdPrefix* known = words::find_word(words.prefixes, word);
  return known && known->kind != IdPrefix::Kind::participant;
}

class NoPeopleReader {
 public:
  NoPeopleReader(const std::vector<LabelledCount>& all, const ImplyingSentence& in)
      : text_(in.text), sentence_(in.bytes), words_(in.words), out_(all) {}

  bool judge(const LabelledCount& one, bool elliptical) const {
    if (one.value < 0 || is_in_name(one)) return true;
    const std::string behind = fold(trimmed(std::string_view(text_).substr(one.bytes.end, 16)));
    if (!one.bracketed && !one.percent && !lead_of(behind, words_.measures).empty()) return true;  // 9 p.m.
    if (is_age_of_youngest(one)) return true;
    if (one.implied || one.excepted || one.announces || one.fraction > 0) return false;
    const auto label = folded_words(one.label);
    if (!one.bracketed && !one.percent && !elliptical) {
      for (std::size_t i = 0; i < std::min<std::size_t>(label.size(), 2); ++i) {
        const bool said = is_one_of(label[i], words_.also_people) &&
                          says_one_of(lowered(text_.substr(sentence_.begin, sentence_.size())), words_.took_part);
        const bool held = !lead_of(one.label, words_.talks_held).empty();
        if (i == 1 && (is_one_of(label[0], words_.unit_apart) || is_one_of(label[0], words_.did))) continue;
        const bool pairs = i == 0 && label.size() > 1 && is_one_of(label[0], words_.pair_counts) && one.begins_item &&
                           (is_one_of(label[1], words_.did) || is_past(label[1], words_)) &&
                           !is_one_of(label[1], words_.flow_begins);  // "Twelve households were", no "... answered"
        if (words_.units.contains(label[i]) && !said && !held && !pairs &&
            (i == 0 || !words_.people.contains(label[0])))
          return true;
      }
      if (label.empty() && one.in_brackets) return true;
      const std::string_view to = std::string_view(text_).substr(sentence_.begin, one.bytes.begin - sentence_.begin);
      if (label.size() > 2 && is_one_of(label[0], words_.of) && words_.units.contains(label[2]) &&
          !is_one_of(label[2], words_.pair_counts) && !tail_of(fold(trimmed(to)), words_.at_place).empty())
        return true;  // "in five of the shops"
    }
    if (!one.bracketed && !one.percent && !lead_of(fold(one.label), words_.of_each).empty())
      return true;  // "eight per studio"
    const std::string before = " " + lowered_before(text_, one.bytes.begin, 14);
    const std::string_view number = std::string_view(text_).substr(one.bytes.begin, one.bytes.size());
    const auto behind_it = std::find_if(out_.begin(), out_.end(),
                                        [&](const auto& other) { return other.bytes.begin == one.bytes.end + 1; });
    const bool times = one.value == 1 && one.begins_item && behind_it != out_.end();  // "two twice and one three times"
    if (label.empty() && !one.bracketed && !one.percent && !times && stands_in_for(number, before)) return true;
    const auto stands_behind = [&](const Phrases& phrases) {
      return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
        const std::size_t at = before.size() - std::min(before.size(), phrase.size() + 1);
        return before.ends_with(phrase + " ") && !is_word(code_point_before(before, at).value);
      });
    };
    const bool rest =
        !label.empty() && std::any_of(words_.rest_leads.begin(), words_.rest_leads.end(), [&](const std::string& lead) {
          return before.ends_with(" the " + lead + " ") ||
                 (lead.starts_with("the ") && before.ends_with(" " + lead + " "));
        });
    if (rest || goes_on_with_more(one, before)) return false;
    const bool in_total = !tail_of(trimmed(before), words_.in_total).empty();  // "In total 26 people took part"
    if (!one.bracketed && !in_total &&
        ((before.ends_with("= ") && !is_said_n(std::string_view(before))) || stands_behind(words_.no_people) ||
         stands_behind(words_.sum_to)))
      return true;
    if (one.value == 1 && stands_behind(words_.one_before)) return true;
    if (one.value == 1 && !one.bracketed && !label.empty() && stands_behind(words_.at_one))
      return true;  // "in one city, 24 riders ..."
    if (!one.bracketed && (is_one_of(one.label, words_.range) || !lead_of(one.label, words_.or_more).empty()))
      return true;
    const char next = one.bytes.end < text_.size() ? text_[one.bytes.end] : ' ';
    if (!one.bracketed && next == '+') return true;  // 65+
    if (!one.bracketed && !label.empty() && label.size() < 3) {
      const std::string said = label[0] + (label.size() > 1 ? " " + label[1] : "");
      if (is_one_of(said, words_.and_over)) return true;
    }
    const bool ends = label.empty() || (label.size() == 1 && is_one_of(label[0], words_.conjunction));
    if (!one.bracketed && ends && stands_behind(words_.over)) return true;
    const std::string_view written = std::string_view(text_).substr(one.bytes.begin, one.bytes.size());
    if (one.begins_item && out_.size() > 2 && &one != &out_.front() && !label.empty() &&
        is_one_of(label[0], words_.somebody))
      return false;  // "14 men, eight women and one who chose neither"
    return is_one_of(written, words_.one) && !label.empty() && is_one_of(label[0], words_.one_who);  // "one of us"
  }

 private:
  /// Band 5, Grade 7: the number is part of a name.
  bool is_in_name(const LabelledCount& one) const {
    if (one.bracketed || one.bytes.begin < 3 || text_[one.bytes.begin - 1] != ' ' ||
        !is_ascii_digit(text_[one.bytes.begin]))
      return false;
    if (names_to(text_, one.bytes.end, words_) > 0) return true;  // "Groups 4 and 5"
    const std::string_view before = std::string_view(text_).substr(0, one.bytes.begin - 1);
    const std::size_t at = before.find_last_of(" (") + 1;
    if (at <= sentence_.begin || !is_upper(code_point_at(before, at).value)) return false;  // "The 14 participants"
    return is_named_thing(lowered(before.substr(at)), words_);
  }

  /// "the youngest of them 17", "and the oldest 63"
  bool is_age_of_youngest(const LabelledCount& one) const {
    if (one.bracketed || one.percent || one.value < 10) return false;
    std::string_view before = std::string_view(text_).substr(sentence_.begin, one.bytes.begin - sentence_.begin);
    before = before.substr(before.find_last_of(",;:(.") == before.npos ? 0 : before.find_last_of(",;:(.") + 1);
    const auto said = folded_words(before);
    const std::size_t from = said.size() < 5 ? 0 : said.size() - 5;
    return std::any_of(said.begin() + static_cast<std::ptrdiff_t>(from), said.end(),
                       [&](const std::string& word) { return is_one_of(word, words_.extremes); });
  }

  /// "Another nine fished in lakes", "and another nine": more people, and no other nine.
  bool goes_on_with_more(const LabelledCount& one, std::string_view before) const {
    if (one.bracketed || one.percent || one.value < 2 || !one.begins_item) return false;
    const std::string_view lead = trimmed(before);
    return std::any_of(words_.another.begin(), words_.another.end(),
                       [&](const std::string& another) { return lead == another || lead.ends_with(" " + another); });
  }

  /// "moved between the two", "were without one": a number that stands for what was told.
  bool stands_in_for(std::string_view number, std::string_view before) const {
    const bool the = std::any_of(words_.anaphoric.begin(), words_.anaphoric.end(),
                                 [&](const std::string& word) { return before.ends_with(" " + word + " "); });
    return (the && !is_ascii_digit(number.front())) || is_one_of(lowered(number), words_.one);
  }

  std::string_view text_;
  ByteRange sentence_;
  const PaperWords& words_;
  const std::vector<LabelledCount>& out_;
};

}  // namespace

std::size_t names_to(std::string_view text, std::size_t end, const PaperWords& words) {
  std::size_t numbers = 0;
  std::string_view before = trimmed(text.substr(0, end));
  while (!before.empty()) {
    const std::size_t from = before.find_last_of(" (") + 1;
    const std::string_view item = before.substr(from);
    const std::string word(trimmed(item, ","));
    const bool number = !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
    if (!number && !is_one_of(word, words.conjunction)) {
      const bool plural = !item.ends_with(',') && is_upper(code_point_at(before, from).value) &&
                          is_named_thing(singular(lowered(word), words), words) &&
                          singular(lowered(word), words) != lowered(word);
      return plural ? numbers : 0;
    }
    numbers += number;
    before = trimmed(before.substr(0, from));
  }
  return 0;
}

/// Up to `most` bytes before a place.
std::string lowered_before(std::string_view text, std::size_t at, std::size_t most) {
  const std::size_t from = at < most ? 0 : at - most;
  return lowered(text.substr(from, at - from));
}

/// "(FG1, n = 8; FG2, n = 7)": each of a bracket that counts several.
bool is_said_n(std::string_view before) {
  before = trimmed(before);
  if (!before.ends_with('=')) return false;
  const std::string_view sign = trimmed(before.substr(0, before.size() - 1));
  return sign.size() > 1 && sign.ends_with('n') && !is_word(code_point_before(sign, sign.size() - 1).value);
}

bool counts_no_people(const LabelledCount& one, const std::vector<LabelledCount>& all, bool elliptical,
                      const ImplyingSentence& in) {
  return NoPeopleReader(all, in).judge(one, elliptical);
}

}  // namespace moniker::custodian
