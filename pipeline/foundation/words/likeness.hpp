#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace moniker::words {

/// Whether a folded name may be the other one misspelt: the same initial, one edit for names of five letters
/// or more, two for eight or more (the shorter one counts).
bool near_spelling(std::string_view a, std::string_view b);
/// So many edits, by the letters of the shorter one.
std::size_t near_edits(std::size_t shorter);

/// How an English speaker says a folded name, roughly: consonants by their sound, vowels only at the start.
/// "siobhan" and "shivon", "stephen" and "steven", "catherine" and "kathryn" come out alike.
std::string sound_key(std::string_view folded);

/// Both of four letters or more, and either the same key of three sounds or more, or one spelling but for
/// doubled letters and a closing h (Sara, Sarah).
bool sounds_alike(std::string_view a, std::string_view b);
/// That spelling: without a closing h, doubled letters once.
std::string plain_spelling(std::string_view folded);

}  // namespace moniker::words
