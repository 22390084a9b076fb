#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace moniker::align {

/// A word as a number: the same number, the same word.
using WordId = std::uint32_t;
using WordIds = std::span<const WordId>;

/// What became of one word between what was said and what was written.
enum class Step : std::uint8_t {
  same,
  changed,
  missing,
  added
};  // missing: said, not written; added: written, not said

struct Alignment {
  std::vector<Step> steps{};
  bool exact =
      true;  // false: a stretch without pins was too long for its band, and may have an alignment with fewer errors
};

/// The alignment with the fewest errors, and among these with the fewest gaps, so that a passage left out stays in one
/// piece. Exact for two texts whose lengths' product is at most `exact_cells`; longer ones are pinned where both have a
/// sequence of words once, and what lies between is aligned exactly. Appends to `into`.
void align_words(WordIds said, WordIds written, Alignment& into);

constexpr std::size_t exact_cells = 1U << 20;

}  // namespace moniker::align
