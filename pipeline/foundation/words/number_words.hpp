#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "words/list_file.hpp"
#include "words/word_map.hpp"

namespace moniker::words {

/// What a folded word says of a number.
struct NumberWord {
  enum class Kind : std::uint8_t {
    none,
    letter_o,  // "o": a nought only where digits or years are read; else it is a letter
    oh,        // a nought only there too
    small,     // zero, nought, one to nineteen
    tens,      // twenty to ninety
    ordinal,   // first to twentieth, thirtieth to ninetieth
    scale,     // hundred, thousand, million, billion
    times,     // double, treble: what follows is said so often
    joining,   // "and" behind a scale
    article,   // "a" before a scale: one
    point,     // between a whole number and what follows it digit by digit
  };
  Kind kind = Kind::none;
  std::uint64_t value = 0;
};

/// The words of numbers, from numbers.tsv of a language. Of several words of one kind and value the first is written.
struct NumberWords {
  WordMap<NumberWord> said{};
  WordMap<std::string> ordinals{};                              // by the last word of a number: two -> second
  std::vector<std::pair<std::uint64_t, std::string>> scales{};  // the largest first
  std::array<std::string, 100> cardinals{};                     // zero to nineteen, and the tens
  std::string oh{}, joining{}, point{};
  WordMap<std::uint64_t> endings{};         // of ordinals in digits, two letters: st -> 1
  std::array<std::string, 10> ending_of{};  // by the last digit; that of 0 where there is none

  void read(const ListFile& list);
  NumberWord operator[](std::string_view folded) const;
  bool empty() const { return cardinals[1].empty(); }
};

/// A nought or a digit as it is read aloud, -1 for what is none: "oh", "zero", "seven"; "o" is a letter.
int digit_of(const NumberWord& word);

/// How English says a number by these words: the order is English and is code, since a language with another order
/// (one-and-twenty, four-score) needs more than other words. All of them give nothing where the words are missing.
///
/// "zero", "forty-two", "one thousand five hundred six". `hyphen` stands between tens and units.
std::string cardinal_words(const NumberWords& words, std::uint64_t number, char hyphen = '-');
/// "twenty-first", from 1.
std::string ordinal_words(const NumberWords& words, std::uint64_t number, char hyphen = '-');
/// The last word of what is said, as an ordinal: forty two -> forty second.
std::string with_ordinal(const NumberWords& words, const std::string& said, char hyphen);
/// Years go in pairs: "nineteen eighty-one", "nineteen oh five", "nineteen hundred".
std::string year_in_pairs(const NumberWords& words, std::uint64_t year, char hyphen = '-');
/// "st", "nd", "rd", "th".
std::string_view ordinal_ending(const NumberWords& words, std::uint64_t number);

}  // namespace moniker::words
