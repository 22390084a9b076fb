#pragma once
#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace moniker::rules {

/// The letters of the alphabet in which expressions are read here: every ASCII character by itself, and of all others
/// only whether it is a word's, may join two parts of a word (an apostrophe, a hyphen), stands between words, or is a
/// number that is no word's (the half, circled ones). What is not known to be any of these has no symbol: a text with
/// one goes the slow way.
constexpr std::size_t symbols = 132, wide_word = 128, wide_joiner = 129, wide_gap = 130, wide_number = 131,
                      no_symbol = 255;
using Symbols = std::bitset<symbols>;

std::size_t symbol_of(char32_t c);
/// Those of words, those that may join parts of words, and all that are not of words.
const Symbols& word_symbols();
const Symbols& joiner_symbols();
const Symbols& gap_symbols();

/// A regular expression as a tree. It matches whatever RE2 matches, and may match more: edges of words, lines and texts
/// are always there, though the text's begin is noted, and an exact count of characters beyond ASCII is not asked for.
struct Expression {
  enum class Kind : std::uint8_t { nothing, one, join, either, repeat };
  static constexpr std::uint32_t without_end = UINT32_MAX;

  Kind kind = Kind::nothing;
  Symbols one{};                      // which characters, for `one`
  std::vector<Expression> parts{};    // of join and either; what is repeated
  std::uint32_t least = 1, most = 1;  // for repeat
  bool text_begins = false;           // for nothing: the text begins here
};

/// Reads RE2's syntax. Nothing where it holds something that is not known here for certain: its rule then goes the slow
/// way (regex_rules.hpp).
std::optional<Expression> read_expression(std::string_view pattern);

/// Whether each match begins where the text does.
bool is_anchored(const Expression& expression);

}  // namespace moniker::rules
