// Codes that nobody announces: what is left of an account, a claim or a plate is how many digits and letters stand
// together, and that they are no year, no sum, no measure and no counting. What may stand between them says the rule's
// expression.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "rules/codes.hpp"
#include "words/language.hpp"
#include "words/word_scanner.hpp"

namespace moniker::validate {
namespace {

bool is_year(std::string_view group) {
  return group.size() == 4 && is_number(group) && group >= "1600" && group <= "2099";
}
bool is_round(std::string_view group) { return group.size() >= 3 && group.ends_with("00"); }

/// A code as it is typed, cut at whatever is neither a letter nor a digit.
struct TypedCode {
  std::vector<std::string_view> groups{};
  std::size_t digits = 0, letters = 0, longest = 0;  // longest: digits in a row
  bool blanks_alone = true, dotted = false;
};

TypedCode cut(std::string_view text) {
  TypedCode code;
  std::size_t row = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_letter_or_digit(text[i])) {
      code.blanks_alone = code.blanks_alone && text[i] == ' ';
      code.dotted = code.dotted || text[i] == '.';
      row = 0;
      continue;
    }
    if (i == 0 || !is_letter_or_digit(text[i - 1])) code.groups.push_back(text.substr(i, 0));
    code.groups.back() = {code.groups.back().data(), code.groups.back().size() + 1};
    row = is_ascii_digit(text[i]) ? row + 1 : 0;
    code.longest = std::max(code.longest, row);
    ++(is_ascii_digit(text[i]) ? code.digits : code.letters);
  }
  return code;
}

/// "2019/20", "1998 2003", "1914-18".
bool is_span_of_years(const TypedCode& code) {
  return is_year(code.groups[0]) && std::all_of(code.groups.begin() + 1, code.groups.end(), [](std::string_view group) {
           return group.size() <= 2 || is_year(group);
         });
}

/// "17 450 000": groups of three behind the first, and a sum that is rounded.
bool is_sum(const TypedCode& code) {
  return is_round(code.groups.back()) && std::all_of(code.groups.begin() + 1, code.groups.end(),
                                                     [](std::string_view group) { return group.size() == 3; });
}

bool is_number_of_somebody(const TypedCode& code) {
  if (is_span_of_years(code) || is_sum(code) || (code.dotted && code.groups.size() < 3)) return false;
  if (code.groups[0][0] == '0') return code.digits >= 5;
  if (code.groups.size() == 1) return code.digits >= 6 || (code.digits == 5 && !code.groups[0].ends_with('0'));
  const bool short_group =
      std::any_of(code.groups.begin(), code.groups.end(), [](std::string_view group) { return group.size() < 2; });
  if (code.blanks_alone) return code.digits >= 7 && !short_group;
  return code.longest >= 3 && (code.digits >= 7 || (code.digits >= 5 && code.longest >= 4));
}

bool is_letters_and_digits(const TypedCode& code) {
  const bool dated = code.digits == 4 && code.groups.back().size() >= 4 &&
                     is_year(code.groups.back().substr(code.groups.back().size() - 4));
  if (code.dotted && code.digits < 7) return false;
  if (code.letters == 1) return code.digits >= 5;
  const bool rounded = is_round(code.groups.back());
  return code.digits >= 5 ||
         (code.digits >= 3 && code.digits + code.letters >= 6 + (code.digits == 3) && !dated && !rounded);
}

/// What is said, word by word, without what stands between.
struct SaidCode {
  std::string figures{};       // all digits in their order
  std::size_t one_by_one = 0;  // digits that are said by themselves, or typed three or more at once
  std::size_t letters = 0;
  std::size_t said = 0;  // words that are no typed figures
  bool marked = false;   // a nought or a double, which no list of counts and scores has
};

