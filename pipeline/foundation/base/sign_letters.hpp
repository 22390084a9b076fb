#pragma once
#include <string_view>
#include <vector>

#include "base/known_words.hpp"
#include "base/seen_characters.hpp"

namespace moniker {

/// Digits and signs that stand for letters of a known name become those (T1chborne, Tichb0rne, T!chborne), and so does
/// what a conversion left of a letter (Si?n, U+FFFD). known.name is set.
void read_sign_letters(SeenCharacters& text, const KnownWords& known);

/// Whether such a sign stands at a byte of a delivered text, beside a letter.
bool may_be_sign_letter(std::string_view text, std::size_t at);

}  // namespace moniker
