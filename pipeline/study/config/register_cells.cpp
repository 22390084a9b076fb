// What single cells of the register say. Nothing is guessed: 03/04/2026 is two days, and a wrong day lets a transcript
// pass whose consent came too late.
#include "config/register_cells.hpp"

#include <algorithm>
#include <charconv>

#include "base/composed.hpp"
#include "base/fold.hpp"
#include "base/iso_date.hpp"
#include "base/letters.hpp"
#include "base/utf8.hpp"
#include "config/register_table.hpp"

namespace moniker::study {
namespace {

using std::chrono::year_month_day;

constexpr std::string_view as_iso = "write year, month and day as in 2026-03-12";
constexpr std::string_view as_session =
    "write `file=speaker label`: group-1.docx=Kate S.; a file alone where one label of it is nobody else's; several "
    "labels each with the file, and ; between: a.txt=Kate; a.txt=Katie";
constexpr std::size_t longest_shape = 40;

DateCell no_date(std::string_view fault, std::string_view remedy = as_iso) { return {std::nullopt, fault, remedy}; }

/// 46093 or 46093.5: days since the end of 1899 (ECMA-376 part 1, 18.17.4.1), between 1927 and 2173.
std::optional<year_month_day> serial_day(std::string_view value, bool from_1904) {
  const std::string_view whole = value.substr(0, value.find('.'));
  if (whole.size() != 5 || value.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
  int days = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), days);
  using namespace std::chrono;
  const sys_days zero = from_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / 30);
  return year_month_day(zero + std::chrono::days(days));
}

/// 12/03/2026, 12.3.2026, 12-03-2026, and 2026/3/12.
struct ThreeNumbers {
  unsigned first = 0, second = 0, third = 0;
  std::size_t digits[3] = {0, 0, 0};
};
std::optional<ThreeNumbers> three_numbers(std::string_view value) {
  ThreeNumbers numbers;
  unsigned* const into[] = {&numbers.first, &numbers.second, &numbers.third};
  const char* at = value.data();
  const char* const end = at + value.size();
  for (int i = 0; i < 3; ++i) {
    if (i > 0 && (at == end || (*at != '/' && *at != '.' && *at != '-'))) return std::nullopt;
    if (i > 0) ++at;
    const auto [rest, error] = std::from_chars(at, end, *into[i]);
    if (error != std::errc() || rest - at > 4) return std::nullopt;
    numbers.digits[i] = static_cast<std::size_t>(rest - at);
    at = rest;
  }
  return at == end ? std::optional(numbers) : std::nullopt;
}

DateCell day_of(unsigned year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                            std::chrono::day(day)};
  if (year < 1900) return no_date("a year before 1900");
  return date.ok() ? DateCell{date, {}, {}} : no_date("no such day");
}

DateCell in_some_order(const ThreeNumbers& n, DateOrder order) {
  if (n.digits[0] == 4) return day_of(n.first, n.second, n.third);
  if (n.digits[2] == 2) return no_date("a year of two digits");
  if (n.digits[2] != 4) return no_date("no year");
  if (order == DateOrder::day_first) return day_of(n.third, n.second, n.first);
  if (order == DateOrder::month_first) return day_of(n.third, n.first, n.second);
  if (n.first == n.second || (n.first > 12 && n.second <= 12)) return day_of(n.third, n.second, n.first);
  if (n.first > 12) return no_date("no such day");
  if (n.second > 12)
    return no_date(
        "the month stands first",
        "write `dates: month first` below `register:` in moniker.yaml, or year, month and day as in 2026-03-12");
  return no_date(
      "day and month could change places",
      "write `dates: day first` or `dates: month first` below `register:` in moniker.yaml, or year, month and "
      "day as in 2026-03-12");
}

/// Without a time of day behind it, which databases write: 2026-03-12 00:00:00, 2026-03-12T09:30.
std::string_view without_time(std::string_view value) {
  const std::size_t end = value.find_first_of(" T");
  if (end == std::string_view::npos) return value;
  const std::string_view time = value.substr(end + 1);
  const bool is_time = time.size() >= 4 && time.find(':') != std::string_view::npos &&
                       time.find_first_not_of("0123456789:.") == std::string_view::npos;
  return is_time ? value.substr(0, end) : value;
}

