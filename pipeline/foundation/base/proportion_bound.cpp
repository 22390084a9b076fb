// The exact bound of C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case
// of the binomial", Biometrika 26 (1934), 404-413: the share p at which so few would be found with probability 1 -
// confidence. With none found it is 1 - (1 - confidence)^(1/n), near 3/n at 95 %, which is the rule of three: J. A.
// Hanley and A. Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249 (1983), 1743-1745.
#include "base/proportion_bound.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace moniker {
namespace {

/// That at most `found` of `n` are bad where each is with probability `p`; 0 < p < 1.
double at_most(std::uint64_t found, std::uint64_t n, double p) {
  const auto size = static_cast<double>(n);
  double sum = 0;
  for (std::uint64_t i = 0; i <= found; ++i) {
    const auto k = static_cast<double>(i);
    const double log_ways = std::lgamma(size + 1) - std::lgamma(k + 1) - std::lgamma(size - k + 1);
    sum += std::exp(log_ways + k * std::log(p) + (size - k) * std::log1p(-p));
  }
  return sum;
}

}  // namespace

double upper_bound_of_share(std::uint64_t found, std::uint64_t looked_at, double confidence) {
  if (found >= looked_at) return 1;
  double low = static_cast<double>(found) / static_cast<double>(looked_at), high = 1;
  // at_most() falls as p grows; each step halves what is left, to the last bit.
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (at_most(found, looked_at, middle) > 1 - confidence ? low : high) = middle;
  }
  return high;
}

std::string bound_in_percent(double bound) {
  const double percent = 100 * bound;
  if (percent <= 0) return "0 %";
  const double unit = std::pow(10, std::floor(std::log10(percent)) - 1);  // of the second digit
  constexpr double last_bits = 1e-9;                                      // 5 is not 5.1 for them
  return fmt::format("{:g} %", std::ceil(percent / unit - last_bits) * unit);
}

}  // namespace moniker
