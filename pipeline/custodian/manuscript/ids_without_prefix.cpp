// IDs that no prefix leads: pseudonyms, and numbers with a letter behind them.
#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/paper_ids.hpp"

namespace moniker::custodian {

std::vector<PaperId> numbers_with_letters_in(std::string_view text) {
  std::vector<PaperId> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t before = at > 0 ? code_point_before(text, at).value : U' ';
    if (!is_ascii_digit(text[at]) || is_word(before) || before == U'.' || before == U'-' || before == U'/') continue;
    std::size_t letters = at;
    while (letters < text.size() && is_ascii_digit(text[letters])) ++letters;
    std::size_t end = letters;
    while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
    const char32_t next = end < text.size() ? code_point_at(text, end).value : U' ';
    if (letters - at <= 3 && end > letters && end - letters <= 2 && !is_word(next) && next != U'-')
      found.push_back({.bytes = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                       .prefix = std::string(text.substr(letters, end - letters)),
                       .digits = std::string(text.substr(at, letters - at)),
                       .number = static_cast<std::uint32_t>(
                           std::strtoul(std::string(text.substr(at, letters - at)).c_str(), nullptr, 10)),
                       .behind = true});
    at = std::max(at, end - 1);
  }
  return found;
}

std::vector<PaperId> names_in(std::string_view text, const PaperNames& names) {
  std::vector<PaperId> found;
  if (names.empty()) return found;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    const char32_t before = at > 0 ? code_point_before(text, at).value : U' ';
    if (!is_upper(point.value) || is_word(before) || before == U'-' || is_apostrophe(before)) {
      at += length;
      continue;
    }
    const PaperNames::value_type* longest = nullptr;
    for (const auto& one : names) {
      const std::size_t end = at + one.first.size();
      if (!text.substr(at).starts_with(one.first) || (longest && longest->first.size() > one.first.size())) continue;
      const char32_t next = end < text.size() ? code_point_at(text, end).value : U' ';
      const bool goes_on =
          is_word(next) || next == U'-' ||
          (is_apostrophe(next) && is_word(code_point_at(text, end + code_point_at(text, end).length).value));
      if (!goes_on) longest = &one;
    }
    if (longest) {
      const std::size_t end = at + longest->first.size();
      found.push_back({.bytes = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                       .prefix = longest->first,
                       .name = true});
      at = end;
    } else {
      at += length;
    }
  }
  return found;
}

}  // namespace moniker::custodian
