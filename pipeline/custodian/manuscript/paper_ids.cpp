// What has the shape of an ID: letters, perhaps a blank or a sign, digits. Whether a paper uses it for its participants
// is not decided here: that is learned from where it stands.
#include "manuscript/paper_ids.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_reading.hpp"
#include "manuscript/roles_before_ids.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_digits = 4, longest_prefix = 14;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters that end right before `end`, with one word more where the language has both ("Focus Group").
std::size_t prefix_begin(std::string_view text, std::size_t end, const PaperWords& words) {
  const auto word_begin = [&](std::size_t behind) {
    std::size_t at = behind;
    while (at > 0 && is_ascii_letter(text[at - 1])) --at;
    return at;
  };
  const std::size_t begin = word_begin(end);
  if (begin > 1 && (text[begin - 1] == ' ' || text[begin - 1] == '-')) {
    const std::size_t both = word_begin(begin - 1);
    std::string phrase = fold(text.substr(both, end - both));
    std::replace(phrase.begin(), phrase.end(), '-', ' ');
    if (both < begin - 1 && words.prefixes.contains(phrase)) return both;
  }
  return begin;
}

bool is_short_form(std::string_view prefix) {
  return prefix.size() <= 5 && std::all_of(prefix.begin(), prefix.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// A word with a capital that the language does not know for anything: Courier 3.
bool is_named_role(std::string_view prefix) {
  return prefix.size() >= 4 && prefix[0] >= 'A' && prefix[0] <= 'Z' &&
         std::all_of(prefix.begin() + 1, prefix.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

const IdPrefix* known_prefix(std::string folded, const PaperWords& words) {
  if (const IdPrefix* known = words::find_word(words.prefixes, folded)) return known;
  if (folded.size() > 4 && folded.back() == 's') folded.pop_back();
  return words::find_word(words.prefixes, folded);
}

/// Whatever else people are: "Detective A".
constexpr IdPrefix of_a_role{.kind = IdPrefix::Kind::participant, .word = true};

bool is_role(const std::string& folded, const PaperWords& words) {
  const auto* said = words::find_word(words.attributes, folded);
  return said && std::any_of(said->begin(), said->end(),
                             [](const SaidOfSomebody& one) { return one.kind == "role" && one.value != "*"; });
}

/// Behind the digits of a group's short form: "-3" of FG2-3, 0 where nothing like it follows. FG1-FG4 is no such thing.
std::size_t seat_behind(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || std::string_view("-._/").find(text[at]) == std::string_view::npos) return 0;
  std::size_t end = at + 1;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  const bool whole = end >= text.size() || !is_word(code_point_at(text, end).value);
  return whole && end > at + 1 && end - at <= 3 ? end - at : 0;
}

/// Whether nothing sticks to the digits that makes them part of something else: P3a, 4.5, 12%.
bool ends_well(std::string_view text, std::size_t end) {
  if (end >= text.size()) return true;
  if (text[end] == '%') return false;
  if (is_letter(code_point_at(text, end).value)) {  // FG2P3: another ID follows at once
    std::size_t at = end;
    while (at < text.size() && is_ascii_letter(text[at])) ++at;
    return at < text.size() && is_ascii_digit(text[at]) && text[end] >= 'A' && text[end] <= 'Z';
  }
  return !((text[end] == '.' || text[end] == ',') && end + 1 < text.size() && is_ascii_digit(text[end + 1]));
}

/// Whether a word for kin or a carer ends here: "mother" of "mother of child 3".
bool is_kin(std::string_view text, std::size_t end, const PaperWords& words) {
  std::size_t begin = end;
  while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  const auto* said = words::find_word(words.attributes, fold(text.substr(begin, end - begin)));
  return said && std::any_of(said->begin(), said->end(), [](const SaidOfSomebody& one) {
           return one.kind == "relation" || one.kind == "gender" || one.value == "carer" || one.value == "parent";
         });
}

/// Back from an ID's last word to where its item begins: "Store manager" of "(Store manager 11)". The same place where
/// no item begins within three words, or a word stands between that never belongs to a name (see, as, of).
std::size_t item_begin(std::string_view text, std::size_t from, const PaperWords& words) {
  std::size_t at = from;
  for (int more = 0; more < 4; ++more) {
    if (at == 0 || at == skip_dashes(text, 0)) return at;  // "- Peer supporter 2, volunteer"
    const char before = text[at - 1];
    if (before == '(' || before == '[') return at;
    if (before != ' ' && before != '-' && before != '_') return from;
    if (before == ' ' && (at == 1 || std::string_view(",;").find(text[at - 2]) != std::string_view::npos)) return at;
    std::size_t word = at - 1;
    while (word > 0 && is_ascii_letter(text[word - 1])) --word;
    const std::string folded = fold(text.substr(word, at - 1 - word));
    const IdPrefix* known = words::find_word(words.prefixes, folded);
    const bool of_somebody = folded == "of" && word > 1 && is_kin(text, word - 1, words);
    if (folded.empty() || (known && known->kind == IdPrefix::Kind::other && !of_somebody)) return from;
    if (before != ' ' && !is_short_form(text.substr(word, at - 1 - word))) return from;  // WM-HCP04, and no co-worker 4
    at = word;
  }
  return from;
}

bool begins_item_at(std::string_view text, std::size_t at) {
  return at == 0 || at == skip_dashes(text, 0) || text[at - 1] == '(' || text[at - 1] == '[' ||
         (at > 1 && text[at - 1] == ' ' && std::string_view(",;").find(text[at - 2]) != std::string_view::npos);
}
bool ends_item_at(std::string_view text, std::size_t at) {
  return at >= text.size() || std::string_view(",;:)]").find(text[at]) != std::string_view::npos ||
         text.substr(at).starts_with(" (");
}

/// In an item, or in the sentence: "said G4/6."
bool begins_word_at(std::string_view text, std::size_t at) { return begins_item_at(text, at) || text[at - 1] == ' '; }
bool ends_sentence_or_item_at(std::string_view text, std::size_t at) {
  return ends_item_at(text, at) || text[at] == '.' || text[at] == ' ';
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// Letters alone, in small: neonatologist.
bool is_small_word(std::string_view prefix) {
  return prefix.size() >= 4 &&
         std::all_of(prefix.begin(), prefix.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
}

/// Rec, Part
bool is_cut_word(std::string_view prefix) {
  return prefix.size() >= 2 && prefix.size() <= 5 && prefix[0] >= 'A' && prefix[0] <= 'Z' &&
         prefix.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1) == std::string_view::npos;
}

/// a, re
bool is_small_letter(std::string_view prefix) { return prefix.size() == 1 && prefix[0] >= 'a' && prefix[0] <= 'z'; }

class IdReader {
 public:
  IdReader(std::string_view text, const PaperWords& words, IdPlaces places)
      : text_(text), words_(words), items_(places == IdPlaces::items) {}

  /// The ID whose digits stand between two places.
  std::optional<PaperId> numbered(std::size_t begin, std::size_t end) const {
    std::size_t separator = begin;
    while (separator > 0 && begin - separator < 2 &&
           std::string_view(" -_#.").find(text_[separator - 1]) != std::string_view::npos)
      --separator;
    for (const std::string_view number : {" no. ", " no ", " No. ", " number ", " nr. "}) {
      if (text_.substr(0, begin).ends_with(number)) separator = begin - number.size();
    }
    const std::size_t seat = seat_behind(text_, end);
    if ((separator == 0 && !(items_ && text_[0] == '#')) || end - begin > longest_digits ||
        (seat == 0 && !ends_well(text_, end)))
      return std::nullopt;
    std::size_t from = prefix_begin(text_, separator, words_);
    std::string prefix(text_.substr(from, separator - from));
    const bool apart = from == 0 || !is_word(code_point_before(text_, from).value) || is_ascii_digit(text_[from - 1]);
    if (prefix.empty() && items_ && separator < begin && text_[begin - 1] == '#' && begins_item_at(text_, begin - 1) &&
        ends_item_at(text_, end))  // and no reference: #19-2207
      return PaperId{.bytes = {static_cast<std::uint32_t>(begin - 1), static_cast<std::uint32_t>(end)},
                     .prefix = "#",
                     .digits = std::string(text_.substr(begin, end - begin)),
                     .number = static_cast<std::uint32_t>(
                         std::strtoul(std::string(text_.substr(begin, end - begin)).c_str(), nullptr, 10)),
                     .known = words::find_word(words_.prefixes, "participant")};
    if (prefix.empty() || !apart || prefix.size() > longest_prefix) return std::nullopt;
    const IdPrefix* known = known_prefix(fold(prefix), words_);
    const bool close = separator == begin || (separator + 1 == begin && text_[separator] == '-');
    if (known && known->kind == IdPrefix::Kind::other && known->word && close && is_short_form(prefix))
      known = nullptr;  // BY3, beside BU3; AS-8
    if (known && known->kind == IdPrefix::Kind::other) return std::nullopt;
    const bool blank = separator < begin && text_[separator] == ' ';
    if (!known && blank && is_year(text_.substr(begin, end - begin))) return std::nullopt;  // a citation: Aldersey 2002
    const std::string letters = fold(prefix);
    if (text_.substr(separator, begin - separator) == ". " &&
        (letters == "p" || letters == "pp" || letters == "l" || letters == "ll"))
      return std::nullopt;  // a page or a line
    const bool in_group = known && known->kind == IdPrefix::Kind::group && !known->word;
    const bool seated = seat > 0 && !blank &&
                        (in_group || (items_ && !known && is_short_form(prefix) && begins_word_at(text_, from) &&
                                      ends_sentence_or_item_at(text_, end + seat)));  // Y10-3
    if (seat > 0 && !seated && !ends_well(text_, end)) return std::nullopt;
    if (known && known->word && !blank && separator < begin && text_[separator] != '-') return std::nullopt;
    const bool small = prefix[0] >= 'a' && prefix[0] <= 'z';
    if (known && known->word && prefix.back() == 's' && !words::find_word(words_.prefixes, fold(prefix)) &&
        !another_follows(end))
      return std::nullopt;  // "Participants 18 men", a heading and how many
    if (small && known && known->word && !known->generic && prefix.back() == 's' &&
        known->kind == IdPrefix::Kind::participant && !words::find_word(words_.prefixes, letters))
      return std::nullopt;                                             // "nurses 12, doctors 4"
    if (known && !known->word && blank && small) return std::nullopt;  // "i 3", "pt 2" in small letters
    if (items_ && !seated && (!known || known->kind == IdPrefix::Kind::participant)) {
      const std::size_t whole = item_begin(text_, from, words_);
      const bool led = separator == begin && is_short_form(prefix) && role_begin(text_, from, words_) < from;
      if (whole < from && !led) {  // "Care assistant S5" is S5
        from = whole;
        prefix = std::string(text_.substr(from, separator - from));
        // "UK-P03" and "NL-P03" are two, and the wife of P4 is not P4.
        if (prefix.find_first_of("-_") != prefix.npos || prefix.find(" of ") != prefix.npos) known = nullptr;
        if (!known) known = place_of(prefix);
      }
    }
    if (!known && !is_shape(prefix, from, end, blank)) return std::nullopt;
    PaperId id{.bytes = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)},
               .prefix = prefix,
               .separator = std::string(text_.substr(separator, begin - separator)),
               .digits = std::string(text_.substr(begin, end - begin)),
               .known = known};
    if (seated) seat_in_group(id, seat);
    std::from_chars(id.digits.data(), id.digits.data() + id.digits.size(), id.number);
    return id;
  }

  /// "Participants 3 and 7", "Patients 2, 5", "Farmers 1-16"
  bool another_follows(std::size_t end) const {
    std::size_t at = end;
    while (at < text_.size() && !is_ascii_digit(text_[at]) && at - end < 12) ++at;
    const std::string between = fold(trimmed(text_.substr(end, at - end)));
    const bool sign = !between.empty() && std::string_view(",-/&;").find(between.back()) != std::string_view::npos;
    const bool joined = is_one_of(between, words_.conjunction) || is_one_of(between, words_.range);
    return at < text_.size() && is_ascii_digit(text_[at]) && (sign || joined || between == "\u2013");
  }

  /// "Teacher B", "Site A": a capital that stands alone behind a word for those who are so named.
  std::optional<PaperId> lettered(std::size_t at) const {
    const char c = text_[at];
    if (auto said = in_words(at)) return said;
    if (auto seat = lettered_seat(at)) return seat;
    if (c < 'A' || c > 'Z' || c == 'I' || at < 2 || text_[at - 1] != ' ') return std::nullopt;
    const char32_t next = at + 1 < text_.size() ? code_point_at(text_, at + 1).value : U' ';
    if (is_word(next) || next == U'-' || next == U'&' || next == U'/' || is_apostrophe(next)) return std::nullopt;
    std::size_t from = prefix_begin(text_, at - 1, words_);
    std::string prefix(text_.substr(from, at - 1 - from));
    if (prefix.size() < 3 || (from > 0 && is_word(code_point_before(text_, from).value))) return std::nullopt;
    const bool capital = prefix[0] >= 'A' && prefix[0] <= 'Z';
    const IdPrefix* known = known_prefix(fold(prefix), words_);
    if (!known && capital && is_role(fold(prefix), words_)) known = &of_a_role;
    // "Welder A": a word that the language does not know, in capitals as names are; whether it is one the paper tells
    const bool unknown = !known && items_ && is_named_role(prefix);
    if (!unknown && (!known || !known->word || known->kind == IdPrefix::Kind::other)) return std::nullopt;
    if (!capital && !begins_item_at(text_, from)) return std::nullopt;
    if (items_ && known && known->kind == IdPrefix::Kind::participant) from = item_begin(text_, from, words_);
    return PaperId{.bytes = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at + 1)},
                   .prefix = std::string(text_.substr(from, at - 1 - from)),
                   .separator = " ",
                   .digits = std::string(1, c),
                   .number = static_cast<std::uint32_t>(c - 'A' + 1),
                   .known = known};
  }

  /// "FG-B": somebody in a focus group, by a letter.
  std::optional<PaperId> lettered_seat(std::size_t at) const {
    const char c = text_[at];
    if (c < 'A' || c > 'Z' || at < 3 || text_[at - 1] != '-') return std::nullopt;
    const char32_t next = at + 1 < text_.size() ? code_point_at(text_, at + 1).value : U' ';
    const std::size_t from = prefix_begin(text_, at - 1, words_);
    const std::string prefix(text_.substr(from, at - 1 - from));
    const IdPrefix* known = known_prefix(fold(prefix), words_);
    if (is_word(next) || next == U'-' || !known || known->kind != IdPrefix::Kind::group || known->word)
      return std::nullopt;
    return PaperId{.bytes = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at + 1)},
                   .prefix = prefix,
                   .separator = "-",
                   .digits = std::string(1, c),
                   .number = static_cast<std::uint32_t>(c - 'A' + 1)};
  }

  /// "Participant Two": with a capital, behind a word that says no more than that.
  std::optional<PaperId> in_words(std::size_t at) const {
    const char c = text_[at];
    if (c < 'A' || c > 'Z' || at < 9 || text_[at - 1] != ' ') return std::nullopt;
    std::size_t end = at;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    const words::NumberWord number = words_.numbers[fold(text_.substr(at, end - at))];
    const bool small = number.kind == words::NumberWord::Kind::small;
    const std::size_t from = prefix_begin(text_, at - 1, words_);
    const IdPrefix* known = known_prefix(fold(text_.substr(from, at - 1 - from)), words_);
    if (!small || end - at < 3 || !known || !known->word || !known->generic) return std::nullopt;
    return PaperId{.bytes = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)},
                   .prefix = std::string(text_.substr(from, at - 1 - from)),
                   .separator = " ",
                   .digits = std::string(text_.substr(at, end - at)),
                   .number = static_cast<std::uint32_t>(number.value),
                   .known = known};
  }

 private:
  /// Whether letters that the language does not know may be a prefix.
  bool is_shape(std::string_view prefix, std::size_t from, std::size_t end, bool blank) const {
    if (items_ && !blank && is_cut_word(prefix) && begins_word_at(text_, from) && ends_sentence_or_item_at(text_, end))
      return true;  // Rec2, Re-17
    const bool begins_line = from < 8 && skip_dashes(text_, 0) == from;
    if (items_ && !blank && is_small_letter(prefix) && (begins_line || begins_item_at(text_, from)) &&
        ends_item_at(text_, end))
      return true;  // a15, for A15
    if (items_ && is_cut_word(prefix) && prefix.size() > 2 && text_.substr(from + prefix.size()).starts_with(". "))
      return true;  // Ref. 21, for Referee 21
    if (!blank && is_short_form(prefix.substr(prefix.find_last_of("-_ ") + 1))) return true;
    if (blank && (is_named_role(prefix) || prefix.find(" of ") != prefix.npos)) return true;
    if (!items_ || !blank || !begins_item_at(text_, from) || !ends_item_at(text_, end)) return false;
    if (is_small_word(prefix) && (prefix.back() == 's' || tells_gender(prefix))) return false;  // "(women 12, boys 4)"
    if (is_short_form(prefix) || is_small_word(prefix)) return true;
    const std::size_t last = prefix.find_last_of(" ");
    return last != prefix.npos && prefix[0] >= 'A' && prefix[0] <= 'Z' && is_small_word(prefix.substr(last + 1));
  }

  /// "Ward" of "Ward B4": a place, or a group, that has a letter before its number.
  const IdPrefix* place_of(const std::string& prefix) const {
    const std::size_t blank = prefix.find(' ');
    if (blank == prefix.npos || prefix.size() != blank + 2) return nullptr;
    const IdPrefix* known = words::find_word(words_.prefixes, fold(prefix.substr(0, blank)));
    const bool many = known && (known->kind == IdPrefix::Kind::place || known->kind == IdPrefix::Kind::group);
    return many ? known : nullptr;
  }

  bool tells_gender(std::string_view prefix) const {
    const auto* said = words::find_word(words_.attributes, fold(prefix));
    return said &&
           std::any_of(said->begin(), said->end(), [](const SaidOfSomebody& one) { return one.kind == "gender"; });
  }

  void seat_in_group(PaperId& id, std::size_t seat) const {
    const std::size_t end = id.bytes.end;
    id.prefix = std::string(text_.substr(id.bytes.begin, end - id.bytes.begin));
    id.separator = std::string(1, text_[end]);
    id.digits = std::string(text_.substr(end + 1, seat - 1));
    id.known = nullptr;  // somebody, and no group
    id.bytes.end = static_cast<std::uint32_t>(end + seat);
  }

  std::string_view text_;
  const PaperWords& words_;
  bool items_;
};

