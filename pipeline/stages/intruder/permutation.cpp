// How sure: what was found beside what chance makes of the same numbers in another order (Fisher's permutation test).
#include "intruder/permutation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moniker::intruder {
namespace {

std::vector<std::size_t> ascending(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  return order;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

std::uint64_t FairDice::next() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

std::vector<double> midranks(const std::vector<double>& values) {
  const auto order = ascending(values);
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] <= values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k) ranks[order[k]] = static_cast<double>(i + 1 + end) / 2;
    i = end;
  }
  return ranks;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.empty()) return 0;
  const double mean_a = mean_of(a), mean_b = mean_of(b);
  double both = 0, of_a = 0, of_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (a[i] - mean_a) * (b[i] - mean_b);
    of_a += (a[i] - mean_a) * (a[i] - mean_a);
    of_b += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return of_a > 0 && of_b > 0 ? both / std::sqrt(of_a * of_b) : 0;
}

Linked rank_link(const std::vector<double>& a, const std::vector<double>& b) {
  constexpr double as_much = 1e-9;  // sums of the same numbers in another order differ by this little
  const auto ranks = midranks(a);
  auto other = midranks(b);
  Linked linked{.rho = correlation(ranks, other), .n = a.size()};
  FairDice dice(a.size());
  std::size_t as_strong = 1;
  for (std::size_t i = 0; i < permutations; ++i) {
    dice.shuffle(other);
    as_strong += std::fabs(correlation(ranks, other)) >= std::fabs(linked.rho) - as_much ? 1 : 0;
  }
  linked.p = static_cast<double>(as_strong) / static_cast<double>(permutations + 1);
  return linked;
}

std::vector<double> holm(const std::vector<double>& p) {
  std::vector<double> adjusted(p.size());
  double least = 0;
  const auto order = ascending(p);
  for (std::size_t i = 0; i < order.size(); ++i) {
    least = std::max(least, std::min(1.0, p[order[i]] * static_cast<double>(p.size() - i)));
    adjusted[order[i]] = least;
  }
  return adjusted;
}

}  // namespace moniker::intruder
