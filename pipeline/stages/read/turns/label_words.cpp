#include "read/turns/label_words.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::read {

std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_blank(text[at])) return 1;
  return text.substr(at).starts_with("\u00A0") ? 2 : 0;
}

std::size_t skip_all_blanks(std::string_view text, std::size_t at) {
  while (const std::size_t n = blank_at(text, at)) at += n;
  return at;
}

std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    if (is_blank(text[end - 1]))
      end -= 1;
    else if (end >= begin + 2 && text.substr(begin, end - begin).ends_with("\u00A0"))
      end -= 2;
    else
      break;
  }
  return end;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = skip_all_blanks(text, 0); at < text.size(); at = skip_all_blanks(text, at)) {
    const std::size_t begin = at;
    while (at < text.size() && blank_at(text, at) == 0) ++at;
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::size_t colon_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ':') return text.substr(at).starts_with("::") && blank_at(text, at + 2) > 0 ? 2 : 1;
  if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
  constexpr auto alike = std::to_array<std::string_view>(
      {"\uFF1A", "\u2236", "\uFE55", "\uFE13", "\uA789", "\u02D0", "\u02F8", "\u0589", "\u05C3", "\u205A", "\u2982"});
  for (const std::string_view colon : alike) {
    if (text.substr(at).starts_with(colon)) return colon.size();
  }
  return 0;
}

std::size_t tag_at(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 120;
  if (at >= text.size() || text[at] != '<') return 0;
  std::size_t name = at + 1;
  if (name < text.size() && text[name] == '/') ++name;
  constexpr auto names = std::to_array<std::string_view>({"b", "strong", "i", "em", "u", "span", "font", "p", "mark"});
  const std::size_t end = std::min(text.find_first_of(" >", name), text.size());
  const std::string word = fold(text.substr(name, end - name));
  if (std::find(names.begin(), names.end(), word) == names.end()) return 0;
  const std::size_t close = text.substr(0, at + longest).find('>', end);
  return close == std::string_view::npos ? 0 : close + 1 - at;
}

bool is_damaged(std::string_view label) {
  constexpr std::string_view lost = "\uFFFD";
  if (label.find(lost) != std::string_view::npos) return true;
  for (std::size_t at = label.find('?'); at != std::string_view::npos; at = label.find('?', at + 1)) {
    std::size_t begin = at, end = label.find_first_not_of('?', at);
    while (begin > 0 && label[begin - 1] == '?') --begin;
    end = std::min(end, label.size());
    if (is_word(code_point_before(label, begin).value) || is_word(code_point_at(label, end).value)) return true;
  }
  return false;
}

bool is_numbering(std::string_view word) { return is_number(word.starts_with('#') ? word.substr(1) : word); }

bool is_code(std::string_view word) {
  std::size_t at = 0;
  while (at < word.size() && word[at] >= 'A' && word[at] <= 'Z') ++at;
  if (at == 0 || at > 4) return false;
  const std::size_t capitals = at;
  if (at < word.size() && (word[at] == '-' || word[at] == '_')) ++at;
  const std::size_t digits = at;
  while (at < word.size() && is_ascii_digit(word[at])) ++at;
  if (at - digits > 4 || (at == digits && at != capitals)) return false;
  if (at > digits && at < word.size() && word[at] >= 'a' && word[at] <= 'z') ++at;
  return at == word.size();
}

namespace {

/// 2026-03-12, 12/03/2026, 12.3.26: digits in three groups, one of which may be a year.
bool is_date(std::string_view words) {
  std::size_t groups = 1, digits = 0, longest = 0;
  for (const char c : words) {
    const bool mark = c == '-' || c == '.' || c == '/';
    if (!mark && !is_ascii_digit(c)) return false;
    digits = mark ? 0 : digits + 1;
    groups += mark;
    longest = std::max(longest, digits);
  }
  return groups == 3 && longest <= 4 && words.size() <= 10;
}

bool is_telephone(std::string_view words) {
  if (words.find_first_not_of("+0123456789 ()-./*") != std::string_view::npos || is_date(words)) return false;
  const auto digits = std::count_if(words.begin(), words.end(), [](char c) { return is_ascii_digit(c) || c == '*'; });
  const bool begins = words.front() == '+' || words.front() == '(' || is_ascii_digit(words.front());
  return begins && digits >= 7 && digits <= 15;
}

bool is_address(std::string_view words) {
  const std::size_t at = words.find('@');
  if (at == 0 || at == std::string_view::npos || words.find('.', at) == std::string_view::npos) return false;
  return words.find_first_of(" \t()<>,;:") == std::string_view::npos && !words.ends_with('.');
}

std::string answer_key(std::string_view word) {
  while (!word.empty() && std::string_view(".,?!").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return fold(word);
}

}  // namespace

bool is_contact(std::string_view words) { return !words.empty() && (is_telephone(words) || is_address(words)); }

bool is_answer(std::string_view words, const words::Language& language) {
  const auto known = [&](std::string_view word) {
    const std::string key = answer_key(word);
    return language.answers.contains(key) || language.fillers.contains(key);
  };
  if (known(words)) return true;
  const auto list = split_words(words);
  if (list.empty()) return false;
  return (list.front().ends_with(',') && known(list.front())) || std::all_of(list.begin(), list.end(), known);
}

}  // namespace moniker::read