/// "FG1/P3", "S2-P4", "H1P3": two that are one, the third of a group. A time (T1-P3) and an age (P3-F34) are no part.
void join_compounds(std::string_view text, const PaperWords& words, std::vector<PaperId>& ids) {
  const auto is_time = [&](const PaperId& id) { return words.occasions.contains(fold(id.written())); };
  for (std::size_t i = 0; i + 1 < ids.size();) {
    PaperId& group = ids[i];
    const PaperId& member = ids[i + 1];
    const std::size_t end = group.bytes.end, next = member.bytes.begin;
    const bool joined = next == end || (next == end + 1 && std::string_view("-_/.").find(text[end]) != text.npos);
    const bool somebody = !member.known || (member.known->kind == IdPrefix::Kind::participant && !member.known->word);
    const std::string letters = member.folded_prefix();
    const bool age = letters.size() == 1 && letters != "p" && member.number >= 16;
    if (!joined || !somebody || age || group.family() == member.family() || group.is_word() || is_time(group) ||
        is_time(member)) {
      ++i;
      continue;
    }
    group.prefix = std::string(text.substr(group.bytes.begin, next - group.bytes.begin)) + member.prefix;
    group.separator = member.separator;
    group.digits = member.digits;
    group.number = member.number;
    group.known = nullptr;
    group.bytes.end = member.bytes.end;
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

std::vector<PaperId> ids_in(std::string_view text, const PaperWords& words, IdPlaces places) {
  std::vector<PaperId> ids;
  const IdReader reader(text, words, places);
  for (std::size_t at = 0; at < text.size();) {
    std::optional<PaperId> id;
    if (is_ascii_digit(text[at])) {
      std::size_t end = at;
      while (end < text.size() && is_ascii_digit(text[end])) ++end;
      id = reader.numbered(at, end);
      if (id && id->separator.find('.') != id->separator.npos && id->digits.size() == 4 && holds_year(id->digits))
        id.reset();  // "Aho, V. 2014. The long look."
      at = id ? id->bytes.end : end;
    } else {
      id = reader.lettered(at);
      ++at;
    }
    if (id) ids.push_back(std::move(*id));
  }
  join_compounds(text, words, ids);
  return ids;
}

}  // namespace moniker::custodian
