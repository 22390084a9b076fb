#pragma once
#include <span>
#include <string_view>

#include "preserve/word_values.hpp"

namespace moniker::preserve {

/// An element of WordprocessingML that may be written, below these, with these attributes.
struct WordElement {
  std::string_view name{};
  std::string_view within{};          // names, a blank between; of what was written, not of what was read
  std::string_view attributes{};      // likewise
  ValueKind kind = ValueKind::plain;  // of `val`, or of a font's attributes; all others are plain, a style's id apart
};
/// Nothing where it is not in the table for that place: then its content is looked at, and it is not written.
const WordElement* word_element(std::string_view name, std::string_view within);
/// What is left out with all it holds.
bool is_dropped_whole(std::string_view name);

/// Whether `list` (names, a blank between) has it.
bool lists(std::string_view list, std::string_view name);

}  // namespace moniker::preserve
