// A date becomes its month and year, and a date of birth, or one long past, its year alone: an exact date of
// birth is the strongest key there is, while the months of recent events carry the order of a story. British
// order: the day comes first; where that makes no month, the month does.
#include <algorithm>

#include "base/fold.hpp"
#include "replace/generalisations.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"
#include "replace/spoken_date.hpp"
#include "words/date_words.hpp"

namespace moniker::replace {
namespace {

using words::is_year;
using words::SpokenNumber;
using Kind = SpokenNumber::Kind;

constexpr std::uint32_t first_recent_year = 2010;  // before it, `date: auto` gives the year alone
struct DateParts {
  std::uint32_t year = 0, month = 0;  // 0: not said
  std::uint32_t names = 0;            // in whose words the month was named
  bool day = false;
  bool strange = false;  // a word that no date has
};

/// Three numbers or two, none of them named a month: 14/03/1981, 2024-03-03, 03/1981, 14/3.
void read_numeric(DateParts& parts, const std::vector<SpokenNumber>& numbers) {
  const auto month_at = [&](std::size_t i) {
    return numbers[i].value >= 1 && numbers[i].value <= 12 ? numbers[i].value : 0;
  };
  if (numbers.size() == 3 && is_year(numbers[0])) {
    parts = {.year = numbers[0].value, .month = month_at(1), .day = true, .strange = parts.strange};
  } else if (numbers.size() == 3) {
    parts.month = month_at(1) ? month_at(1) : month_at(0);
    parts.year = words::full_year(numbers[2]);
    parts.day = true;
  } else if (numbers.size() == 2 && is_year(numbers[1])) {
    parts.month = month_at(0);
    parts.year = numbers[1].value;
    parts.day = parts.month == 0;
  } else if (numbers.size() == 2) {
    parts.month = month_at(1) ? month_at(1) : month_at(0);
    parts.day = true;
  } else if (numbers.size() == 1 && is_year(numbers[0])) {
    parts.year = numbers[0].value;
  } else if (!numbers.empty()) {
    parts.day = true;
  }
}

/// Numbers around a month's name: the first that can be a day is one, the other the year.
void read_named(DateParts& parts, const std::vector<SpokenNumber>& numbers) {
  for (const SpokenNumber& n : numbers) {
    if (is_year(n))
      parts.year = n.value;
    else if (n.kind == Kind::ordinal || (n.value <= 31 && !parts.day))
      parts.day = true;
    else if (parts.year == 0 && n.value < 100)
      parts.year = words::full_year(n);
  }
}

DateParts read_date(const std::vector<SpokenNumber>& words, const Generalisations& tables) {
  DateParts parts;
  std::vector<SpokenNumber> numbers;
  for (const SpokenNumber& word : words) {
    if (word.kind != Kind::word)
      numbers.push_back(word);
    else if (const auto month = tables.language.dates.month(word.folded))
      parts.month = month->number, parts.names = month->names;
    else if (!says_nothing(word.folded, tables))
      parts.strange = true;
  }
  if (parts.month)
    read_named(parts, numbers);
  else
    read_numeric(parts, numbers);
  return parts;
}

bool year_alone(const ToReplace& what, const DateParts& parts) {
  const std::string_view wanted = setting(what, "date", "auto");
  if (wanted != "auto") return wanted == "year";
  const bool birth =
      what.subtype.find("birth") != std::string_view::npos || what.subtype.find("dob") != std::string_view::npos;
  return birth || parts.year < first_recent_year;
}

std::string quarter_of(const DateParts& parts, const words::DateWords& dates) {
  const std::uint32_t first = (parts.month - 1) / 3 * 3 + 1;
  return dates.months_from_to(first, first + 2, {.names = parts.names});
}

}  // namespace

Broader broader_date(const ToReplace& what, const Generalisations& tables) {
  const std::string_view core = core_text(what.surface);
  if (tables.calendar.contains(fold(core))) return std::string(core);
  const auto words = words::spoken_numbers(words::placed_words(core), tables.language.numbers);
  const words::DateWords& dates = tables.language.dates;
  const bool decade =
      std::any_of(words.begin(), words.end(), [&](const SpokenNumber& w) { return dates.is_decade(w.folded); });
  if (decade && words.size() <= 3) return std::string(core);  // "the nineties", "early 1990s"
  const DateParts parts = read_date(words, tables);
  if (parts.year != 0 && (parts.year < 1800 || parts.year > 2199)) return std::nullopt;
  if (parts.year == 0 && parts.month == 0) {
    return parts.day || parts.strange || words.empty() ? Broader() : Broader(std::string(core));
  }
  const std::string month(parts.month == 0 ? std::string_view()
                                           : dates.month_name(parts.month, {.names = parts.names}));
  const bool quarter = setting(what, "date", "auto") == "quarter" && !month.empty();
  if (parts.year == 0 && quarter) return quarter_of(parts, dates);
  if (parts.year == 0 && !parts.day) return std::string(core);
  if (parts.year == 0) return month.empty() ? Broader() : Broader(month);
  if (quarter) return quarter_of(parts, dates) + ' ' + std::to_string(parts.year);
  if (month.empty() || year_alone(what, parts)) return std::to_string(parts.year);
  return month + ' ' + std::to_string(parts.year);
}

}  // namespace moniker::replace
