// What has the shape of an ID: letters, perhaps a blank or a sign, digits. Whether a paper uses it for its participants
// is not decided here: that is learned from where it stands.
#include "manuscript/paper_ids.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

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

}  // namespace

std::string PaperId::folded_prefix() const { return fold(prefix); }

std::string PaperId::family() const {
  std::string name = folded_prefix();
  if (name.empty() || !is_ascii_digit(name.back())) return name;
  while (!name.empty() && is_ascii_digit(name.back())) name.pop_back();
  return name + "#";
}

bool PaperId::is_word() const {
  return known ? known->word
               : std::any_of(prefix.begin() + 1, prefix.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string PaperId::normal() const { return folded_prefix() + " " + std::to_string(number); }

std::vector<PaperId> ids_in(std::string_view text, const PaperWords& words) {
  std::vector<PaperId> ids;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_ascii_digit(text[at])) ++at;
    const std::size_t digits = at - begin;
    std::size_t separator = begin;
    while (separator > 0 && begin - separator < 2 &&
           std::string_view(" -_#.").find(text[separator - 1]) != std::string_view::npos)
      --separator;
    const std::size_t seat = seat_behind(text, at);
    if (separator == 0 || digits > longest_digits || (seat == 0 && !ends_well(text, at))) continue;
    const std::size_t from = prefix_begin(text, separator, words);
    const std::string prefix(text.substr(from, separator - from));
    const bool apart = from == 0 || !is_word(code_point_before(text, from).value) || is_ascii_digit(text[from - 1]);
    if (prefix.empty() || !apart || prefix.size() > longest_prefix) continue;
    const IdPrefix* known = known_prefix(fold(prefix), words);
    if (known && known->kind == IdPrefix::Kind::other) continue;
    const bool blank = separator < begin && text[separator] == ' ';
    const bool seated = seat > 0 && known && known->kind == IdPrefix::Kind::group && !known->word && !blank;
    if (seat > 0 && !seated && !ends_well(text, at)) continue;
    if (!known && !(blank ? is_named_role(prefix) : is_short_form(prefix))) continue;
    if (known && known->word && !blank && separator < begin && text[separator] != '-') continue;
    const bool small = prefix[0] >= 'a' && prefix[0] <= 'z';
    if (known && !known->word && blank && small) continue;  // "i 3", "pt 2" in small letters
    PaperId id{.bytes = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at)},
               .prefix = prefix,
               .separator = std::string(text.substr(separator, begin - separator)),
               .digits = std::string(text.substr(begin, digits)),
               .known = known};
    if (seated) {
      id.prefix = std::string(text.substr(from, at - from));
      id.separator = std::string(1, text[at]);
      id.digits = std::string(text.substr(at + 1, seat - 1));
      id.known = nullptr;  // somebody, and no group
      at += seat;
      id.bytes.end = static_cast<std::uint32_t>(at);
    }
    std::from_chars(id.digits.data(), id.digits.data() + id.digits.size(), id.number);
    ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace moniker::custodian
