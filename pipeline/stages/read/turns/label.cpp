// Where a label stands in a line and what ends it. Its shape is judged by label_shape.cpp; what may be a name or a
// lead-in is counted first (label_survey.hpp).
#include "read/turns/label.hpp"

#include <algorithm>

#include "base/seen_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/label_words.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {

using words::Language;

namespace {

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// The line's first colon or tab that may end a label; npos where there is none near enough.
std::size_t label_mark(std::string_view line, std::size_t from) {
  constexpr std::size_t longest_with_stamp = 4 * longest_label + 40;
  const std::size_t limit = std::min(line.size(), from + longest_with_stamp);
  int depth = 0;  // a colon in brackets belongs to a time or an aside: "Kate (00:12):"
  for (std::size_t at = from; at < limit; ++at) {
    const char c = line[at];
    if (is_ascii_letter(c) || c == ' ') continue;
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c == '\t') return at;
    const std::size_t colon = depth > 0 ? 0 : colon_at(line, at);
    if (colon == 0) continue;
    const auto digit = [&](std::size_t i) { return i < line.size() && is_ascii_digit(line[i]); };
    if (at > from && digit(at - 1) && digit(at + colon)) continue;  // 10:30
    return at;
  }
  return std::string_view::npos;
}

constexpr std::string_view dashes[] = {"-", "\u2013", "\u2014", "|", ">>"};

/// The length of a dash there, with a blank behind it; 0 where there is none.
std::size_t dash_at(std::string_view line, std::size_t at) {
  for (const std::string_view dash : dashes) {
    if (line.substr(at).starts_with(dash) && blank_at(line, at + dash.size()) > 0) return dash.size();
  }
  return 0;
}

/// The length of a turn's number there: "12." or "12)", with a blank behind it; 0 where there is none.
std::size_t turn_number_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && end < at + 4 && is_ascii_digit(line[end])) ++end;
  const bool ends = end > at && end < line.size() && (line[end] == '.' || line[end] == ')');
  return ends && blank_at(line, end + 1) > 0 ? end + 1 - at : 0;
}

/// Takes marks of html at both ends from the label.
void take_tags(std::string_view line, std::uint32_t& begin, std::uint32_t& end) {
  for (std::size_t tag = tag_at(line, begin); tag > 0 && begin + tag < end; tag = tag_at(line, begin))
    begin = static_cast<std::uint32_t>(skip_all_blanks(line, begin + tag));
  while (end > begin && line[end - 1] == '>') {
    const std::size_t open = line.substr(0, end).rfind('<');
    if (open == std::string_view::npos || open <= begin || open + tag_at(line, open) != end) return;
    end = static_cast<std::uint32_t>(trimmed_end(line, begin, open));
  }
}

/// Takes a time that ends the words, and brackets or an @ round them, from the label.
void narrow(std::string_view line, LabelCandidate& candidate) {
  std::uint32_t& begin = candidate.label.begin;
  std::uint32_t& end = candidate.label.end;
  const auto words = [&] { return line.substr(begin, end - begin); };
  take_tags(line, begin, end);
  while (words().size() > 2 && words().front() == words().back() &&
         std::string_view("_*`").find(words().front()) != std::string_view::npos)
    ++begin, --end;
  if (const auto trailing = stamp_before_end(words())) {
    candidate.time = trailing->stamp.time;
    end = static_cast<std::uint32_t>(trimmed_end(line, begin, begin + trailing->begin));
    for (const std::string_view dash : dashes) {  // Kate - 0:03
      if (words().size() > dash.size() && words().ends_with(dash))
        end = static_cast<std::uint32_t>(trimmed_end(line, begin, end - dash.size()));
    }
  }
  const bool bracketed = words().size() > 2 && ((words().front() == '[' && words().back() == ']') ||
                                                (words().front() == '{' && words().back() == '}'));
  while (words().size() > 1 && words().front() == '-') ++begin;  // -Kate: of a dialogue
  const std::size_t digits = std::min(words().find_first_not_of("0123456789"), words().size());
  if (digits > 0 && digits < 4 && digits + 1 < words().size() && (words()[digits] == '.' || words()[digits] == ')') &&
      !is_ascii_digit(words()[digits + 1]))
    begin = static_cast<std::uint32_t>(skip_all_blanks(line, begin + digits + 1));  // 12.Kate
  if (words().size() > 1 && words().ends_with('.') && is_code(words().substr(0, words().size() - 1))) --end;
  if (bracketed)
    ++begin, --end;
  else if (words().size() > 1 && (words().front() == '@' || words().front() == '*' || words().front() == '#') &&
           !is_numbering(words()))
    ++begin;
}

