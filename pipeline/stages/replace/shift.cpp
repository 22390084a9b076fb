// `shift` moves every date that one person tells by the same number of days, which follows from the study's key and
// from whose talk it is: what lies between two dates stays, when they were nobody can tell. The day, the month and
// the year are written anew as they were written; every other word of the date stays. What is said from today's
// view (last Tuesday) moves with the talk and is left. What cannot be read as one date is generalised.
#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "base/utf8.hpp"
#include "replace/fallbacks.hpp"
#include "replace/placeholder.hpp"
#include "replace/settings.hpp"
#include "replace/shift_offset.hpp"
#include "replace/spelling.hpp"
#include "replace/spoken_date.hpp"
#include "words/date_words.hpp"
#include "words/number_words.hpp"

namespace moniker::replace {
namespace {

using words::SpokenNumber;
using Kind = SpokenNumber::Kind;
using Says = DateToken::Says;
using std::chrono::year_month_day;

constexpr std::uint32_t default_most = 182;

/// Where only a part is said its middle moves, so that "March 1981" goes as far as most days of that month.
year_month_day middle_of(const SpokenDate& date) {
  constexpr int common_year = 2001, leap_year = 2000;
  const int unsaid = date.month == 2 && date.day == 29 ? leap_year : common_year;
  return year_month_day(std::chrono::year(date.year == 0 ? unsaid : static_cast<int>(date.year)),
                        std::chrono::month(date.month == 0 ? 7 : date.month),
                        std::chrono::day(date.day != 0     ? date.day
                                         : date.month == 0 ? 1
                                                           : 15));
}

/// "MARCH", "March", "march": as the words were that stood there.
std::string in_case_of(std::string_view was, std::string text) {
  bool capital = false, small = false;
  for (std::size_t at = 0; at < was.size();) {
    const CodePoint c = code_point_at(was, at);
    if (c.length == 0) break;
    small = small || is_lower(c.value);
    capital = capital || is_upper(c.value);
    at += c.length;
  }
  const auto up = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  const auto down = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  if (capital && !small && was.size() > 1) std::transform(text.begin(), text.end(), text.begin(), up);
  if (small && !capital) std::transform(text.begin(), text.end(), text.begin(), down);
  if (capital && small && !text.empty()) text.front() = up(text.front());
  return text;
}

/// "two thousand and four", which no pairs say; with `thousands` "two thousand and twenty-four" too.
std::string year_words(std::uint32_t year, bool thousands, const words::NumberWords& numbers) {
  const std::uint32_t rest = year % 100;
  if (year / 100 != 20 || (!thousands && rest >= 10)) return words::year_in_pairs(numbers, year);
  const std::string century = words::cardinal_words(numbers, year - rest);
  if (rest == 0 || century.empty()) return century;
  return century + ' ' + numbers.joining + ' ' + words::cardinal_words(numbers, rest);
}

class Written {
 public:
  Written(std::string_view text, const SpokenDate& date, const words::Language& language)
      : text_(text), date_(date), numbers_(language.numbers), dates_(language.dates) {
    bool one_digit = false, zero = false, in_numbers = false;
    for (const DateToken& token : date.tokens) {
      if (token.says != Says::day && token.says != Says::month) continue;
      in_numbers = in_numbers || (token.says == Says::month && token.word.kind != Kind::word);
      one_digit = one_digit || token.word.digits == 1;
      zero = zero || (token.word.digits == 2 && token.word.value < 10);
    }
    two_digits_ = zero || (in_numbers && !one_digit);
  }

  /// The text with another date in it; nothing where it could not be read back.
  std::optional<std::string> with(year_month_day now, int days) const {
    std::string out;
    std::size_t kept = 0;
    for (const DateToken& token : date_.tokens) {
      const auto piece = written(token, now, days);
      if (!piece) return std::nullopt;
      out.append(text_.substr(kept, token.word.bytes.begin - kept)).append(*piece);
      kept = token.word.bytes.end;
    }
    return out.append(text_.substr(kept));
  }

 private:
  std::string_view was(const DateToken& token) const {
    return text_.substr(token.word.bytes.begin, token.word.bytes.size());
  }

  std::optional<std::string> written(const DateToken& token, year_month_day now, int days) const {
    switch (token.says) {
      case Says::day:
        return number(token, static_cast<unsigned>(now.day()));
      case Says::month:
        return month(token, now);
      case Says::year:
        return year(token, static_cast<std::uint32_t>(static_cast<int>(now.year())));
      case Says::weekday:
        return weekday(token, days);
    }
    return std::nullopt;
  }

