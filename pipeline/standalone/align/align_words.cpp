#include "align/align_words.hpp"

#include "align/anchors.hpp"
#include "align/banded.hpp"

namespace moniker::align {

void align_words(WordIds said, WordIds written, Alignment& into) {
  if (written.empty() || said.size() <= exact_cells / written.size()) return align_in_band(said, written, into);
  const auto pins = find_pins(said, written);
  if (pins.empty()) return align_in_band(said, written, into);
  Pin from;
  for (const Pin& pin : pins) {
    align_words(said.subspan(from.said, pin.said - from.said),
                written.subspan(from.written, pin.written - from.written), into);
    from = pin;
  }
  align_words(said.subspan(from.said), written.subspan(from.written), into);
}

}  // namespace moniker::align
