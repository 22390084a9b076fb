// Numbers as they are said, both ways: which number a word says, and with which words a number is said.
#include "words/number_words.hpp"

#include <algorithm>
#include <limits>

#include "base/fold.hpp"
#include "words/list_cells.hpp"

namespace moniker::words {
namespace {

using Says = NumberWord::Kind;

struct KindRow {
  std::string_view name;
  Says kind;
  std::uint64_t most;  // its values go up to
};
constexpr KindRow kinds[] = {
    {"letter", Says::letter_o, 0},
    {"oh", Says::oh, 0},
    {"small", Says::small, 19},
    {"tens", Says::tens, 90},
    {"ordinal", Says::ordinal, std::numeric_limits<std::uint64_t>::max()},
    {"scale", Says::scale, std::numeric_limits<std::uint64_t>::max()},
    {"times", Says::times, 9},
    {"joining", Says::joining, 0},
    {"article", Says::article, 0},
    {"point", Says::point, 0},
    {"ending", Says::none, 9},
};

const KindRow& kind_of(const ListFile& list, const ListRow& row) {
  std::vector<std::string_view> names;
  for (const KindRow& kind : kinds) names.push_back(kind.name);
  const std::size_t place = place_in(list, row, 2, names);
  if (place == names.size()) fail_row(list, row, "the word has no kind", "give it one, or take it out");
  return kinds[place];
}

void if_first(std::string& written, const std::string& word) {
  if (written.empty()) written = word;
}

/// The scales are asked for from the largest, whatever the order of the rows.
void add_scale(NumberWords& words, std::uint64_t size, const std::string& word) {
  const auto at =
      std::find_if(words.scales.begin(), words.scales.end(), [&](const auto& s) { return s.first <= size; });
  if (at == words.scales.end() || at->first != size) words.scales.insert(at, {size, word});
}

void add_written(NumberWords& words, const NumberWord& says, const std::string& word) {
  switch (says.kind) {
    case Says::small:
    case Says::tens:
      return if_first(words.cardinals[says.value], word);
    case Says::scale:
      return add_scale(words, says.value, word);
    case Says::oh:
      return if_first(words.oh, word);
    case Says::joining:
      return if_first(words.joining, word);
    case Says::point:
      return if_first(words.point, word);
    default:
      return;
  }
}

void add_ending(NumberWords& words, std::uint64_t last_digit, const std::string& word) {
  words.endings.try_emplace(word, last_digit);
  if_first(words.ending_of[last_digit], word);
}

std::string last_word(const NumberWords& words, std::uint64_t value) {
  if (value < words.cardinals.size()) return words.cardinals[value];
  for (const auto& [size, name] : words.scales) {
    if (size == value) return name;
  }
  return {};
}

/// Nothing where one of the two is missing.
std::string both(const std::string& before, char between, const std::string& behind) {
  return before.empty() || behind.empty() ? std::string() : before + between + behind;
}

}  // namespace

void NumberWords::read(const ListFile& list) {
  std::vector<std::pair<std::uint64_t, std::string>> ordinal_rows;
  each_row(list, {"word", "value", "kind"}, [&](const ListRow& row) {
    const KindRow& kind = kind_of(list, row);
    const NumberWord says{kind.kind, number_in(list, row, 1, kind.most)};
    const std::string word = fold(row.cells[0]);
    if (kind.kind == Says::scale && says.value < 100) fail_row(list, row, "a scale is 100 or more", "give its value");
    if (kind.kind == Says::none) return add_ending(*this, says.value, word);
    said.try_emplace(word, says);
    add_written(*this, says, word);
    if (kind.kind == Says::ordinal) ordinal_rows.emplace_back(says.value, word);
  });
  if_first(oh, cardinals[0]);
  for (const auto& [value, word] : ordinal_rows) ordinals.try_emplace(last_word(*this, value), word);
}

NumberWord NumberWords::operator[](std::string_view folded) const {
  const NumberWord* word = find_word(said, folded);
  return word ? *word : NumberWord{};
}

int digit_of(const NumberWord& word) {
  const bool digit = word.kind == Says::oh || (word.kind == Says::small && word.value < 10);
  return digit ? static_cast<int>(word.value) : -1;
}

std::string cardinal_words(const NumberWords& words, std::uint64_t number, char hyphen) {
  for (const auto& [size, name] : words.scales) {
    if (number < size) continue;
    const std::string said = both(cardinal_words(words, number / size, hyphen), ' ', name);
    return number % size == 0 ? said : both(said, ' ', cardinal_words(words, number % size, hyphen));
  }
  if (number >= words.cardinals.size()) return {};
  if (number < 20 || number % 10 == 0) return words.cardinals[number];
  return both(words.cardinals[number / 10 * 10], hyphen, words.cardinals[number % 10]);
}

std::string with_ordinal(const NumberWords& words, const std::string& said, char hyphen) {
  const std::size_t last = said.find_last_of(std::string{' ', hyphen}) + 1;  // npos + 1 is 0
  const std::string_view cardinal = std::string_view(said).substr(last);
  const std::string* known = find_word(words.ordinals, cardinal);
  return said.substr(0, last) + (known ? *known : std::string(cardinal) + words.ending_of[0]);
}

std::string ordinal_words(const NumberWords& words, std::uint64_t number, char hyphen) {
  const std::string said = cardinal_words(words, number, hyphen);
  return said.empty() ? said : with_ordinal(words, said, hyphen);
}

std::string year_in_pairs(const NumberWords& words, std::uint64_t year, char hyphen) {
  const std::uint64_t late = year % 100;
  const std::string early = cardinal_words(words, year / 100, hyphen);
  if (late == 0) return both(early, ' ', last_word(words, 100));
  const std::string rest = cardinal_words(words, late, hyphen);
  return both(early, ' ', late < 10 ? both(words.oh, ' ', rest) : rest);
}

std::string_view ordinal_ending(const NumberWords& words, std::uint64_t number) {
  const bool teen = number % 100 >= 11 && number % 100 <= 13;
  const std::string& own = words.ending_of[teen ? 0 : number % 10];
  return own.empty() ? words.ending_of[0] : own;
}

}  // namespace moniker::words
