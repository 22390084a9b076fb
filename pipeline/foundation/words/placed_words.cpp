#include "words/placed_words.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace moniker::words {

std::vector<PlacedWord> placed_words(std::string_view text) {
  std::vector<PlacedWord> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && is_word(code_point_at(text, at).value)) at += code_point_at(text, at).length;
    if (at > begin) {
      words.push_back(
          {fold(text.substr(begin, at - begin)), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}});
    } else {
      at += std::max<std::size_t>(1, code_point_at(text, at).length);
    }
  }
  return words;
}

}  // namespace moniker::words