/// "*Kate*", "Kate ★", "“Kate”": what is no letter at both ends is no part of the label. Once is not enough: a list of
/// things begins like that, too.
void take_ornaments(std::string_view line, LabelCandidate& candidate, const Language& language) {
  auto [begin, end] = candidate.label;
  for (CodePoint c = code_point_at(line, begin); begin < end && c.length > 0 && !is_word(c.value);
       c = code_point_at(line, begin))
    begin += static_cast<std::uint32_t>(c.length);
  for (CodePoint c = code_point_before(line, end); end > begin && c.length > 0 && !is_word(c.value);
       c = code_point_before(line, end))
    end -= static_cast<std::uint32_t>(c.length);
  if (begin == end || label_shape(line.substr(begin, end - begin), language) < LabelShape::name) return;
  candidate.label = {begin, end};
  candidate.shape = LabelShape::mixed;
  candidate.adorned = true;
}

/// Where the talk begins behind the mark at `mark`, and a time that stands before it.
void find_talk(std::string_view line, std::size_t behind, LabelCandidate& candidate) {
  std::size_t at = skip_all_blanks(line, behind);
  while (const std::size_t tag = line.substr(at).starts_with("</") ? tag_at(line, at) : 0)  // <b>Kate:</b> words
    at = skip_all_blanks(line, at + tag);
  if (const auto stamp = stamp_at(line.substr(at)); stamp && (stamp->certain || at + stamp->length == line.size())) {
    if (!candidate.time) candidate.time = stamp->time;
    at = skip_all_blanks(line, at + stamp->length);
  }
  candidate.talk = static_cast<std::uint32_t>(at);
}

/// Behind a colon comes a blank or nothing, and behind the signs that look like one any word; transcribers forget the
/// blank after "R:" and "P04:", which is sure, and after "Kate:", which is not: "Re:start", "https://".
enum class ColonFit { no, unsure, sure };
ColonFit colon_fit(std::string_view line, std::size_t colon, LabelShape shape) {
  const std::size_t length = colon_at(line, colon), behind = colon + length;
  if (behind >= line.size() || blank_at(line, behind) > 0 || tag_at(line, behind) > 0) return ColonFit::sure;
  const char next = line[behind];
  const bool word = next != '/' && next != '\\' && next != ':' && !is_ascii_digit(next);
  if (!word || shape < LabelShape::name) return ColonFit::no;
  return shape == LabelShape::role || length > 1 ? ColonFit::sure : ColonFit::unsure;
}

std::optional<LabelCandidate> bold_candidate(std::string_view line, const Language& language, std::size_t from,
                                             std::uint32_t emphasis) {
  if (emphasis <= from || emphasis >= line.size()) return std::nullopt;
  LabelCandidate candidate{.style = LabelStyle::bold};
  candidate.label = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(trimmed_end(line, from, emphasis))};
  narrow(line, candidate);
  candidate.shape = label_shape(line.substr(candidate.label.begin, candidate.label.size()), language);
  find_talk(line, emphasis, candidate);
  const bool words = candidate.talk < line.size();
  const bool said = is_answer(line.substr(candidate.label.begin, candidate.label.size()), language);
  return candidate.shape >= LabelShape::mixed && words && !said ? std::optional(candidate) : std::nullopt;
}

}  // namespace

