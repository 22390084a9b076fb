#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

#include "rules/expression.hpp"

namespace moniker::rules {

/// A few characters in a row, each of a set: " dot", "@".
using Factor = std::vector<Symbols>;
/// Of which one at least stands somewhere in every match of an expression.
using Factors = std::vector<Factor>;

/// Those that are the rarest in talk of all that are known; none where all are frequent.
Factors needed_factors(const Expression& expression);
/// Of how many places of talk one is such a factor, about.
double share_of(const Factors& factors);
/// The same of one character.
double share_of(std::size_t symbol);

/// A bit a character of the factors that are looked for.
struct FactorBits {
  static constexpr std::size_t most = 128, blocks = most / 64;
  std::array<std::uint64_t, blocks> of{};

  void set(std::size_t bit) { of[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  bool holds(std::size_t bit) const { return (of[bit / 64] >> (bit % 64) & 1U) != 0; }
  bool any() const {
    std::uint64_t all = 0;
    for (const std::uint64_t block : of) all |= block;
    return all != 0;
  }
  bool meets(const FactorBits& other) const {
    std::uint64_t both = 0;
    for (std::size_t block = 0; block < blocks; ++block) both |= of[block] & other.of[block];
    return both != 0;
  }
  template <class Take>
  void each(const Take& take) const {
    for (std::size_t block = 0; block < blocks; ++block) {
      for (std::uint64_t bits = of[block]; bits != 0; bits &= bits - 1)
        take(block * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
  }
  FactorBits operator&(const FactorBits& other) const {
    FactorBits both;
    for (std::size_t block = 0; block < blocks; ++block) both.of[block] = of[block] & other.of[block];
    return both;
  }
  FactorBits& operator|=(const FactorBits& other) {
    for (std::size_t block = 0; block < blocks; ++block) of[block] |= other.of[block];
    return *this;
  }
  bool operator==(const FactorBits&) const = default;
};

/// Looks for factors of so many characters in all in one pass over a text (Baeza-Yates and Gonnet 1992: a bit says
/// that the factor up to its character ends here). A factor lies within one block. Plain data, so that the compiled
/// rules can keep it.
struct FactorSearch {
  std::array<FactorBits, symbols> takes{};               // by symbol: the characters of factors that take it
  FactorBits begins{};                                   // the first characters
  std::array<std::uint32_t, FactorBits::blocks> used{};  // bits of each block

  /// The bits of the factors' last characters; nothing where there is no room for all. The same factor has one bit.
  std::optional<FactorBits> add(const Factors& factors);
  /// One character further: `state` are the characters of factors that stand up to here.
  void step(FactorBits& state, std::size_t symbol) const {
    for (std::size_t block = 0; block < FactorBits::blocks; ++block)
      state.of[block] = ((state.of[block] << 1) | begins.of[block]) & takes[symbol].of[block];
  }

 private:
  std::optional<std::uint32_t> find(const Factor& factor) const;
  std::optional<std::uint32_t> add_one(const Factor& factor);
  bool has(const Factor& factor, std::uint32_t from) const;
};

}  // namespace moniker::rules
