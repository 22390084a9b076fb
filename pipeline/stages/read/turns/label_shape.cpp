// A label is judged by its shape, as a reader does who does not know the people: QualCoder and MAXQDA take
// whatever stands before a colon and so make speakers of "10:30", "http:" and "for example:". Here a sentence
// is refused by its words and marks, and what may be a name or a lead-in is counted first (label_survey.hpp).
#include "read/turns/label.hpp"

#include <string>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/label_words.hpp"

namespace moniker::read {
namespace {

using words::Language;
using words::RoleWord;

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
  const std::string_view inside = words.substr(open + 1, words.size() - open - 2);
  if (inside.find_first_of("{}<>") != std::string_view::npos) return words;
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

}  // namespace moniker::read
