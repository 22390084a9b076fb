#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "moniker/text_hash.hpp"

namespace moniker::resolve {

/// Numbered forms by a word of theirs. A text can say a form where one of its words begins with that word (it may be
/// the possessive, the plural or a compound), so each word of a text is asked for with all its beginnings: what it
/// takes goes with the text, not with how many forms a study has.
class WordIndex {
 public:
  /// Each form by the word that fewest forms have: of "kate shaw" by "shaw", as every talk knows a Kate. A form's
  /// number is its place; one without words is in no text.
  static WordIndex by_rarest_word(const std::vector<std::vector<std::string>>& forms);

  void add(std::string word, std::uint32_t number) { by_word_[std::move(word)].push_back(number); }
  /// Numbers of the forms whose word begins a word of `vocabulary`, ascending, each once.
  std::vector<std::uint32_t> in(const std::set<std::string>& vocabulary) const;

 private:
  std::unordered_map<std::string, std::vector<std::uint32_t>, TextHash, std::equal_to<>> by_word_{};
};

}  // namespace moniker::resolve
