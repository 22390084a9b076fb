// Labels that no colon ends: "I – words", "[P01] words", "Q. words", "Kate (00:12) words". Prose begins like that too
// ("London – that was later"), so all but those beside a time count only where a transcript does so throughout
// (label_survey.hpp).
#include <array>

#include "base/byte_set.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "read/turns/label.hpp"
#include "read/turns/label_aside.hpp"
#include "read/turns/label_words.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t farthest = 80;  // bytes of the line in which such a label ends

/// The bytes of a label and where the words behind its mark begin.
struct SetOff {
  std::size_t begin = 0, end = 0, words = 0;
  bool known_only = false;  // a label only where somebody is called so elsewhere: "Tha- that"
};

bool is_parted(std::string_view line, std::size_t at) { return at >= line.size() || blank_at(line, at) > 0; }

/// "[Kate]", "<<Kate>>", "(Kate)", "_Kate_": one to three marks that close as they open.
std::optional<SetOff> in_brackets(std::string_view line, std::size_t from) {
  constexpr std::string_view opening = "[<({*_|/~", closing = "]>)}*_|/~";
  const std::size_t kind = from < line.size() ? opening.find(line[from]) : std::string_view::npos;
  if (kind == std::string_view::npos) return std::nullopt;
  const std::size_t begin = std::min(line.find_first_not_of(opening[kind], from), line.size());
  const std::string close(begin - from, closing[kind]);
  constexpr std::size_t most_marks = 3;
  const std::size_t end = line.substr(0, from + farthest).find(close, begin);
  if (close.size() > most_marks || end == std::string_view::npos || !is_parted(line, end + close.size()))
    return std::nullopt;
  return SetOff{begin, end, end + close.size()};
}

/// What may end a label without a blank before it, at `at`: "Kate>", "Kate;", of codes also "Q.", "A)" and "I-".
std::size_t glued_mark(std::string_view line, std::size_t from, std::size_t at) {
  if (line[at] == '>') return line.substr(at).starts_with(">>") ? 2 : 1;
  if (line[at] == ';' && !std::string_view(line.substr(from, at - from)).starts_with('&')) return 1;
  const bool code = is_code(line.substr(from, at - from));
  if (line[at] == '-' || (code && (line[at] == '.' || line[at] == ')')))
    return line.substr(at).starts_with("--") ? 2 : 1;
  for (const std::string_view dash : {"\u2013", "\u2014"}) {
    if (line.substr(at).starts_with(dash)) return dash.size();
  }
  return 0;
}

std::size_t parted_mark(std::string_view rest) {
  constexpr auto marks = std::to_array<std::string_view>(
      {"->", "--", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "|",      ">>",    ">",
       ";",  ".",  "/", "=",      "~",      "*",      "\u2022", "\u00B7", "\u00BB", "\u203A", "\u2192", "\u21D2"});
  static constexpr ByteSet begins("-|>;./=~*\xE2\xC2");  // what they begin with
  if (rest.empty() || !begins.holds(rest.front())) return 0;
  for (const std::string_view mark : marks) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::optional<SetOff> before_mark(std::string_view line, std::size_t from) {
  static constexpr ByteSet may_end(" \t>;-.)\xC2\xE2");  // what blanks and glued marks begin with
  for (std::size_t at = from + 1; at < line.size() && at < from + farthest; ++at) {
    if (!may_end.holds(line[at])) continue;
    const std::size_t blank = skip_all_blanks(line, at);
    const std::size_t mark = blank > at ? parted_mark(line.substr(blank)) : glued_mark(line, from, at);
    if (mark > 0 && is_parted(line, blank + mark)) {
      const bool dash = blank == at && std::string_view(";>").find(line[at]) == std::string_view::npos;
      return SetOff{from, at, blank + mark, dash && !is_code(line.substr(from, at - from))};
    }
    if (blank > at) at = blank - 1;
  }
  return std::nullopt;
}

/// "I - I think": somebody began again.
bool stammers(std::string_view label, std::string_view words) {
  return fold(words.substr(0, words.find_first_of(" ,.\'"))) == fold(label);
}

/// "I – Interviewer": no talk, but what the label stands for.
bool explains(std::string_view label, std::string_view words, const words::Language& language) {
  words = words.substr(0, words.find('\t'));
  return !words.empty() && label_shape(words, language) == LabelShape::role && words.front() == label.front();
}

std::optional<LabelCandidate> candidate_of(std::string_view line, const SetOff& part, const words::Language& language) {
  const std::size_t end = trimmed_end(line, part.begin, part.end);
  const std::string_view label = line.substr(part.begin, end - part.begin);
  const std::size_t talk = skip_all_blanks(line, part.words);
  if (label.empty() || is_answer(label, language)) return std::nullopt;
  if (!is_code(label) && is_stage(label, language)) return std::nullopt;
  LabelCandidate candidate{.label = {static_cast<std::uint32_t>(part.begin), static_cast<std::uint32_t>(end)},
                           .talk = static_cast<std::uint32_t>(talk),
                           .style = LabelStyle::set_off,
                           .shape = label_shape(label, language),
                           .adorned = part.known_only || talk == line.size()};
  const std::string_view words = line.substr(talk);
  if (words.empty()) return candidate.shape >= LabelShape::name ? std::optional(candidate) : std::nullopt;
  const bool goes_on = parted_mark(words) > 0 || words.front() == '=';
  const bool full_stop =
      line[part.end] == '.' || line[part.end] == ')' || line[part.end] == ';';  // "A. A dog." answers "Q. What was it?"
  if (candidate.shape < LabelShape::name || goes_on || (!full_stop && stammers(label, words))) return std::nullopt;
  if (explains(label, words, language)) return std::nullopt;
  return candidate;
}

/// Kate (00:12) words, Kate 00:00:12 words: a time that is one beyond doubt between a label and its words.
std::optional<LabelCandidate> before_time(std::string_view line, std::size_t from, const words::Language& language) {
  for (std::size_t at = from + 1; at < line.size() && at < from + farthest; ++at) {
    const bool bracket = line[at] == '[' || line[at] == '(' || line[at] == '<';
    if (!bracket && !(is_ascii_digit(line[at]) && is_blank(line[at - 1]))) continue;
    const auto stamp = stamp_at(line.substr(at));
    if (!stamp || !stamp->certain || skip_all_blanks(line, at + stamp->length) == line.size()) continue;
    auto candidate = candidate_of(line, {from, at, at + stamp->length}, language);
    if (!candidate) return std::nullopt;
    candidate->time = stamp->time;
    candidate->style = LabelStyle::timed;
    return candidate;
  }
  return std::nullopt;
}

}  // namespace

std::optional<LabelCandidate> set_off_candidate(std::string_view line, const words::Language& language,
                                                std::size_t from) {
  if (auto timed = before_time(line, from, language)) return timed;
  auto part = in_brackets(line, from);
  if (!part) part = before_mark(line, from);
  auto candidate = part ? candidate_of(line, *part, language) : std::nullopt;
  if (!candidate) return std::nullopt;
  const std::size_t talk = candidate->talk;
  if (const auto stamp = stamp_at(line.substr(talk)); stamp && stamp->certain) {
    candidate->time = stamp->time;
    candidate->talk = static_cast<std::uint32_t>(skip_all_blanks(line, talk + stamp->length));
  }
  return candidate;
}

}  // namespace moniker::read
