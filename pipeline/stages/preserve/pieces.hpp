#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/replacement.hpp"
#include "read/formats/docx_turns.hpp"

namespace moniker::preserve {

/// What stands now where bytes of a paragraph stood. `kept`: byte for byte, so that any part of it can be asked for;
/// else all of it stands at the first byte, and the formatting there is its own.
struct Piece {
  std::uint32_t begin = 0, end = 0;
  std::string text{};
  bool kept = false;
};

/// The new words of one part of a document, by their places in the old one. What no utterance holds has none, but
/// blanks, colons, and times of day, which are written anew from what the reader understood.
class PartPieces {
 public:
  /// The bytes of utterance.text, which the turn places, and the ID in place of the label.
  void add(const read::TextTurn& turn, const Rewritten& rewritten);
  /// Once, after the last. Throws std::logic_error when two utterances claim one byte.
  void settle(const read::DocxSource& source);
  std::string text_at(std::uint32_t paragraph, std::uint32_t begin, std::uint32_t end) const;
  /// All of it, in order of paragraphs.
  std::string whole() const;

 private:
  void add_range(const read::TextTurn& turn, ByteRange was, std::string_view text, bool kept);
  void put(std::uint64_t source, Piece piece);

  std::map<std::uint32_t, std::vector<Piece>> paragraphs_{};
};

/// What is written of bytes between two utterances' words.
std::vector<Piece> pieces_between(std::string_view paragraph, std::uint32_t begin, std::uint32_t end);

}  // namespace moniker::preserve
