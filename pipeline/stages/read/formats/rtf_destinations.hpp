#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "moniker/utterance.hpp"

namespace moniker::read {

/// What a group of rich text is by its first word ("Destinations"; Rich Text Format specification 1.9.1, appendix B).
enum class RtfGroup : std::uint8_t {
  none,       // a property of what is read anyway
  unread,     // words that stand nowhere in the document
  index,      // words for an index, which the document does not show where they stand
  list_text,  // a list's number as it is shown
  fonts,
  styles,
  info,
  property,  // of the document, in its info: a name, a title
  box,
  side,        // a note, a comment, a margin
  transparent  // says that it may be left out, and holds talk
};
RtfGroup rtf_group(std::string_view word);
/// Where the words of a side stand.
Part rtf_side(std::string_view word);
/// Whether a word that is no group's says how text looks: behind \* it makes no group that may be left out.
bool is_rtf_formatting(std::string_view word);
/// The text of a control word that is a character; empty where it is none.
std::string_view rtf_character(std::string_view word);

}  // namespace moniker::read