/// Where a name with an ending such as .docx ends, the last of several; npos where there is none.
std::size_t end_of_file_name(std::string_view text) {
  for (std::size_t dot = text.rfind('.'); dot != std::string_view::npos && dot > 0; dot = text.rfind('.', dot - 1)) {
    std::size_t end = dot + 1;
    const auto fits = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); };
    while (end < text.size() && fits(text[end])) ++end;
    if (end - dot > 2 && end - dot <= 9) return end;
  }
  return std::string_view::npos;
}

/// How the delivery folder calls it (base/delivery_folder.hpp), however the path was written.
std::string delivered_name(std::string_view written) {
  std::string name = composed(written);
  std::replace(name.begin(), name.end(), '\\', '/');
  for (const std::string_view front : {"./", "incoming/"}) {
    if (name.starts_with(front)) name.erase(0, front.size());
  }
  return name;
}

bool is_no_path(const std::string& name) {
  return name.empty() || name.front() == '/' || name.back() == '/' || name.starts_with("../") ||
         name.find("/../") != std::string::npos || name.find("//") != std::string::npos;
}

}  // namespace

std::string shape_of(std::string_view value) {
  std::string shape;
  std::size_t shown = 0;
  for (std::size_t at = 0; at < value.size(); ++shown) {
    if (shown == longest_shape) return shape + "...";
    const CodePoint point = code_point_at(value, at);
    const char32_t c = point.value;
    const bool plain = c < 0x80 && c > 0x20;
    shape += is_digit(c)    ? '9'
             : is_upper(c)  ? 'A'
             : is_letter(c) ? 'a'
             : plain        ? static_cast<char>(c)
             : is_space(c)  ? ' '
                            : '?';
    at += std::max<std::size_t>(1, point.length);
  }
  return shape;
}

bool is_formula(std::string_view value) {
  constexpr std::string_view failed[] = {"#NAME?", "#REF!",  "#VALUE!", "#N/A",  "#DIV/0!",
                                         "#NUM!",  "#NULL!", "#SPILL!", "#CALC!"};
  return value.starts_with('=') || std::find(std::begin(failed), std::end(failed), value) != std::end(failed);
}

bool says_nobody(std::string_view value) {
  if (value.empty()) return false;
  constexpr std::string_view plain[] = {"NA", "NULL", "NaN"};  // Na is a name
  if (std::find(std::begin(plain), std::end(plain), value) != std::end(plain)) return true;
  constexpr std::string_view folded[] = {"n/a",     "n.a.",     "#n/a",      "none",        "tba",       "tbc",
                                         "tbd",     "unknown",  "not known", "no name",     "anonymous", "not given",
                                         "missing", "withheld", "redacted",  "not recorded"};
  if (std::find(std::begin(folded), std::end(folded), fold(value)) != std::end(folded)) return true;
  return std::none_of(value.begin(), value.end(),
                      [](char c) {
                        return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
                               ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
                      }) ||
         value == "\u2013" || value == "\u2014";
}

DateCell read_date(std::string_view value, const DateForms& forms) {
  if (const auto day = serial_day(value, forms.from_1904)) return {day, {}, {}};
  const std::string_view date = without_time(value);
  if (const auto numbers = three_numbers(date)) return in_some_order(*numbers, forms.order);
  return no_date(has_letter(value) ? "letters in a date" : "no date");
}

SessionCell read_session(std::string_view entry) {
  const std::size_t equals = std::min(entry.find('='), entry.size());
  const std::string_view file = without_outer_space(entry.substr(0, equals));
  Session session{.file = delivered_name(file), .speaker = {}, .date = {}};
  if (equals < entry.size()) session.speaker = without_outer_space(entry.substr(equals + 1));
  if (is_no_path(session.file)) return {{}, "a session does not name a delivered file", as_session};
  if (equals == entry.size()) {
    const std::size_t end = end_of_file_name(file);
    const std::string_view rest = end == std::string_view::npos ? std::string_view() : file.substr(end);
    if (file.find_first_of(":|>\t") != std::string_view::npos || rest.find_first_of(" ,-") != std::string_view::npos)
      return {{}, "a session is not file=label", as_session};
  }
  const std::size_t second = session.speaker.find('=');
  if (second != std::string::npos && end_of_file_name(std::string_view(session.speaker).substr(0, second)) == second)
    return {{}, "two sessions without ; between them", as_session};
  return {std::move(session), {}, {}};
}

std::vector<std::string> parts_of(std::string_view cell, std::string_view marks) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find_first_of(marks, begin), cell.size());
    const std::string_view part = without_outer_space(cell.substr(begin, end - begin));
    if (!part.empty()) parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

}  // namespace moniker::study
