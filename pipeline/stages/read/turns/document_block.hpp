#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace moniker::read {

// In bytes; what is longer comes in pieces.
inline constexpr std::size_t longest_piece = 64 * 1024, longest_row = std::size_t{1} << 20;

/// Words of one paragraph of a document, or of a piece of one that is too long to hold.
struct DocumentParagraph {
  std::string text{};                    // tabs as \t, line breaks as \n
  std::uint32_t number = 0;              // from 1, in the part
  std::uint32_t offset = 0;              // of the first byte, in bytes of the paragraph
  std::uint32_t column = 1;              // of the first byte, in code points of the paragraph
  std::uint32_t emphasis = 0;            // leading bytes that are bold or have a character style; all in a heading
  bool continues = false;                // a further piece
  bool boxed = false;                    // stood in a text box
  bool heading = false, quoted = false;  // by its style
  double indent = 0;                     // from the margin, in points; of a list none
};
using DocumentCell = std::vector<DocumentParagraph>;

/// Where a paragraph's words stand: in the upper half its number, in the lower the byte.
inline std::uint64_t source_of(const DocumentParagraph& paragraph) {
  return (std::uint64_t{paragraph.number} << 32) + paragraph.offset;
}

/// What comes next in a part: a paragraph outside tables, or a row of a table. `table`: from 1, 0 outside.
struct DocumentBlock {
  std::vector<DocumentCell> cells{};  // one cell with one paragraph outside tables
  std::uint32_t table = 0;
};

/// A part's blocks one by one; nothing at its end.
using DocumentBlocks = std::function<std::optional<DocumentBlock>()>;

}  // namespace moniker::read
