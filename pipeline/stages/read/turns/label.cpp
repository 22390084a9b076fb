// A label is judged by its shape, as a reader does who does not know the people: QualCoder and MAXQDA take
// whatever stands before a colon and so make speakers of "10:30", "http:" and "for example:". Here a sentence
// is refused by its words and marks, and what may be a name or a lead-in is counted first (label_survey.hpp).
#include "read/turns/label.hpp"

#include <string>
#include <vector>

#include "base/fold.hpp"
#include "base/seen_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/label_words.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

using words::Language;
using words::RoleWord;

constexpr std::size_t longest_label = 63;  // characters, as in MAXQDA
constexpr std::size_t most_words = 6;

std::string_view without_full_stop(std::string_view word) {
  return word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

/// Letters, digits and what stands inside names; a full stop only where it shortens ("Dr.", "J.R.").
bool is_label_word(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (c.length == 0) return false;
    at += c.length;
    if (is_word(c.value)) {
      ++letters;
    } else if (c.value == '.') {
      if (letters == 0 || letters > 4 || (letters == 4 && !is_upper(code_point_at(word, 0).value))) return false;
    } else if (!is_apostrophe(c.value) && !is_hyphen(c.value) &&
               std::u32string_view(U"/&#+_").find(c.value) == std::u32string_view::npos) {
      return false;
    }
  }
  return letters > 0 || word == "&" || word == "/" || word == "-" || word == "+";
}

bool starts_upper(std::string_view word) {
  const char32_t c = code_point_at(word, 0).value;
  return is_upper(c) || (is_letter(c) && !is_lower(c));  // scripts without case count as capital
}

/// "d'Arcy", "O'Brien", "al-Amin": small, but with a capital inside.
bool has_upper(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (c.length == 0 || is_upper(c.value)) return c.length != 0;
    at += c.length;
  }
  return false;
}

bool is_name_word(std::string_view word, const Language& language) {
  return starts_upper(word) || is_numbering(word) || has_upper(word) || word == "&" || word == "/" || word == "-" ||
         word == "+" || language.label_small_words.contains(word);
}

RoleWord::Label role_of(std::string_view folded, const Language& language) {
  const auto found = language.roles.find(folded);
  return found == language.roles.end() ? RoleWord::Label::no : found->second.label;
}

bool all_roles(const std::vector<std::string_view>& words, const std::vector<std::string>& folded,
               const Language& language) {
  bool any = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const RoleWord::Label role = is_code(words[i]) ? RoleWord::Label::alone : role_of(folded[i], language);
    any = any || role == RoleWord::Label::alone;
    if (role != RoleWord::Label::no || is_numbering(words[i])) continue;
    const std::string_view stem = std::string_view(folded[i]).substr(0, folded[i].find_last_not_of("0123456789") + 1);
    if (role_of(stem, language) != RoleWord::Label::alone) return false;  // "Speaker1"
    any = true;
  }
  return any;
}

LabelShape shape_of_words(const std::vector<std::string_view>& words, const Language& language) {
  std::vector<std::string> folded;
  std::size_t names = 0;
  bool letters = false;
  for (const std::string_view word : words) {
    if (!is_label_word(word)) return LabelShape::none;
    folded.push_back(fold(without_full_stop(word)));
    names += is_name_word(word, language);
    letters = letters || !is_numbering(word);
  }
  const bool code = words.size() == 1 && words[0].size() == 1 && is_code(words[0]);  // A: and I: are no lead-ins
  const bool leads_in = !code && language.lead_ins.contains(folded[0]);
  if (leads_in && words.size() == 1) return LabelShape::none;
  if (all_roles(words, folded, language)) return LabelShape::role;
  if (leads_in) return names == words.size() && starts_upper(words[0]) ? LabelShape::mixed : LabelShape::none;
  if (!letters) return LabelShape::lower;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!starts_upper(words[i]) && language.sentence_words.contains(folded[i])) return LabelShape::none;
  }
  const bool capital = starts_upper(words[0]) || is_numbering(words[0]) || has_upper(words[0]);
  if (names == words.size() && (capital || words.size() > 1)) return capital ? LabelShape::name : LabelShape::lower;
  if (capital) return words.size() <= 4 ? LabelShape::mixed : LabelShape::none;
  return words.size() <= 3 ? LabelShape::lower : LabelShape::none;
}

}  // namespace

