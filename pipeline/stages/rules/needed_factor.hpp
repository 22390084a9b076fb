#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "rules/expression.hpp"

namespace moniker::rules {

/// A few characters in a row, each of a set, that stand somewhere in every match of an expression: " dot", "@". The
/// rarest in talk of those that are known, and none where all are frequent.
using Factor = std::vector<Symbols>;

Factor needed_factor(const Expression& expression);

/// Looks for up to 64 characters' worth of factors in one pass over a text (Baeza-Yates and Gonnet 1992: a bit says
/// that the factor up to its character ends here). Plain data, so that the compiled rules can keep it.
struct FactorSearch {
  std::array<std::uint64_t, symbols> takes{};  // by symbol: the characters of factors that take it
  std::uint64_t begins = 0;                    // the first characters
  std::uint32_t used = 0;                      // bits

  /// The bit of the factor's last character; nothing where there is no room for it. The same factor has one bit.
  std::optional<std::uint8_t> add(const Factor& factor);
};

}  // namespace moniker::rules
