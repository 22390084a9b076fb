#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace moniker::resolve {

/// The folded words of a text, ascending, each once.
using SaidWords = std::vector<std::string>;

/// Makes them that, of words in any order.
void in_order_once(SaidWords& words);

/// Whether `word` is said, its possessive, its plural, or a compound that begins with it.
bool begins_a_word(const SaidWords& said, const std::string& word);

/// Numbered forms by a word of theirs. A text can say a form where one of its words begins with that word (it may be
/// the possessive, the plural or a compound), so each word of a text is asked for with all its beginnings: what it
/// takes goes with the text, not with how many forms a study has.
class WordIndex {
 public:
  using Words = std::vector<std::pair<std::string, std::uint32_t>>;  // with the form's number

  WordIndex() = default;
  explicit WordIndex(Words words);
  /// Each form by the word that fewest forms have: of "kate shaw" by "shaw", as every talk knows a Kate. A form's
  /// number is its place; one without words is in no text.
  static WordIndex by_rarest_word(const std::vector<std::vector<std::string>>& forms);

  /// Numbers of the forms whose word begins a word that is said, ascending, each once.
  std::vector<std::uint32_t> in(const SaidWords& said) const;

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  std::uint32_t end_of_smaller(std::string_view word) const;
  std::uint32_t last_beginning(std::string_view word, std::uint32_t after) const;

  Words words_{};                           // ascending
  std::vector<std::uint64_t> heads_{};      // by word: its first eight bytes, as a number that ascends as they do
  std::vector<std::uint32_t> beginning_{};  // by word: another, or the same again, with which it begins
  std::vector<std::uint32_t> first_{};      // by a word's first two bytes: where in words_ those begin
};

}  // namespace moniker::resolve
