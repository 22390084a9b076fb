#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/known_words.hpp"
#include "read/turns/byte_pages.hpp"

namespace moniker::read {

/// UTF-8 that was read in one of the pages and saved again ("SiÃ¢n"), once or more often, as it was meant; `repaired`
/// grows by the characters put right.
std::string as_meant(std::string_view text, const std::vector<BytePage>& pages, std::uint64_t& repaired);

/// Words of one page that were read in another and saved as UTF-8 ("Si‰n", "£ukasz"), as they were meant where that
/// makes a known word of an unknown one; `doubtful` grows by those that are no words and of which none is made.
std::string words_as_meant(std::string_view text, const std::vector<BytePage>& pages, const KnowsWord& knows,
                           std::uint64_t& repaired, std::uint64_t& doubtful);

/// Letters within words that were written as programs write them: \\u00e2, \\xe2, =C3=A2, %C3%A2, <U+00E2>, +AOI-,
/// &amp;acirc;.
std::string unescaped(std::string_view text, std::uint64_t& repaired);

/// Puts right what of this can be told without words, text by text, and counts: for texts within XML.
class TextRepair {
 public:
  /// The text itself, or one that is valid until the next call.
  std::string_view put_right(std::string_view text);
  std::uint64_t repaired() const { return repaired_; }

 private:
  std::vector<BytePage> pages_{};  // made when first needed
  std::string text_{};
  std::uint64_t repaired_ = 0;
};

/// Whether a text may hold anything that these put right.
bool may_be_misread(std::string_view text);

}  // namespace moniker::read
