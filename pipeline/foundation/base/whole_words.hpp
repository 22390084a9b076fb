#pragma once
#include <string_view>
#include <vector>

#include "base/known_words.hpp"
#include "base/seen_characters.hpp"

namespace moniker {

/// Words that were cut are made whole, as far as words tell; known.word is set. What stands between the parts of a
/// known name is left out, whatever a writer or a program may have put there (word_gap.hpp). Other words go on behind a
/// hyphen and a line's end, in brackets, and behind emoji and markup. `delivered` is what the characters were made of.
SeenCharacters whole_words(SeenCharacters text, const KnownWords& known, std::string_view delivered);

}  // namespace moniker