/// The digits of a word alone; nothing where it says letters.
std::string figures_of(const std::string& word, const words::NumberWord& number) {
  using Kind = words::NumberWord::Kind;
  if (words::digit_of(number) >= 0 || number.kind == Kind::letter_o) return std::to_string(number.value);
  if (number.kind == Kind::scale) return number.value <= 1000 ? std::to_string(number.value).substr(1) : std::string();
  if (number.kind == Kind::small || number.kind == Kind::tens) return std::to_string(number.value);
  return digits_of(word);
}

/// "forty" "two": the unit takes the nought's place.
bool joins(const words::NumberWord& before, const std::string& figures) {
  return before.kind == words::NumberWord::Kind::tens && figures.size() == 1 && figures[0] != '0';
}

SaidCode said_code(std::string_view text, const words::Language& language) {
  using Kind = words::NumberWord::Kind;
  SaidCode code;
  words::NumberWord before{};
  for (const std::string& word : words_said(text, language)) {
    const words::NumberWord number = language.numbers[word];
    const std::string once = figures_of(word, number);
    std::string figures = once;
    const std::uint64_t times = before.kind == Kind::times ? before.value : 1;
    for (std::uint64_t i = 1; i < times; ++i) figures += once;
    if (joins(before, figures)) {
      code.figures.pop_back();
    } else if (words::digit_of(number) >= 0 || figures.size() > 2) {
      code.one_by_one += figures.size();
    }
    // A word of the spelling alphabet, and a letter's name, are one letter.
    if (figures.empty() && number.kind == Kind::none) code.letters += (word.size() <= 2 ? word.size() : 1) * times;
    code.said += number.kind != Kind::none || figures.size() < 2;
    code.marked = code.marked || number.kind == Kind::times || figures == "0";
    code.figures += figures;
    before = number;
  }
  return code;
}

/// Whether anything is said at all between what is typed.
bool is_told(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "Stroke", "dash": what is said of a code's signs and of nothing else between numbers. A word joined by a hyphen is
/// one.
bool says_any(std::string_view text, const words::WordSet& signs) {
  words::WordScanner scanner(text);
  for (ByteRange word; scanner.next(word);) {
    std::string folded;
    words::fold_word(text.substr(word.begin, word.size()), folded);
    if (signs.contains(folded)) return true;
  }
  return false;
}

}  // namespace

bool typed_code(std::string_view matched) {
  const TypedCode code = cut(matched);
  if (code.groups.empty() || code.digits < 3) return false;
  return code.letters == 0 ? is_number_of_somebody(code) : is_letters_and_digits(code);
}

bool spoken_code(std::string_view matched, const words::Language& language) {
  const SaidCode code = said_code(matched, language);
  const bool parted = says_any(matched, language.number_signs);
  const std::size_t digits = code.figures.size();
  if (counts(code.figures)) return false;
  if (code.letters == 0 && digits >= 9 && code.one_by_one >= 3 && is_told(matched)) return true;
  if (code.said < 3 && !parted) return false;
  if (code.letters == 0) {
    const bool list = std::count(matched.begin(), matched.end(), ',') + 1 >= static_cast<std::ptrdiff_t>(code.said);
    return code.one_by_one >= 3 && (code.marked || parted ? digits >= 5 : digits >= 7 && !list);
  }
  return code.one_by_one >= 2 && digits + code.letters >= (digits >= 3 ? 5 : 6);
}

bool told_code(std::string_view matched, const words::Language& language) {
  const TypedCode code = cut(matched);
  if (code.groups.empty()) return false;
  const bool ratio = code.letters == 0 && code.groups.size() == 2 && matched.find('/') != std::string_view::npos &&
                     code.groups[0][0] != '0' &&
                     std::all_of(code.groups.begin(), code.groups.end(), [](auto group) { return group.size() <= 3; });
  const SaidCode said = said_code(matched, language);
  return !ratio && !(said.letters == 0 && said.figures.size() >= 3 && counts(said.figures));
}

}  // namespace moniker::validate
