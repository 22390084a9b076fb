#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// A piece of a turn: words that were kept, or what was delivered and what stands in its place. Where two replacements
/// cannot be told apart they are one piece.
struct DiffPiece {
  std::string was{}, is{};            // the same where it was kept; was is empty where nobody knows what was delivered
  std::vector<std::string> labels{};  // PERSON, PERSON/given, WITHDRAWN; empty where it was kept
  bool changed = false;
};

/// A turn as it was delivered, laid beside the same turn as it was sealed with its marks (code points of `after`). All
/// pieces' `was` are `before`, and all their `is` are `after`, to the byte.
std::vector<DiffPiece> aligned(std::string_view before, std::string_view after, const std::vector<ExportedMark>& marks);

/// The same where what was delivered is not to be had.
std::vector<DiffPiece> without_before(std::string_view after, const std::vector<ExportedMark>& marks);

}  // namespace moniker::custodian
