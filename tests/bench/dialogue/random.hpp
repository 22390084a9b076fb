#pragma once
// Chance that comes out the same on every machine: integers only, nothing of <random>, whose distributions differ
// between libraries.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dialogue {

/// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  /// 0 to n - 1; n below 2^32.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(((next() >> 32) * n) >> 32); }
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  bool chance(std::size_t in_a_thousand) { return below(1000) < in_a_thousand; }

 private:
  std::uint64_t state_;
};

/// Draws an index by weight in constant time (Vose's alias method, on integers).
class Choice {
 public:
  Choice() = default;
  explicit Choice(const std::vector<std::uint64_t>& weights);

  std::size_t operator()(Random& random) const {
    const Slot& slot = slots_[random.below(slots_.size())];
    return (random.next() >> 32) < slot.keep ? slot.own : slot.other;
  }
  bool empty() const { return slots_.empty(); }

 private:
  struct Slot {
    std::uint64_t keep = 0;  // of 2^32
    std::uint32_t own = 0, other = 0;
  };
  std::vector<Slot> slots_{};
};

/// Weights as frequencies fall (Zipf and Mandelbrot): 1 / (rank + 2.7), as names do.
std::vector<std::uint64_t> falling_weights(std::size_t n);
/// 1 / (rank + 2.7)^1.25: talk has more of its commonest words than writing.
std::vector<std::uint64_t> steep_weights(std::size_t n);

}  // namespace dialogue
