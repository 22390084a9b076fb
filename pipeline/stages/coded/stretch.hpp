#pragma once
#include <cstddef>

namespace moniker::coded {

/// Bytes of a document, half-open.
struct Stretch {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
  bool operator==(const Stretch&) const = default;
};

}  // namespace moniker::coded
