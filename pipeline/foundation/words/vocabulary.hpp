#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "words/lexicon.hpp"

namespace moniker::words {

/// How a word is written and where it stands; bits of Word::shape and Token::shape.
enum Shape : std::uint32_t {
  shape_cap = 1U << 0,         // begins with a capital: Kate, KATE
  shape_upper = 1U << 1,       // two capitals or more and nothing small: NHS
  shape_lower = 1U << 2,       // letters, the first one small
  shape_digit = 1U << 3,       // holds a digit
  shape_initial = 1U << 4,     // one capital letter
  shape_start = 1U << 5,       // begins a sentence, a quotation or what follows a dash or bracket
  shape_mid = 1U << 6,         // does not, so that its capital means something
  shape_uncased = 1U << 7,     // of a text without capitals, or in capitals throughout
  shape_possessive = 1U << 8,  // followed by 's
  shape_hyphen = 1U << 9,      // joined from parts
  shape_short = 1U << 11,      // four letters or fewer
  shape_phrase = 1U << 10,     // a listed phrase of two words or more
};

/// What is known of a word by how it is written, wherever it stands. One line of a processor's cache.
struct alignas(64) Word {
  const char* bytes = nullptr;  // as written, then folded
  std::uint32_t written_size = 0, folded_size = 0;
  std::uint64_t hash = 0;         // of the written form; tells words of up to eight bytes apart
  std::uint32_t number = 0;       // in its vocabulary, from 0
  std::uint32_t folded_hash = 0;  // lexicon_hash
  std::uint16_t shape = 0;        // what the letters alone say
  std::uint16_t literal = 0;      // its number among the words that patterns name; 0: none
  bool continues : 1 = false;     // begins listed phrases
  bool follows : 1 = false;       // may be a listed phrase's second word
  bool pronoun : 1 = false;       // I, I'm
  bool abbreviation : 1 = false;  // a full stop may follow it within a sentence
  bool clitic : 1 = false;        // 's
  ClassSet classes{};

  std::string_view written() const { return {bytes, written_size}; }
  std::string_view folded() const { return {bytes + written_size, folded_size}; }
};
static_assert(sizeof(Word) == 64);

/// The distinct words met so far, each looked up in the lists once. Belongs to one thread. When it grows large it
/// begins anew: words live on until the second text after that has been read, and `epoch` tells whoever keeps
/// something by a word's number.
class Vocabulary {
 public:
  Vocabulary(const Lexicon& lexicon, const ClassSet& abbreviations);
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) = delete;

  /// To be called before the words of a text are looked up.
  void begin_text();
  /// `behind`: how many bytes may be read behind it, be they what they may.
  const Word& word(std::string_view written, std::size_t behind = 0);
  std::uint32_t epoch() const { return epoch_; }
  std::uint32_t size() const { return count_; }
  const Lexicon& lexicon() const { return lexicon_; }

 private:
  struct Block;
  struct Slot {
    std::uint32_t hash = 0, word = 0;  // the lower half; the word's number, plus 1, or 0: empty
  };
  static constexpr std::size_t words_a_block = 256;

  const Word& add(std::string_view written, std::uint64_t hash);
  Word& place(std::uint32_t number);
  void put(Slot slot, std::uint64_t hash);
  void look_up(Word& word) const;
  ClassSet of_parts(std::string_view word, bool capitals) const;
  void grow();

  const Lexicon& lexicon_;
  const ClassSet& abbreviations_;
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<Block>> blocks_{}, old_blocks_{};
  std::uint32_t count_ = 0, epoch_ = 0;
};

}  // namespace moniker::words