  std::string number(const DateToken& token, std::uint32_t value) const {
    const SpokenNumber& word = token.word;
    if (word.digits == 0) {
      return in_case_of(was(token), word.kind == Kind::ordinal ? words::ordinal_words(numbers_, value)
                                                               : words::cardinal_words(numbers_, value));
    }
    std::string digits = (two_digits_ && value < 10 ? "0" : "") + std::to_string(value);
    if (word.kind == Kind::ordinal) {
      const std::string_view before = was(token);
      digits += in_case_of(before.substr(before.size() - 2), std::string(words::ordinal_ending(numbers_, value)));
    }
    return digits;
  }

  std::optional<std::string> month(const DateToken& token, year_month_day now) const {
    const auto value = static_cast<unsigned>(now.month());
    if (token.word.kind != Kind::word) {
      // 3/14 was read with the month in front since there is no 14th; 6/5 would be read the other way round.
      if (date_.month_first && static_cast<unsigned>(now.day()) <= 12) return std::nullopt;
      return number(token, value);
    }
    return in_case_of(was(token), std::string(dates_.month_name(value, token.name)));
  }

  std::optional<std::string> year(const DateToken& token, std::uint32_t value) const {
    const SpokenNumber& word = token.word;
    const bool in_full = word.value >= 100 || word.digits > 2;
    if (value < 1800 || value > 2199) return std::nullopt;
    if (!in_full && words::full_year({.value = value % 100, .digits = 2}) != value) return std::nullopt;
    const std::uint32_t rest = value % 100;
    if (word.digits != 0) {
      return in_full ? std::to_string(value) : (rest < 10 ? "0" : "") + std::to_string(rest);
    }
    if (!in_full && rest == 0) return std::nullopt;
    if (in_full) return in_case_of(was(token), year_words(value, says_thousands(token), numbers_));
    // "oh five" behind a month would be read as its fifth day.
    return rest <= 31 ? std::nullopt : std::optional(in_case_of(was(token), words::cardinal_words(numbers_, rest)));
  }

  std::string weekday(const DateToken& token, int days) const {
    const int now = ((static_cast<int>(token.name.number) + days) % 7 + 7) % 7;
    return in_case_of(was(token), std::string(dates_.weekday_name(static_cast<std::uint32_t>(now), token.name)));
  }

  bool says_thousands(const DateToken& token) const {
    const auto words = words::placed_words(was(token));
    return std::any_of(words.begin(), words.end(), [&](const words::PlacedWord& word) {
      const words::NumberWord number = numbers_[word.folded];
      return number.kind == words::NumberWord::Kind::scale && number.value == 1000;
    });
  }

  std::string_view text_;
  const SpokenDate& date_;
  const words::NumberWords& numbers_;
  const words::DateWords& dates_;
  bool two_digits_ = false;
};

/// Whether a text says of `now` what the date said of itself.
bool says(const std::optional<SpokenDate>& read, const SpokenDate& date, year_month_day now) {
  if (!read) return false;
  const auto year = static_cast<std::uint32_t>(static_cast<int>(now.year()));
  return read->year == (date.year == 0 ? 0 : year) &&
         read->month == (date.month == 0 ? 0 : static_cast<unsigned>(now.month())) &&
         read->day == (date.day == 0 ? 0 : static_cast<unsigned>(now.day()));
}

std::optional<std::string> moved(const ToReplace& what, const Generalisations& tables, int days) {
  const std::string_view core = core_text(what.surface);
  const auto date = read_spoken_date(core, tables);
  if (!date) return std::nullopt;
  if (date->tokens.empty()) return std::string(what.surface);
  const year_month_day now(std::chrono::sys_days(middle_of(*date)) + std::chrono::days(days));
  auto written = Written(core, *date, tables.language).with(now, days);
  // "Mar 98" five years on is "Mar 03", which says a day: what does not read as what was meant is not written.
  if (!written || !says(read_spoken_date(*written, tables), *date, now)) return std::nullopt;
  return written;
}

}  // namespace

int shift_offset(const Secret<32>& key, std::string_view owner, std::uint32_t most, bool keep_weekdays) {
  const Digest drawn = keyed_hash(key, "shift of dates", owner);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | drawn[i];
  const std::uint32_t step = keep_weekdays ? 7 : 1, steps = std::max(1U, most / step);
  const auto place = static_cast<int>(number % (2ULL * steps));  // 0 is none of them
  const int count = static_cast<int>(steps);
  return (place < count ? place - count : place - count + 1) * static_cast<int>(step);
}

std::string apply_shift(const ToReplace& what, const Generalisations& tables, const OperatorKeys& keys) {
  if (what.means != Meaning::date || what.owner.empty()) return apply_generalise(what, tables, keys);
  const int days = shift_offset(keys.shift, what.owner, number_setting(what, "most", default_most),
                                setting(what, "weekdays", "keep") == "keep");
  const auto now = moved(what, tables, days);
  if (!now) return apply_generalise(what, tables, keys);
  if (*now == what.surface || *now == core_text(what.surface)) return *now;
  return marked(what, *now);
}

}  // namespace moniker::replace
