// The line of a caption that says when it is shown, as programs and people write it. What may be such a line and cannot
// be read is no talk: words of nobody would stand in a transcript, and the caption would take the time of another.
#include "read/formats/timing_line.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

constexpr std::string_view standard_arrow = "-->";

struct ArrowInLine {
  std::size_t begin = 0, end = 0;
};

std::size_t skip_dashes(std::string_view line, std::size_t at) {
  for (const std::string_view dash : {"-", "=", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    if (line.substr(at).starts_with(dash)) return skip_blanks(line, at + dash.size());
  }
  return at;
}

/// The arrow that begins there, of whatever dashes and sign.
std::optional<ArrowInLine> arrow_at(std::string_view line, std::size_t begin) {
  for (const std::string_view sign : {"\u2192", "\u21D2", "\u27F6", "\u2794", "\u279C", "\u27A1", "\u21FE", "\u279D"}) {
    if (line.substr(begin).starts_with(sign)) return ArrowInLine{begin, begin + sign.size()};
  }
  std::size_t at = begin;
  for (std::size_t next = skip_dashes(line, at); next > at; next = skip_dashes(line, at)) at = next;
  if (at == begin) return std::nullopt;
  for (const std::string_view head : {">", "&gt;", "&#62;", "&amp;gt;"}) {
    if (line.substr(at).starts_with(head)) return ArrowInLine{begin, at + head.size()};
  }
  return std::nullopt;
}

/// "00: 00: 01, 500" without its blanks.
std::string without_inner_blanks(std::string_view text) {
  std::string out;
  constexpr std::string_view marks = ":.,;";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t next = std::min(skip_blanks(text, at), text.size() - 1);
    const bool beside = marks.find(text[next]) != marks.npos ||
                        (!out.empty() && marks.find(out.back()) != marks.npos && is_ascii_digit(text[next]));
    if (!is_blank(text[at]) || !beside) out += text[at];
  }
  return out;
}

/// "1.500": three decimals are thousandths of a second, and no minutes.
std::optional<ClockTime> seconds_at(std::string_view text) {
  std::size_t whole = 0;
  while (whole < text.size() && whole < 6 && is_ascii_digit(text[whole])) ++whole;
  constexpr std::size_t decimals = 3;
  const std::size_t end = whole + 1 + decimals;
  if (whole == 0 || end > text.size() || (text[whole] != '.' && text[whole] != ',')) return std::nullopt;
  if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(whole) + 1,
                   text.begin() + static_cast<std::ptrdiff_t>(end), is_ascii_digit) ||
      (end < text.size() && is_ascii_digit(text[end])))
    return std::nullopt;
  const std::string digits = std::string(text.substr(0, whole)) + std::string(text.substr(whole + 1, decimals));
  return ClockTime{std::chrono::milliseconds{std::stoll(digits)}, end, 1};
}

/// Digits, what parts them, and letters that a reading of print takes for digits. "1.5" may be said.
bool is_like_time(std::string_view text) {
  constexpr std::size_t longest = 24;
  const auto digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
  return text.size() <= longest && digits >= 2 && (text.find(':') != std::string_view::npos || seconds_at(text)) &&
         text.find_first_not_of("0123456789OoIlS:.,;- \t") == std::string_view::npos;
}

std::optional<ClockTime> time_of(std::string_view text) {
  const auto clock = loose_clock_at(text);
  return clock ? clock : seconds_at(text);
}

std::optional<TimeSpan> times_beside(std::string_view line, const ArrowInLine& arrow) {
  const std::string left = without_inner_blanks(trimmed(line.substr(0, arrow.begin), blanks)),
                    right = without_inner_blanks(trimmed(line.substr(arrow.end), blanks));
  const auto begin = time_of(left), end = time_of(right);
  if (!begin || begin->length != left.size() || !end) return std::nullopt;
  if (end->length < right.size() && !is_blank(right[end->length])) return std::nullopt;
  return TimeSpan{begin->value, end->value};
}

/// The first arrow of the line with what is written like times on both sides, if there is one.
std::optional<ArrowInLine> arrow_between_times(std::string_view line) {
  constexpr std::size_t furthest = 40;
  for (std::size_t at = 1; at < std::min(line.size(), furthest); ++at) {
    const auto arrow = arrow_at(line, at);
    if (!arrow) continue;
    const std::string_view left = trimmed(line.substr(0, at), blanks), right = trimmed(line.substr(arrow->end), blanks);
    if (is_like_time(left) && (is_like_time(right) || times_beside(line, *arrow))) return arrow;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TimeSpan> cue_time(std::string_view line) {
  if (const auto arrow = arrow_between_times(line)) return times_beside(line, *arrow);
  const std::size_t mark = line.find(standard_arrow);
  return mark == std::string_view::npos ? std::nullopt : times_beside(line, {mark, mark + standard_arrow.size()});
}

bool is_timing_line(std::string_view line) {
  return line.find(standard_arrow) != std::string_view::npos || arrow_between_times(line);
}

std::size_t words_behind_times(std::string_view line) {
  const std::size_t mark = line.find(standard_arrow);
  if (mark == std::string_view::npos) return mark;
  std::size_t at = skip_blanks(line, mark + standard_arrow.size());
  const auto end = loose_clock_at(line.substr(at));
  if (!end) return std::string_view::npos;
  constexpr auto settings = std::to_array<std::string_view>({"align", "line", "position", "size", "vertical", "region",
                                                             "X1", "X2", "Y1", "Y2", "A", "D", "L", "S", "T", "R"});
  for (at = skip_blanks(line, at + end->length); at < line.size();) {
    const std::size_t blank = std::min(line.find_first_of(blanks, at), line.size());
    const std::string_view word = line.substr(at, blank - at);
    const std::string_view name = word.substr(0, std::min(word.find(':'), word.size()));
    const bool setting =
        name.size() + 1 < word.size() && std::find(settings.begin(), settings.end(), name) != settings.end();
    if (!setting && has_letter(word)) return at;
    at = skip_blanks(line, blank);
  }
  return std::string_view::npos;
}

}  // namespace moniker::read
