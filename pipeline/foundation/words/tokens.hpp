#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"
#include "words/vocabulary.hpp"

namespace moniker::words {

/// What stands between a word and the one before it; bits of Token::gap. 0 is white space or nothing.
enum Gap : std::uint8_t {
  gap_comma = 1U << 0,
  gap_stop = 1U << 1,  // . ? ! ; : and the ellipsis
  gap_dash = 1U << 2,
  gap_quote = 1U << 3,
  gap_bracket = 1U << 4,
  gap_other = 1U << 5,
  gap_text = 1U << 6,  // the text's begin
};

struct Token {
  ByteRange bytes{};
  std::uint32_t shape = 0;  // the word's own and what its place adds
  std::uint8_t gap = 0;
  const Word* word = nullptr;  // lives in the vocabulary
};

/// A word of which a short verb was cut off (Geoff|'ll), as it stands in the text.
struct Uncut {
  std::uint32_t token = 0;
  ByteRange bytes{};
  const Word* word = nullptr;
};

/// A listed phrase of two words or more.
struct Phrase {
  std::uint32_t first = 0, count = 0;
  ClassSet classes{};
};

/// An utterance as words: the form in which every rule but the regular expressions sees it.
struct Words {
  std::string_view text{};
  std::vector<Token> tokens{};
  std::vector<Uncut> uncut{};                 // ascending by token
  std::vector<Phrase> phrases{};              // ascending by first, longest first
  std::vector<std::uint32_t> phrases_from{};  // of each token: its first phrase; one more at the end
  std::uint32_t capitals = 0;                 // words with a capital, the pronoun I and [Music] left out
  std::uint32_t epoch = 0;                    // of the vocabulary
  std::uint8_t last_gap = gap_text;           // after the last word

  /// A token as it stands, with a verb that was cut off it.
  Uncut as_it_stands(std::uint32_t token) const {
    const auto cut = uncut.empty() ? uncut.end() : std::lower_bound(uncut.begin(), uncut.end(), token, before);
    if (cut != uncut.end() && cut->token == token) return *cut;
    return {token, tokens[token].bytes, tokens[token].word};
  }
  static std::string_view fold_of(const Token& token) { return token.word->folded(); }
  ByteRange range(std::size_t first, std::size_t last) const {
    return {tokens[first].bytes.begin, tokens[last].bytes.end};
  }

 private:
  static bool before(const Uncut& cut, std::uint32_t token) { return cut.token < token; }
};

/// What is known of the text before its words are seen.
struct Setting {
  bool lines_start = true;  // a new line begins a sentence (it does not in captions)
  bool uncased = false;     // the document so far has no capitals
};

/// Cuts and looks up. Keeps `words`' buffers. `text` and `vocabulary` must outlive `words`.
void read_words(Vocabulary& vocabulary, std::string_view text, Setting setting, Words& words);

}  // namespace moniker::words