namespace {

/// Alone on its line "Mm-hm." and "Sure" are what somebody answered, and what ends in a full stop was said, but for
/// "Kate S." in bold or behind a time.
bool is_said(std::string_view words, LabelStyle style, const Language& language) {
  if (style == LabelStyle::colon || style == LabelStyle::tab) return false;
  if (is_answer(words, language)) return true;
  const auto list = split_words(words);
  const bool initial = style != LabelStyle::line && list.size() > 1 && list.back().size() == 2;
  return words.ends_with('.') && style != LabelStyle::timed && !initial;
}

/// "?", "(??)" before a colon: nobody knows who.
bool is_nobody(std::string_view words) {
  return words.find('?') != std::string_view::npos && words.find_first_not_of("?()[] ") == std::string_view::npos;
}

/// "P3?:" and "Kate (?):" may be P3 and Kate.
LabelShape doubted_shape(std::string_view words, const Language& language) {
  const std::size_t end = words.find_last_not_of("?([]) ");
  const bool doubted = end != std::string_view::npos && words.find('?', end) != std::string_view::npos;
  return label_shape(doubted ? words.substr(0, end + 1) : words, language);
}

std::optional<LabelCandidate> marked_candidate(std::string_view line, const Language& language, std::size_t from,
                                               std::size_t mark, LabelStyle alone) {
  const bool marked = mark != std::string_view::npos;
  const std::size_t end = trimmed_end(line, from, marked ? mark : line.size());
  if (end == from) return std::nullopt;
  LabelCandidate candidate{.label = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)}};
  narrow(line, candidate);
  const std::string_view words = line.substr(candidate.label.begin, candidate.label.size());
  const std::size_t colon = marked ? colon_at(line, mark) : 0;
  candidate.shape = marked ? doubted_shape(words, language) : label_shape(words, language);
  if (is_nobody(words)) candidate.shape = LabelShape::role, candidate.label.end = candidate.label.begin;
  if (candidate.shape == LabelShape::none && colon > 0) take_ornaments(line, candidate, language);
  if (candidate.shape == LabelShape::none) return std::nullopt;
  if (colon > 0) {
    const ColonFit fit = colon_fit(line, mark, candidate.shape);
    if (fit == ColonFit::no) return std::nullopt;
    if (fit == ColonFit::unsure) candidate.adorned = true, candidate.shape = LabelShape::mixed;
  }
  if (candidate.time) alone = LabelStyle::timed;
  candidate.style = !marked ? alone : colon > 0 ? LabelStyle::colon : LabelStyle::tab;
  find_talk(line, marked ? mark + std::max<std::size_t>(1, colon) : line.size(), candidate);
  if (candidate.style == LabelStyle::tab && candidate.talk == line.size()) {
    candidate.style = candidate.time ? LabelStyle::timed : alone;
  }
  return is_said(words, candidate.style, language) ? std::nullopt : std::optional(candidate);
}

std::optional<LabelCandidate> candidate_in(std::string_view line, const Language& language, std::size_t from,
                                           std::uint32_t emphasis, TimeBefore before) {
  from = skip_all_blanks(line, from);
  std::size_t dash = dash_at(line, from);  // [00:12:03] - Kate; of a dialogue "- Kate: ...", "12. Kate: ..."
  if (dash == 0 && before == TimeBefore::none) dash = turn_number_at(line, from);
  const bool dialogue = dash > 0 && before != TimeBefore::certain;
  from = skip_all_blanks(line, from + dash);
  const std::size_t mark = label_mark(line, from);
  const bool marked = mark != std::string_view::npos;
  const bool mark_in_talk = marked && mark > emphasis && skip_all_blanks(line, emphasis) < mark;
  if ((!marked || mark_in_talk) && !dialogue && emphasis < line.size()) {
    if (auto bold = bold_candidate(line, language, from, emphasis)) return bold;
  }
  const LabelStyle alone = (dash > 0 || before == TimeBefore::range_above)    ? LabelStyle::timed
                           : emphasis >= trimmed_end(line, from, line.size()) ? LabelStyle::bold
                           : before == TimeBefore::certain                    ? LabelStyle::stamped
                                                                              : LabelStyle::line;
  const bool near = marked || line.size() - from <= 4 * longest_label;
  auto candidate = near ? marked_candidate(line, language, from, mark, alone) : std::nullopt;
  if (dialogue) {  // or a list of things: "- Monday: rest"
    if (!candidate || candidate->style != LabelStyle::colon) return std::nullopt;
    const bool chevrons = line.substr(0, from).find(">>") != std::string_view::npos;  // no list has them
    if (candidate->shape == LabelShape::name && !chevrons) candidate->shape = LabelShape::mixed;
    candidate->adorned = !chevrons;
    return candidate;
  }
  return candidate ? candidate : set_off_candidate(line, language, from);
}

}  // namespace

std::optional<LabelCandidate> label_candidate(std::string_view line, const Language& language, std::size_t from,
                                              std::uint32_t emphasis, TimeBefore before) {
  constexpr std::size_t looked_at = 6 * longest_label;            // bytes, in which a label ends if there is one
  if (!may_be_disguised(line.substr(0, looked_at), {}, no_word))  // what is cut off is left so
    return candidate_in(line, language, from, emphasis, before);
  const SeenText seen = seen_text(line);
  const auto seen_at = [&](std::size_t at) { return seen.seen(static_cast<std::uint32_t>(at)); };
  auto candidate = candidate_in(seen.text, language, seen_at(from), seen_at(emphasis), before);
  if (!candidate) return candidate;
  candidate->label = seen.delivered(candidate->label);
  candidate->talk = seen.delivered({candidate->talk, candidate->talk}).begin;
  return candidate;
}

}  // namespace moniker::read
