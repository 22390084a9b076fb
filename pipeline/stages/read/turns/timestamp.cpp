// Times as transcripts write them: 12:03, 1:12:03.250, [00:12:03], (12:03 - 12:10), #00:10:10-2#, 0:1:3.450, and with
// frames (SMPTE ST 12-1) 01:02:03:12 or 01:02:03;12. A stamp is
// `certain` when brackets, seconds or a range tell it from the time of a meeting; others count only where a label
// follows. Nothing is taken that goes on with a digit or a letter.
#include "read/turns/timestamp.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace moniker::read {
namespace {

using std::chrono::milliseconds;

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  Number number;
  while (at < text.size() && number.digits < 4 && is_ascii_digit(text[at])) {
    number.value = number.value * 10 + (text[at++] - '0');
    ++number.digits;
  }
  return number;
}

char at_or_nul(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// The fraction after the seconds: .250 or ,25 or, between hashes, -5.
milliseconds fraction_at(std::string_view text, std::size_t& at, bool hashed) {
  const char mark = at_or_nul(text, at);
  if (mark != '.' && mark != ',' && !(hashed && mark == '-')) return milliseconds{0};
  std::size_t end = at + 1;
  int value = 0, scale = 100;
  for (; end < text.size() && is_ascii_digit(text[end]); ++end, scale /= 10) value += scale * (text[end] - '0');
  if (end == at + 1 || end > at + 10) return milliseconds{0};
  at = end;
  return milliseconds{value};
}

/// Frames behind the seconds: 25 of them make a second, unless the number says that it must be 30 or 60.
milliseconds frames_at(std::string_view text, std::size_t& at) {
  const char mark = at_or_nul(text, at);
  const Number frame = mark == ':' || mark == ';' ? number_at(text, at + 1) : Number{};
  if (frame.digits != 2 || frame.value >= 60) return milliseconds{0};
  at += 3;
  constexpr int last_of_25 = 960;
  if (frame.value < 25) return milliseconds{frame.value * 1000 / 25};
  return milliseconds{std::max(last_of_25, frame.value * 1000 / (frame.value < 30 ? 30 : 60))};
}

std::optional<ClockTime> clock_at(std::string_view text, bool hashed) {
  const Number first = number_at(text, 0);
  if (first.digits == 0 || first.digits > 3 || at_or_nul(text, first.digits) != ':') return std::nullopt;
  std::size_t at = first.digits + 1;
  const Number second = number_at(text, at);
  if (second.digits != 2 || second.value > 59) return std::nullopt;
  at += 2;
  milliseconds value = std::chrono::minutes{first.value} + std::chrono::seconds{second.value};
  int parts = 2;
  const Number third = at_or_nul(text, at) == ':' ? number_at(text, at + 1) : Number{};
  if (third.digits == 2 && third.value <= 59) {
    value = std::chrono::hours{first.value} + std::chrono::minutes{second.value} + std::chrono::seconds{third.value};
    at += 3;
    parts = 3;
    value += frames_at(text, at);
  }
  value += fraction_at(text, at, hashed);
  const char next = at_or_nul(text, at);
  if (is_ascii_digit(next) || (next == ':' && is_ascii_digit(at_or_nul(text, at + 1)))) return std::nullopt;
  return ClockTime{value, at, parts};
}

/// "0:1:3.450", as older exports of Teams have it, "00:2:00,013": digits as they come. `fraction`: there must be one.
std::optional<ClockTime> short_clock_at(std::string_view text, bool fraction) {
  Number parts[3];
  std::size_t at = 0;
  int count = 0;
  for (; count < 3; ++count) {
    parts[count] = number_at(text, at);
    const std::size_t most = count == 0 ? 3 : 2;
    if (parts[count].digits == 0 || parts[count].digits > most || (count > 0 && parts[count].value > 59))
      return std::nullopt;
    at += parts[count].digits;
    if (count < 2 && at_or_nul(text, at) != ':') break;
    at += count < 2;
  }
  if (count == 0 || (fraction && count < 2)) return std::nullopt;
  const bool hours = count >= 2;
  milliseconds value = std::chrono::seconds{parts[hours ? 2 : 1].value} + std::chrono::minutes{parts[hours].value};
  if (hours) value += std::chrono::hours{parts[0].value};
  const std::size_t whole = at;
  value += fraction_at(text, at, false);
  if ((fraction && at == whole) || is_ascii_digit(at_or_nul(text, at)) || at_or_nul(text, at) == ':')
    return std::nullopt;
  return ClockTime{value, at, hours ? 3 : 2};
}

std::optional<ClockTime> stamp_clock_at(std::string_view text, bool hashed) {
  const auto clock = clock_at(text, hashed);
  return clock ? clock : short_clock_at(text, true);
}

/// What stands between the two times of a range; its length with the blanks round it, or 0.
std::size_t range_mark_at(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_blanks(text, at);
  for (const std::string_view mark :
       {"-->", "--->", "-- >", "--&gt;", "->", "\u2192", "\u2013", "\u2014", "-", "to "}) {
    if (text.substr(begin).starts_with(mark)) return skip_blanks(text, begin + mark.size()) - at;
  }
  return at_or_nul(text, at) == ',' && is_ascii_digit(at_or_nul(text, at + 1)) ? 1 : 0;  // SubViewer's
}

char closing(char opening) {
  switch (opening) {
    case '[':
      return ']';
    case '(':
      return ')';
    case '{':
      return '}';
    case '<':
      return '>';
    case '#':
      return '#';
    default:
      return '\0';
  }
}

}  // namespace

std::optional<ClockTime> clock_time_at(std::string_view text) { return clock_at(text, false); }

std::optional<ClockTime> loose_clock_at(std::string_view text) {
  const auto clock = clock_at(text, false);
  return clock ? clock : short_clock_at(text, false);
}

std::optional<Stamp> stamp_at(std::string_view text) {
  const char close = text.empty() ? '\0' : closing(text.front());
  std::size_t at = close ? skip_blanks(text, 1) : 0;
  const auto begin = stamp_clock_at(text.substr(at), close == '#');
  if (!begin) return std::nullopt;
  at += begin->length;
  Stamp stamp{.time = {begin->value, begin->value}, .certain = close || begin->parts == 3};
  if (const std::size_t mark = range_mark_at(text, at); mark > 0) {
    if (const auto end = stamp_clock_at(text.substr(at + mark), close == '#'); end && end->value >= begin->value) {
      stamp.time.end = end->value;
      stamp.certain = true;
      at += mark + end->length;
    }
  }
  if (close) {
    at = skip_blanks(text, at);
    if (at_or_nul(text, at) != close) return std::nullopt;
    ++at;
  } else if (const char next = at_or_nul(text, at); next != '\0' && next != ' ' && next != '\t') {
    return std::nullopt;
  }
  stamp.length = at;
  return stamp;
}

std::optional<TrailingStamp> stamp_before_end(std::string_view text) {
  constexpr std::size_t longest = 40;  // two bracketed times with fractions
  const std::size_t from = text.size() - std::min(text.size(), longest);
  for (std::size_t at = from; at < text.size(); ++at) {
    const bool word_begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t' || closing(text[at]) != '\0';
    if (!word_begins) continue;
    if (const auto stamp = stamp_at(text.substr(at)); stamp && at + stamp->length == text.size()) {
      return TrailingStamp{*stamp, at};
    }
  }
  return std::nullopt;
}

}  // namespace moniker::read