std::string_view label_core(std::string_view words) {
  const std::size_t open = words.find_first_of("([");
  if (open == std::string_view::npos || open == 0 || !words.ends_with(words[open] == '(' ? ')' : ']')) return words;
  return words.substr(0, trimmed_end(words, 0, open));
}

namespace {

/// A letter for each that was lost: what is left is judged by the rest of its shape.
std::string as_if_whole(std::string_view words) {
  std::string whole;
  bool begins = true;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = code_point_at(words, at);
    const std::size_t length = std::max<std::size_t>(1, c.length);
    const bool lost = c.value == 0xFFFD || c.value == U'?';
    if (lost)
      whole += begins ? 'X' : 'x';
    else
      whole.append(words, at, length);
    begins = !lost && !is_word(c.value);
    at += length;
  }
  return whole;
}

}  // namespace

LabelShape label_shape(std::string_view words, const Language& language) {
  if (is_damaged(words)) return words.ends_with('?') ? LabelShape::none : label_shape(as_if_whole(words), language);
  if (words.empty() || words.size() > 4 * longest_label || count_code_points(words) > longest_label) {
    return LabelShape::none;
  }
  if (is_contact(words)) return LabelShape::name;
  std::string_view core = label_core(words);
  const std::size_t comma = core.find(',');
  if (comma == std::string_view::npos) {
    const auto list = split_words(core);
    return list.empty() || list.size() > most_words ? LabelShape::none : shape_of_words(list, language);
  }
  // "Shaw, Kate", "Shaw, Kate (NHS Leeds)": one comma between two names
  const auto family = split_words(core.substr(0, comma)), given = split_words(core.substr(comma + 1));
  if (family.empty() || given.empty() || family.size() + given.size() > most_words) return LabelShape::none;
  const bool both =
      shape_of_words(family, language) >= LabelShape::name && shape_of_words(given, language) >= LabelShape::name;
  return both ? LabelShape::name : LabelShape::none;
}

bool is_head_field(std::string_view words, const Language& language) {
  const auto list = split_words(words);
  if (list.empty() || list.size() > most_words) return false;
  if (role_of(fold(list.back()), language) == RoleWord::Label::alone) return false;  // "Project Manager"
  for (const std::string_view word : list) {
    if (language.head_fields.contains(fold(without_full_stop(word)))) return true;
  }
  return false;
}

bool is_head_value(std::string_view words, const Language& language) {
  const auto list = split_words(words);
  if (list.size() > 24) return false;
  if (list.size() == 1 && language.answers.contains(fold(list[0].substr(0, list[0].find_first_of(".,?!"))))) {
    return false;
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::string_view word = list[i];
    const char last = word.back();
    if (last == '?' || last == '!' || (last == '.' && i + 1 == list.size() && word.size() > 4)) return false;
    while (word.size() > 1 && (word.front() == '(' || word.front() == '[')) word.remove_prefix(1);
    const bool starts_digit = is_ascii_digit(word.front());
    if (!is_name_word(word, language) && !starts_digit) return false;
  }
  return true;
}

namespace {

/// The line's first colon or tab that may end a label; npos where there is none near enough.
std::size_t label_mark(std::string_view line, std::size_t from) {
  constexpr std::size_t longest_with_stamp = 4 * longest_label + 40;
  const std::size_t limit = std::min(line.size(), from + longest_with_stamp);
  int depth = 0;  // a colon in brackets belongs to a time or an aside: "Kate (00:12):"
  for (std::size_t at = from; at < limit; ++at) {
    const char c = line[at];
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
  constexpr std::size_t looked_at = 6 * longest_label;  // bytes, in which a label ends if there is one
  if (!may_be_disguised(line.substr(0, looked_at))) return candidate_in(line, language, from, emphasis, before);
  const SeenText seen = seen_text(line);
  const auto seen_at = [&](std::size_t at) { return seen.seen(static_cast<std::uint32_t>(at)); };
  auto candidate = candidate_in(seen.text, language, seen_at(from), seen_at(emphasis), before);
  if (!candidate) return candidate;
  candidate->label = seen.delivered(candidate->label);
  candidate->talk = seen.delivered({candidate->talk, candidate->talk}).begin;
  return candidate;
}

}  // namespace moniker::read
