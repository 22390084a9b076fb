#pragma once
#include <optional>
#include <string_view>

namespace moniker {

/// A character that stands in a text by its name or number in HTML: `&shy;`, `&eacute;`, `&#8203;`, `&#xAD;`.
struct CharacterReference {
  char32_t value = 0;
  std::size_t length = 0;  // bytes, from the ampersand to the semicolon
};

/// The one that begins at `at`; nothing where none does. Of the named ones those that text copied from a page of the
/// web keeps: letters with accents, what nobody sees, blanks, apostrophes and the ampersand.
std::optional<CharacterReference> character_reference_at(std::string_view text, std::size_t at);

}  // namespace moniker
