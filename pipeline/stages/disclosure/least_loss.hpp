#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/people.hpp"

namespace moniker::disclosure {

/// A column that is told less of.
struct ToldLess {
  std::size_t column = 0;
  std::string how{};  // as Recoding, or "left out"
  bool left_out = false;
  double bits = 0, lost = 0;  // of what the column tells apart, and as a share of it
};

/// Of all ways to tell less of columns by which every k people are alike, the one that loses fewest bits; where there
/// are too many to try, what the one column after the other that brings most and loses least comes to.
struct LeastLoss {
  People people{};  // without the columns that are left out
  std::vector<ToldLess> less{};
};
LeastLoss least_loss(const People& people, std::size_t k);

}  // namespace moniker::disclosure
