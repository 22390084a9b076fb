#include "disclosure/fraction.hpp"

#include <limits>
#include <stdexcept>

namespace moniker::disclosure {
namespace {

__extension__ using Wide = __int128;

Wide common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

std::int64_t narrow(Wide value) {
  if (value > std::numeric_limits<std::int64_t>::max() || value <= std::numeric_limits<std::int64_t>::min())
    throw std::overflow_error("a fraction does not fit");
  return static_cast<std::int64_t>(value);
}

Fraction lowest(Wide over, Wide under) {
  if (under < 0) {
    over = -over;
    under = -under;
  }
  if (under != 1) {
    const Wide by = common_divisor(over, under);
    over /= by;
    under /= by;
  }
  return {narrow(over), narrow(under)};
}

}  // namespace

Fraction::Fraction(std::int64_t over, std::int64_t under) : over_(over), under_(under) {
  if (under == 1) return;
  Wide a = over, b = under;
  const Wide by = common_divisor(a, b) * (b < 0 ? -1 : 1);
  over_ = narrow(a / by);
  under_ = narrow(b / by);
}

Fraction Fraction::operator-() const {
  Fraction negative = *this;
  negative.over_ = narrow(-static_cast<Wide>(over_));
  return negative;
}

Fraction operator+(Fraction a, Fraction b) {
  if (a.under_ == 1 && b.under_ == 1) return narrow(static_cast<Wide>(a.over_) + b.over_);
  return lowest(static_cast<Wide>(a.over_) * b.under_ + static_cast<Wide>(b.over_) * a.under_,
                static_cast<Wide>(a.under_) * b.under_);
}

Fraction operator*(Fraction a, Fraction b) {
  if (a.under_ == 1 && b.under_ == 1) return narrow(static_cast<Wide>(a.over_) * b.over_);
  return lowest(static_cast<Wide>(a.over_) * b.over_, static_cast<Wide>(a.under_) * b.under_);
}

Fraction operator/(Fraction a, Fraction b) {
  if (b == Fraction(1)) return a;
  return lowest(static_cast<Wide>(a.over_) * b.under_, static_cast<Wide>(a.under_) * b.over_);
}

bool operator<(Fraction a, Fraction b) {
  return static_cast<Wide>(a.over_) * b.under_ < static_cast<Wide>(b.over_) * a.under_;
}

}  // namespace moniker::disclosure
