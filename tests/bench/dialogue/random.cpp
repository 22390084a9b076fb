#include "dialogue/random.hpp"

namespace dialogue {

Choice::Choice(const std::vector<std::uint64_t>& weights) : slots_(weights.size()) {
  std::uint64_t sum = 0;
  for (const std::uint64_t weight : weights) sum += weight;
  const std::uint64_t whole = std::uint64_t{1} << 32, n = weights.size();
  std::vector<std::uint64_t> share(weights.size());
  std::vector<std::size_t> small, large;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    slots_[i].own = slots_[i].other = static_cast<std::uint32_t>(i);
    slots_[i].keep = whole;
    const std::uint64_t part = weights[i] * n;  // weights stay below 2^37, so that sums stay below 2^48
    share[i] = (part / sum << 32) + ((part % sum << 16) / sum << 16);
    (share[i] < whole ? small : large).push_back(i);
  }
  while (!small.empty() && !large.empty()) {
    const std::size_t poor = small.back(), rich = large.back();
    small.pop_back();
    slots_[poor].keep = share[poor];
    slots_[poor].other = static_cast<std::uint32_t>(rich);
    share[rich] -= whole - share[poor];
    if (share[rich] >= whole) continue;
    large.pop_back();
    small.push_back(rich);
  }
}

namespace {

std::uint64_t root(std::uint64_t square) {
  std::uint64_t r = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 31; bit > 0; bit >>= 1) {
    if ((r + bit) * (r + bit) <= square) r += bit;
  }
  return r;
}

}  // namespace

std::vector<std::uint64_t> steep_weights(std::size_t n) {
  std::vector<std::uint64_t> weights(n);
  for (std::size_t i = 0; i < n; ++i)
    weights[i] = (std::uint64_t{1} << 42) / ((10 * i + 37) * root(root(10'000 * (10 * i + 37))));
  return weights;
}

std::vector<std::uint64_t> falling_weights(std::size_t n) {
  std::vector<std::uint64_t> weights(n);
  for (std::size_t i = 0; i < n; ++i) weights[i] = (std::uint64_t{1} << 36) / (10 * i + 37);
  return weights;
}

}  // namespace dialogue
