#include "read/turns/odd_beginning.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/label_words.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_label_words = 4, most_ornament = 12;

/// Where the first word begins behind quotation marks, bullets, "(3)" and "a)"; stage directions are passed over.
std::size_t behind_ornaments(std::string_view line, std::size_t from) {
  std::size_t at = from;
  while (const std::size_t tag = tag_at(line, at)) at += tag;
  if (at > from) return at;
  if (line.substr(at).starts_with("[?") || line.substr(at).starts_with("(?")) return from;
  if (line.substr(at).starts_with('(') || line.substr(at).starts_with('[')) {
    const std::size_t close = line.substr(0, from + 40).find(line[at] == '(' ? ')' : ']', at);
    if (close != std::string_view::npos && blank_at(line, close + 1) > 0) return skip_all_blanks(line, close + 1);
  }
  if (at + 1 < line.size() && (line[at + 1] == ')' || line[at + 1] == '.') && blank_at(line, at + 2) > 0)
    return skip_all_blanks(line, at + 2);
  while (at < line.size() && at < from + most_ornament) {
    const CodePoint c = code_point_at(line, at);
    if (c.length == 0 || (is_word(c.value) && !is_digit(c.value))) return at;
    at += c.length;
  }
  return from;
}

/// "P04 So", "Interviewer So": nothing parts a label from the words, which begin as a sentence does.
bool runs_into_words(std::string_view label, std::size_t words, const words::Language& language) {
  return words > 1 || (label.size() > 1 && (is_code(label) || label_shape(label, language) == LabelShape::role));
}

/// Whether what follows a known label sets it off: a mark, a gap, a colon some words later ("Kate says:"). A comma, a
/// question mark and a blank are of sentences: "Kate, you know that."
bool is_set_off(std::string_view line, std::size_t end) {
  const std::size_t words = skip_all_blanks(line, end);
  if (words == line.size()) return false;
  const std::size_t blanks = words - end;
  const CodePoint next = code_point_at(line, words);
  if (blanks > 1 || (blanks == 1 && line[end] == '\t')) return true;
  constexpr std::size_t near = 40;  // bytes
  const auto list = split_words(line.substr(end, near));
  for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 3); ++i) {
    if (list[i].ends_with(':')) return true;
  }
  constexpr std::u32string_view of_sentences = U"?!\u2026()\u2019'\"\u201C\u2018";
  if (next.value == U',') return is_upper(code_point_at(line, skip_all_blanks(line, words + 1)).value);
  if (!is_word(next.value) && of_sentences.find(next.value) == of_sentences.npos) return true;
  if (next.value == U'"' && blanks == 0) return true;
  return false;
}

/// Whether the first words are a known label of which nothing says that it is none.
bool begins_with_known(std::string_view line, std::size_t from, const LabelSurvey& survey,
                       const words::Language& language) {
  from = behind_ornaments(line, from);
  std::size_t at = from;
  for (std::size_t words = 1; words <= most_label_words; ++words) {
    std::size_t end = at;
    for (CodePoint c = code_point_at(line, end);
         c.length > 0 && (is_word(c.value) || is_apostrophe(c.value) || is_hyphen(c.value) || c.value == U'_');
         c = code_point_at(line, end))
      end += c.length;
    if (end == at) return false;
    const std::string_view label = line.substr(from, end - from);
    const std::size_t behind = skip_all_blanks(line, end);
    const bool capital = is_upper(code_point_at(line, behind).value);
    const bool parted = behind > end && capital && runs_into_words(label, words, language);
    const bool letter =
        label.size() == 1 && (end >= line.size() || std::string_view(".;").find(line[end]) == std::string_view::npos);
    if (survey.knows(label) && !letter && (is_set_off(line, end) || parted)) return true;
    if (words == 1 && survey.knows_codes() && behind > end && capital && is_code(label) && is_ascii_digit(label.back()))
      return true;
    if (behind == end) return false;
    at = behind;
  }
  return false;
}

}  // namespace

std::size_t chevrons(std::string_view line, std::size_t from) {
  const std::size_t at = skip_all_blanks(line, from);
  if (!line.substr(at).starts_with(">>")) return 0;
  const std::size_t words = skip_all_blanks(line, line.find_first_not_of('>', at));
  const CodePoint first = code_point_at(line, std::min(words, line.size()));
  return words < line.size() && (is_word(first.value) || first.value == U'[' || first.value == U'(') ? words : 0;
}

std::size_t another_label(std::string_view line, std::size_t from, const LabelSurvey& survey,
                          const words::Language& language) {
  constexpr std::string_view ends[] = {".", "?",      "!",      "\"",     ")",      "]",
                                       "-", "\u2026", "\u201D", "\u2019", "\u2013", "\u2014"};
  constexpr std::size_t longest = 4 * longest_label;
  if (!survey.names_speakers()) return std::string_view::npos;
  for (std::size_t colon = line.find(':', from + 1); colon != std::string_view::npos;
       colon = line.find(':', colon + 1)) {
    if (colon + 1 < line.size() && blank_at(line, colon + 1) == 0) continue;
    std::size_t begin = colon;
    for (std::size_t words = 1; words <= most_label_words; ++words) {
      const std::size_t blank = line.substr(0, begin).find_last_of(" \t");
      if (blank == std::string_view::npos || blank < from || colon - blank > longest) break;
      const std::string_view label = line.substr(blank + 1, colon - blank - 1);
      const std::size_t end = trimmed_end(line, from, blank);
      const std::string_view before = line.substr(from, end - from);
      const bool closed =
          std::any_of(std::begin(ends), std::end(ends), [&](std::string_view e) { return before.ends_with(e); });
      const bool somebody = survey.knows(label) || label_shape(label, language) == LabelShape::role;
      if (!before.empty() && closed && !label.empty() && somebody && !is_head_field(label, language)) return blank + 1;
      begin = end;
    }
  }
  return std::string_view::npos;
}

bool begins_oddly(std::string_view line, std::size_t from, const LabelSurvey& survey, const words::Language& language) {
  from = skip_all_blanks(line, from);
  return survey.names_speakers() && begins_oddly(line, from, survey, language, label_candidate(line, language, from));
}

bool begins_oddly(std::string_view line, std::size_t from, const LabelSurvey& survey, const words::Language& language,
                  const std::optional<LabelCandidate>& candidate) {
  if (!survey.names_speakers()) return false;
  for (std::size_t at = line.find(">> ", from); at != std::string_view::npos; at = line.find(">> ", at + 1)) {
    if (at > from && line[at - 1] == ' ') return true;
  }
  if (candidate && survey.may_be(line, *candidate)) return true;
  if (candidate && candidate->style == LabelStyle::line)
    return survey.knows(line.substr(candidate->label.begin, candidate->label.size()));
  return begins_with_known(line, from, survey, language);
}

}  // namespace moniker::read
