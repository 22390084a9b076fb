#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/lexicon.hpp"
#include "moniker/finding.hpp"

namespace moniker {

/// How a word is written and where it stands; bits of Token::shape.
enum Shape : std::uint32_t {
  shape_cap = 1U << 0,          // begins with a capital: Kate, KATE
  shape_upper = 1U << 1,        // two capitals or more and nothing small: NHS
  shape_lower = 1U << 2,        // letters, the first one small
  shape_digit = 1U << 3,        // holds a digit
  shape_initial = 1U << 4,      // one capital letter
  shape_start = 1U << 5,        // begins a sentence, a quotation or what follows a dash or bracket
  shape_mid = 1U << 6,          // does not, so that its capital means something
  shape_uncased = 1U << 7,      // of a text without capitals, or in capitals throughout
  shape_possessive = 1U << 8,   // followed by 's
  shape_hyphen = 1U << 9,       // joined from parts
  shape_short = 1U << 11,       // four letters or fewer
  shape_phrase = 1U << 10,      // a listed phrase of two words or more
};

/// What stands between a word and the one before it; bits of Token::gap. 0 is white space or nothing.
enum Gap : std::uint8_t {
  gap_comma = 1U << 0,
  gap_stop = 1U << 1,      // . ? ! ; : and the ellipsis
  gap_dash = 1U << 2,
  gap_quote = 1U << 3,
  gap_bracket = 1U << 4,
  gap_other = 1U << 5,
  gap_text = 1U << 6,      // the text's begin
};

struct Token {
  ByteRange bytes{};
  std::uint32_t folded = 0, folded_size = 0;   // into Words::folded
  std::uint32_t shape = 0;
  std::uint16_t literal = 0;
  std::uint8_t gap = 0;
  bool continues = false;   // begins listed phrases
  ClassSet classes{};
};

/// A listed phrase of two words or more.
struct Phrase {
  std::uint32_t first = 0, count = 0;
  ClassSet classes{};
};

/// An utterance as words: the form in which every rule but the regular expressions sees it.
struct Words {
  std::string_view text{};
  std::string folded{};
  std::vector<Token> tokens{};
  std::vector<Phrase> phrases{};                // ascending by first, longest first
  std::vector<std::uint32_t> phrases_from{};    // of each token: its first phrase; one more at the end
  std::uint32_t capitals = 0;                   // words with a capital, the pronoun I left out
  std::uint8_t last_gap = gap_text;             // after the last word

  std::string_view fold_of(const Token& token) const {
    return std::string_view(folded).substr(token.folded, token.folded_size);
  }
  ByteRange range(std::size_t first, std::size_t last) const {
    return {tokens[first].bytes.begin, tokens[last].bytes.end};
  }
};

/// What is known of the text before its words are seen.
struct Setting {
  bool lines_start = true;     // a new line begins a sentence (it does not in captions)
  bool uncased = false;        // the document so far has no capitals
};

/// Cuts, folds and looks up. `abbreviations` are the classes whose words may be followed by a full stop within a
/// sentence (Dr. Shaw). Keeps `words`' buffers. `text` must outlive `words`.
void read_words(const Lexicon& lexicon, const ClassSet& abbreviations, std::string_view text, Setting setting, Words& words);

}  // namespace moniker
