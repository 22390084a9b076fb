#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace moniker::intruder {

/// Dice that fall alike on every machine and in every run (splitmix64: Steele, Lea and Flood 2014).
class FairDice {
 public:
  explicit FairDice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
  }

 private:
  std::uint64_t state_;
};

/// Places in ascending order, from 1; equal values share the middle of theirs.
std::vector<double> midranks(const std::vector<double>& values);
/// Pearson's r; 0 where one side does not vary. Of midranks it is Spearman's rho.
double correlation(const std::vector<double>& a, const std::vector<double>& b);

/// How far one side goes with the other, and how often chance alone makes it so strong (two-sided, by permuting one
/// side; never 0: chance is counted with what was found).
struct Linked {
  double rho = 0, p = 1;
  std::size_t n = 0;
};
inline constexpr std::size_t permutations = 9999;
Linked rank_link(const std::vector<double>& a, const std::vector<double>& b);

/// p-values as they count where several things were tried (Holm 1979), in the order given.
std::vector<double> holm(const std::vector<double>& p);

}  // namespace moniker::intruder
