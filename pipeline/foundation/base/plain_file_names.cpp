// What a file may be called so that its name is nobody's: words of the trade, numbers, dates, and short
// codes with a number (P07, FG2). It is a list of what is known to be harmless, for no list of names knows all
// that people are called. Months that are names as well (May, June, Jan) count within a date alone.
#include "base/plain_file_names.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace moniker {
namespace {

constexpr std::string_view trade_words =
    " a addendum afternoon and annotated anonymised archive at audio autumn b backup baseline batch bundle by c "
    "call caption captions carer carers case chat checked clean cleaned clinician clinicians clip cohort "
    "combined complete consultation control conversation copy corrected day december deliver delivered "
    "delivery dialogue diary discussion document draft edited eight english evening exit export extra face "
    "february fg fgd fifth file files final first five focus follow followup four fourth friday full group hour "
    "in incoming int interview interviewee interviewer interviews january july late later latest main manager "
    "managers march material meeting meetings member monday month morning new nine note notes november number "
    "nurse nurses october of old on one online original other out parent parents part partial participant "
    "participants patient patients phase phone pilot plain post practitioner practitioners pre question raw "
    "recording redone respondent review revised round sample saturday second section seminar september series "
    "session sessions seven site six sixth speaker spring staff stage stereo student students study sunday "
    "survey talk tape teacher teachers team teams telephone ten test text the third three thursday time to "
    "track transcript transcription transcripts tuesday two unchecked unedited up validated verbatim version "
    "video visit visits vol volume vtt wave webex wednesday week welsh winter with worker workers workshop "
    "year zoom ";
constexpr std::string_view months_and_names = " april august june may summer ";
constexpr std::string_view short_months = " apr aug dec feb jan jul jun mar nov oct sep sept ";
/// Before a number: of one letter any.
constexpr std::string_view number_codes =
    " am fg fgd gp hcp id int iv no par part pm pp ppt pt rec res st nd rd th vid ";
constexpr std::string_view plain_endings =
    " csv doc docx eaf fodt htm html json jsonl md markdown odt ods pdf rtf srt textgrid tsv txt vtt webvtt xls "
    "xlsx xml zip ";

/// The lists begin and end with a blank, and have one between words.
bool stands_among(std::string_view list, std::string_view word) {
  return list.find(" " + std::string(word) + " ") != list.npos;
}

bool is_name_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_joint(char c) { return std::string_view(" _-./()[]+,#&").find(c) != std::string_view::npos; }

/// A run of letters or of digits, as it stands between others.
struct NameRun {
  std::string text{};  // small letters
  bool digits = false;
  bool touches = false;  // the run before, with nothing in between
};

/// Nothing where a character is of another kind: what nobody has thought of is not plain. A capital begins a run:
/// FocusGroup.
std::optional<std::vector<NameRun>> name_runs(std::string_view name) {
  std::vector<NameRun> runs;
  bool apart = true, small_before = false;
  for (const char c : name) {
    if (!is_name_digit(c) && !is_name_letter(c)) {
      if (!is_name_joint(c)) return std::nullopt;
      apart = true;
      continue;
    }
    const bool capital = c >= 'A' && c <= 'Z';
    if (apart || runs.back().digits != is_name_digit(c) || (capital && small_before))
      runs.push_back({.digits = is_name_digit(c), .touches = !apart});
    runs.back().text += capital ? static_cast<char>(c - 'A' + 'a') : c;
    small_before = is_name_letter(c) && !capital;
    apart = false;
  }
  return runs;
}

std::string_view without_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return name;
  std::string ending(name.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return stands_among(plain_endings, ending) ? name.substr(0, dot) : name;
}

}  // namespace

bool is_plain_file_name(std::string_view name) {
  constexpr std::size_t most_digits = 14;  // a day and a time; telephones and the like have more, or groups of five
  const auto runs = name_runs(without_ending(name));
  if (!runs || runs->empty()) return false;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < runs->size(); ++i) {
    const NameRun& run = (*runs)[i];
    if (run.digits) {
      digits += run.text.size();
      const std::size_t size = run.text.size();
      if ((size > 4 && size != 6 && size != 8) || digits > most_digits) return false;
      continue;
    }
    const bool number_behind = i + 1 < runs->size() && (*runs)[i + 1].digits;
    const bool number_before = i > 0 && (*runs)[i - 1].digits;
    const bool touches_number = (number_behind && (*runs)[i + 1].touches) || (number_before && run.touches);
    const bool is_code = touches_number && (run.text.size() == 1 || stands_among(number_codes, run.text));
    const auto is_year = [&](bool there, std::size_t at) { return there && (*runs)[at].text.size() == 4; };
    const bool dated =
        (number_before && number_behind) || is_year(number_before, i - 1) || is_year(number_behind, i + 1);
    const bool is_month = dated && (stands_among(months_and_names, run.text) || stands_among(short_months, run.text));
    if (!is_code && !is_month && !stands_among(trade_words, run.text)) return false;
  }
  return true;
}

}  // namespace moniker
