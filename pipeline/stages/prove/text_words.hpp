#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::prove {

/// A run of letters, or of digits, as the prover sees it.
struct TextWord {
  std::string folded{};       // without apostrophes: o'brien's -> obriens
  std::size_t stem_size = 0;  // of what is left without a clitic: kate's, kate'll -> kate
  std::string other{};        // another reading: ue for an umlaut, Latin letters for look-alikes; mostly empty
  ByteRange bytes{};
  bool capital = false;     // begins with one
  bool shouted = false;     // two letters or more, all capitals
  bool humped = false;      // a capital within, behind a small letter: DrShaw
  bool possessive = false;  // 's
  bool masked = false;      // within a placeholder

  std::string_view stem() const { return std::string_view(folded).substr(0, stem_size); }
};

/// The words of a text; invisible characters and combining marks belong to the word they stand in.
std::vector<TextWord> text_words(std::string_view text, const std::vector<ByteRange>& placeholders);

/// The other reading of a name or word as written: "Müller" -> mueller, a Cyrillic "Каtе" -> kate. Empty:
/// none.
std::string other_reading(std::string_view written);

}  // namespace moniker::prove
