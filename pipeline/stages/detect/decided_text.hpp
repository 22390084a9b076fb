#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "moniker/finding.hpp"

namespace moniker::detect {

/// A word of a text in which decided words are looked for: letters, digits and their marks, with apostrophes between.
struct CutWord {
  ByteRange bytes{};
  ByteRange stem{};  // without a possessive ending
};
std::vector<CutWord> cut_words(std::string_view text);

inline std::string_view part(std::string_view text, ByteRange bytes) { return text.substr(bytes.begin, bytes.size()); }

/// As hashed and compared: folded, without apostrophes, which tell nothing.
std::string bare(std::string_view written);
std::string hashed(const Secret<32>& key, std::string_view bare_word);

/// Whether two words stand side by side: blanks, a hyphen, the full stop of a short form (St. Ives, K. Shaw).
bool side_by_side(std::string_view text, const CutWord& one, const CutWord& next);

/// In capitals, or with one.
bool has_capital(std::string_view word);

}  // namespace moniker::detect
