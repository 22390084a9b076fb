// Talk cut into the words that decisions speak of, by other means than the rules' words: a decision outlives them.
#include "detect/decided_text.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/keyed_hash.hpp"
#include "base/utf8.hpp"

namespace moniker::detect {
namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }

}  // namespace

std::vector<CutWord> cut_words(std::string_view text) {
  std::vector<CutWord> words;
  std::size_t at = 0;
  const auto here = [&] { return code_point_at(text, at); };
  while (at < text.size()) {
    CodePoint point = here();
    if (!is_word(point.value)) {
      at += std::max<std::uint32_t>(1, point.length);
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(at);
    std::uint32_t end = begin, stem = 0;
    while (at < text.size()) {
      point = here();
      if (is_word(point.value)) {
        at += point.length;
        end = static_cast<std::uint32_t>(at);
        continue;
      }
      const std::size_t after = at + point.length;
      if (!is_apostrophe(point.value) || !is_word(code_point_at(text, after).value)) break;
      const std::string_view rest = text.substr(after);
      const bool closes =
          (rest.starts_with('s') || rest.starts_with('S')) && !is_word(code_point_at(text, after + 1).value);
      if (closes) stem = end;
      at = after;
    }
    words.push_back({{begin, end}, {begin, stem == 0 ? end : stem}});
  }
  return words;
}

std::string hashed(const Secret<32>& key, std::string_view folded) {
  return hex(keyed_hash(key, "decided word", folded)).substr(0, 32);
}

std::string bare(std::string_view written) {
  std::string folded = fold(written);
  std::erase(folded, '\'');
  return folded;
}

bool side_by_side(std::string_view text, const CutWord& one, const CutWord& next) {
  bool stop = false;
  for (std::size_t at = one.bytes.end; at < next.bytes.begin;) {
    const CodePoint point = code_point_at(text, at);
    const bool dash = point.value == '-' || (point.value >= 0x2010 && point.value <= 0x2012);
    if (point.value == '.' && one.bytes.size() <= 3 && !stop) {
      stop = true;
    } else if (!is_space(point.value) && !dash) {
      return false;
    }
    at += std::max<std::uint32_t>(1, point.length);
  }
  return true;
}

bool has_capital(std::string_view word) { return is_upper(code_point_at(word, 0).value); }

}  // namespace moniker::detect
