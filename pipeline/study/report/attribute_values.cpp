// One way of writing for what is one. Spellings that differ in capitals, accents or punctuation are one, and so is a
// letter alone with the only word of its column that begins with it; the one that stands most often is written.
#include "report/attribute_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "base/iso_date.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t few_values = 8;  // of a column such as gender; codes of many places are another thing
constexpr std::size_t lines_told = 20;

/// "58", "58.0", "58 years", "18 months" (1); nothing for what is no number of years.
std::optional<std::uint32_t> number_of(std::string_view value, const words::DateWords& words) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc()) return std::nullopt;
  std::string_view rest = value.substr(static_cast<std::size_t>(end - value.data()));
  if (rest.size() > 1 && rest.front() == '.') {
    const std::size_t digits = rest.find_first_not_of("0123456789", 1);
    rest.remove_prefix(digits == 1 ? 0 : std::min(digits, rest.size()));
  }
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  if (rest.empty()) return number;
  const std::uint32_t in_a_year = words.in_a_year(fold(rest.substr(0, rest.find(' '))));
  return in_a_year > 0 ? std::optional(number / in_a_year) : std::nullopt;
}

bool holds_ages(const ColumnRule& column) {
  const auto words = folded_words(column.name);
  return column.means == "age" || (column.means.empty() && std::find(words.begin(), words.end(), "age") != words.end());
}

/// 0 where no word says that it counts months, and whatever nobody lives to be: a year of birth, a slip.
bool is_nobodys_age(std::string_view value, std::uint32_t years) {
  constexpr std::uint32_t oldest = 122;
  const bool plain = value.find_first_not_of("0123456789.,") == std::string_view::npos;
  return years > oldest || (years == 0 && plain);
}

}  // namespace

AttributeValues::AttributeValues(const Register& people, const std::vector<ColumnRule>& columns,
                                 const words::DateWords& words) {
  for (const ColumnRule& column : columns) {
    std::vector<Cell> cells;
    for (const Participant& person : people.people) {
      const auto found = person.attributes.find(column.name);
      if (found != person.attributes.end() && !found->second.empty()) cells.push_back({found->second, person.line});
    }
    if (column.use == ColumnUse::band) {
      read_numbers(column, cells, words);
    } else if (column.use != ColumnUse::drop) {
      join_spellings(column, cells);
    }
  }
}

const std::string& AttributeValues::of(const std::string& column, const std::string& value) const {
  const auto meant = meant_.find(column);
  if (meant == meant_.end()) return value;
  const auto found = meant->second.find(value);
  return found == meant->second.end() ? value : found->second;
}

void AttributeValues::read_numbers(const ColumnRule& column, const std::vector<Cell>& cells,
                                   const words::DateWords& words) {
  std::vector<std::uint32_t> others, far, nobodys;  // far: a year of birth in a column of numbers
  const bool ages = holds_ages(column);
  const auto last_band = static_cast<std::uint32_t>(std::max(0, column.top + 10 * column.width));
  for (const Cell& cell : cells) {
    if (parse_iso_date(cell.value)) continue;
    const auto number = number_of(cell.value, words);
    if (ages && (number ? is_nobodys_age(cell.value, *number) : cell.value.starts_with('-'))) {
      meant_[column.name][cell.value] = "other";
      nobodys.push_back(cell.line);
    } else if (number) {
      meant_[column.name][cell.value] = std::to_string(*number);
      if (*number > last_band) far.push_back(cell.line);
    } else {
      others.push_back(cell.line);
    }
  }
  if (!others.empty()) note(column.name, "is no number and is given as `other`", others);
  if (!nobodys.empty()) note(column.name, "is nobody's age and is given as `other`", nobodys);
  if (!far.empty()) note(column.name, "is far above the last band: see that it is what the column holds", far);
}

void AttributeValues::join_spellings(const ColumnRule& column, const std::vector<Cell>& cells) {
  std::map<std::string, std::map<std::string, std::size_t>> spellings;  // by what they are when folded
  for (const Cell& cell : cells) ++spellings[fold(cell.value)][cell.value];
  std::map<std::string, std::string> words_of_letters;
  for (const auto& [letter, written] : spellings) {
    if (letter.size() != 1 || spellings.size() > few_values) continue;
    std::vector<std::string> words;
    for (const auto& [folded, as] : spellings) {
      if (folded.size() > 1 && folded.front() == letter.front()) words.push_back(folded);
    }
    if (words.size() == 1) words_of_letters[letter] = words.front();
  }
  std::vector<std::uint32_t> changed;
  for (const Cell& cell : cells) {
    const std::string folded = fold(cell.value);
    const auto letter = words_of_letters.find(folded);
    const auto& written = spellings.at(letter == words_of_letters.end() ? folded : letter->second);
    const auto most = std::max_element(written.begin(), written.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most->first == cell.value) continue;
    meant_[column.name][cell.value] = most->first;
    changed.push_back(cell.line);
  }
  if (!changed.empty())
    note(column.name, "is another spelling of what others have there, and is given as theirs", changed);
}

void AttributeValues::note(const std::string& column, const std::string& what,
                           const std::vector<std::uint32_t>& lines) {
  const std::size_t told = std::min(lines.size(), lines_told);
  const std::string more = lines.size() > told ? fmt::format(" and {} more", lines.size() - told) : "";
  notes_.push_back(fmt::format("`{}` {}: line{} {}{}", column, what, lines.size() == 1 ? "" : "s",
                               fmt::join(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(told), ", "),
                               more));
}

}  // namespace moniker::study
