#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace moniker::eval {

/// How many bytes of `text` belong to letters or digits, and how many of these lie in `covered` (ascending,
/// disjoint ranges in the coordinates of which `text` begins at `offset`). Where there is no letter or digit,
/// all bytes count.
struct LetterBytes {
  std::uint64_t all = 0, covered = 0;
};
using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
LetterBytes letter_bytes(std::string_view text, std::uint32_t offset, const Ranges& covered);

/// Case-folded letters and digits of a surface, accents kept: by which mentions of a document are one entity.
std::string entity_letters(std::string_view surface);

}  // namespace moniker::eval
