// generalise_date.cpp may overlook words, since it puts others in their place. Here every word stays but the
// day, the month and the year: what is not understood to the last word is not read at all.
#include "replace/spoken_date.hpp"

#include <algorithm>
#include <chrono>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "words/date_words.hpp"

namespace moniker::replace {
namespace {

using words::SpokenNumber;
using Kind = SpokenNumber::Kind;
using Says = DateToken::Says;

struct Words {
  std::vector<SpokenNumber> numbers{};
  std::vector<DateToken> named{};  // months and weekdays
  bool relative = false, pointing = false, decade = false, holiday = false, strange = false;
  std::size_t months = 0;
};

Words sort_words(const std::vector<SpokenNumber>& all, const Generalisations& tables) {
  const words::Language& language = tables.language;
  Words words;
  for (const SpokenNumber& word : all) {
    if (word.kind != Kind::word) {
      words.numbers.push_back(word);
    } else if (const auto month = language.dates.month(word.folded)) {
      words.named.push_back({.says = Says::month, .word = word, .name = *month});
      ++words.months;
    } else if (const auto weekday = language.dates.weekday(word.folded)) {
      words.named.push_back({.says = Says::weekday, .word = word, .name = *weekday});
    } else if (language.from_today.contains(word.folded)) {
      words.relative = true;
    } else if (language.dates.is_decade(word.folded)) {
      words.decade = true;
    } else if (language.pointing_words.contains(word.folded)) {
      words.pointing = true;
    } else if (tables.calendar.contains(word.folded)) {
      words.holiday = true;
    } else if (!says_nothing(word.folded, tables)) {
      words.strange = true;
    }
  }
  return words;
}

/// '81 is a year though 14 may be a day.
bool has_apostrophe(std::string_view text, const SpokenNumber& n) {
  if (n.bytes.begin == 0) return false;
  return is_single_quote(code_point_before(text, n.bytes.begin).value);
}

class Reading {
 public:
  explicit Reading(std::string_view text) : text_(text) {}

  bool named(const Words& words) {
    for (const DateToken& token : words.named) {
      if (token.says == Says::month) date_.month = token.name.number;
    }
    for (const SpokenNumber& n : words.numbers) {
      const bool year = words::is_year(n) || has_apostrophe(text_, n) || (n.kind == Kind::cardinal && n.value > 31);
      if (!(year ? take_year(n) : take_day(n))) return false;
    }
    return true;
  }

  /// British order; where that makes no month, the American.
  bool numeric(const std::vector<SpokenNumber>& n) {
    if (n.size() == 1) return words::is_year(n[0]) && take_year(n[0]);
    if (n.size() == 2 && words::is_year(n[1])) return take_month(n[0]) && take_year(n[1]);
    if (n.size() == 2 && words::is_year(n[0])) return take_year(n[0]) && take_month(n[1]);
    if (n.size() == 3 && words::is_year(n[0])) return take_year(n[0]) && take_month(n[1]) && take_day(n[2]);
    if (n.size() != 2 && n.size() != 3) return false;
    date_.month_first = n[1].value > 12;
    const SpokenNumber &day = n[date_.month_first ? 1 : 0], &month = n[date_.month_first ? 0 : 1];
    return take_day(day) && take_month(month) && (n.size() == 2 || take_year(n[2]));
  }

  std::optional<SpokenDate> finish(const Words& words) {
    for (const DateToken& token : words.named) date_.tokens.push_back(token);
    std::sort(date_.tokens.begin(), date_.tokens.end(),
              [](const DateToken& a, const DateToken& b) { return a.word.bytes.begin < b.word.bytes.begin; });
    if (!is_in_calendar()) return std::nullopt;
    return std::move(date_);
  }

 private:
  bool take(Says says, std::uint32_t& part, std::uint32_t value, const SpokenNumber& n) {
    if (part != 0 || value == 0) return false;
    part = value;
    date_.tokens.push_back({.says = says, .word = n});
    return true;
  }
  bool take_day(const SpokenNumber& n) { return n.value <= 31 && take(Says::day, date_.day, n.value, n); }
  bool take_month(const SpokenNumber& n) { return n.value <= 12 && take(Says::month, date_.month, n.value, n); }
  bool take_year(const SpokenNumber& n) {
    const std::uint32_t year = words::full_year(n);
    return n.kind == Kind::cardinal && year >= 1800 && year <= 2199 && take(Says::year, date_.year, year, n);
  }

  bool is_in_calendar() const {
    if (date_.day == 0) return true;
    if (date_.month == 0) return false;
    constexpr int a_leap_year = 2000;
    const std::chrono::year year(date_.year == 0 ? a_leap_year : static_cast<int>(date_.year));
    return (year / std::chrono::month(date_.month) / std::chrono::day(date_.day)).ok();
  }

  std::string_view text_;
  SpokenDate date_{};
};

bool depends_on_today(const Words& words) {
  if (words.decade) return words.numbers.empty() && words.months == 0;
  const bool counted = std::all_of(words.numbers.begin(), words.numbers.end(),
                                   [](const SpokenNumber& n) { return n.kind == Kind::cardinal && n.value <= 31; });
  if (words.relative) return counted && words.months == 0;
  return words.numbers.empty() && (words.months == 0 || words.pointing);
}

}  // namespace

bool says_nothing(std::string_view folded, const Generalisations& tables) {
  return tables.language.date_small_words.contains(folded) || tables.calendar.contains(std::string(folded));
}

std::optional<SpokenDate> read_spoken_date(std::string_view text, const Generalisations& tables) {
  const auto all = words::spoken_numbers(words::placed_words(text), tables.language.numbers);
  const Words words = sort_words(all, tables);
  if (all.empty() || words.strange) return std::nullopt;
  if (depends_on_today(words)) return SpokenDate{};
  // Christmas does not move, and of two months nobody can say which number goes with which.
  if (words.holiday || words.relative || words.decade || words.months > 1) return std::nullopt;
  Reading reading(text);
  if (!(words.months == 1 ? reading.named(words) : reading.numeric(words.numbers))) return std::nullopt;
  return reading.finish(words);
}

}  // namespace moniker::replace
