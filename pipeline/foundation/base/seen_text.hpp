#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/known_words.hpp"
#include "moniker/finding.hpp"

namespace moniker {

/// A text as whoever reads it sees it, and where each of its bytes stands in the text that it was made of.
struct SeenText {
  /// From byte `seen` of the text on, bytes stand at `delivered` on, up to the next step.
  struct Step {
    std::uint32_t seen = 0, delivered = 0;
  };
  std::string text{};
  std::vector<Step> steps{};  // ascending, the first at 0

  /// Bytes of `text` as they were delivered, with everything unseen that stands inside them or closes them.
  ByteRange delivered(ByteRange seen) const;
  /// Where a byte that was delivered stands in `text`.
  std::uint32_t seen(std::uint32_t delivered) const;
};

/// Whether seen_text() with these names may say anything but the text itself. Reads every byte once and looks up
/// little. With its words too, the answer is oftener no.
bool may_be_disguised(std::string_view text, const KnowsWord& names = {}, const KnowsWord& words = {});

/// What nobody sees is left out (soft hyphens, zero-width characters, direction marks, byte order marks, strokes
/// through letters and digits); every blank is one of ASCII; full-width and decorated letters, ligatures and characters
/// written as in HTML are plain ones; letters that look like Latin ones are those, within a word otherwise Latin.
///
/// With `word`, words that were cut are whole too: `Tich-` and `borne` over a line's end, `(Threl)keld`,
/// `Threl[keld]`,
/// `*Tich*borne`. Words tell which: a known whole is joined, and what is no word by itself; "twenty-" and "five" keep
/// their hyphen, and `Kate(laughs)` is two words.
///
/// With `name`, whatever stands between the parts of one is left out (Tich/borne), and
/// what stands for a letter of one is that letter (T1chborne, Si?n).
SeenText seen_text(std::string_view text, const KnownWords& known = {});

/// The text of it alone, without cut words: a speaker's label.
std::string seen_label(std::string_view label);

}  // namespace moniker
