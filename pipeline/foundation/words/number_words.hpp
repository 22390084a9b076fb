#pragma once
#include <cstdint>
#include <string>
#include <string_view>

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
  };
  Kind kind = Kind::none;
  std::uint64_t value = 0;
};
NumberWord number_word(std::string_view folded);

/// A nought or a digit as it is read aloud, -1 for what is none: "oh", "zero", "seven"; "o" is a letter.
int digit_of(const NumberWord& word);

/// How it is said: "zero", "forty-two", "one thousand five hundred six". `hyphen` stands between tens and units.
std::string cardinal_words(std::uint64_t number, char hyphen = '-');
/// "twenty-first", from 1.
std::string ordinal_words(std::uint64_t number, char hyphen = '-');
/// Of a number's last word: two -> second, forty -> fortieth, hundred -> hundredth.
std::string ordinal_of(std::string_view cardinal);
/// Years go in pairs: "nineteen eighty-one", "nineteen oh five", "nineteen hundred".
std::string year_in_pairs(std::uint64_t year, char hyphen = '-');
/// "st", "nd", "rd", "th".
std::string_view ordinal_ending(std::uint64_t number);

}  // namespace moniker::words
