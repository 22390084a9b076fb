#pragma once
#include <cstdint>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker {

/// Half-open, on code-point boundaries.
struct ByteRange {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const ByteRange&) const = default;
  bool overlaps(ByteRange other) const { return begin < other.end && other.begin < end; }
  bool holds(ByteRange other) const { return begin <= other.begin && other.end <= end; }
  std::uint32_t size() const { return end - begin; }
};

enum class LabelId : std::uint16_t {};  // index into RuleSet::labels()
enum class RuleId : std::uint16_t {};   // index into RuleSet::rules()

/// A claim that some bytes of an utterance identify somebody. It points at the words and never holds them.
struct Finding {
  std::uint64_t utterance = 0;  // Utterance::number
  ByteRange bytes{};
  LabelId label{};
  RuleId rule{};
  float score = 0;  // 0 to 1
  bool operator==(const Finding&) const = default;
};

/// An utterance with what was found in it, findings ascending by begin and not overlapping.
struct Marked {
  Utterance utterance{};
  std::vector<Finding> findings{};
};

}  // namespace moniker
