#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::coded {

/// Bytes of a text and what stands there now; on code-point boundaries.
struct Edit {
  ByteRange was{};
  std::string by{};
};
using Edits = std::vector<Edit>;  // ascending, not overlapping, none empty

/// Puts edits in order and joins those that overlap: the first one's words stand for both.
void settle_edits(Edits& edits);

/// A range where its words are now.
struct MovedRange {
  ByteRange is{};
  bool grown = false;  // it began or ended inside something that was exchanged, and holds all of that now
};

/// A text with its edits done.
class EditedText {
 public:
  EditedText(std::string_view text, const Edits& edits);  // which are not kept
  const std::string& text() const { return text_; }
  /// Where the exchanged words stand, ascending.
  const std::vector<ByteRange>& exchanged() const { return is_; }
  /// A range grows to hold what it begins or ends inside of; one that ends where something begins does not.
  MovedRange moved(ByteRange range) const;

 private:
  std::uint32_t place(std::uint32_t at, bool ends, bool& grown) const;

  std::string text_{};
  std::vector<ByteRange> was_{}, is_{};
};

}  // namespace moniker::coded
