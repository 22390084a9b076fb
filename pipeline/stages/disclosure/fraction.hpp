#pragma once
#include <cstdint>

namespace moniker::disclosure {

/// A rational number, exact: what a linear system says is not a matter of rounding. Lowest terms, denominator above
/// zero. Throws std::overflow_error where it would not fit into 64 bits: who solves then knows nothing.
class Fraction {
 public:
  Fraction() = default;
  Fraction(std::int64_t whole) : over_(whole) {}  // NOLINT: whole numbers are fractions
  Fraction(std::int64_t over, std::int64_t under);
  std::int64_t over() const { return over_; }
  std::int64_t under() const { return under_; }
  bool is_zero() const { return over_ == 0; }
  bool is_whole() const { return under_ == 1; }
  std::int64_t floor() const { return over_ / under_ - (over_ % under_ < 0 ? 1 : 0); }

  Fraction operator-() const;
  friend Fraction operator+(Fraction a, Fraction b);
  friend Fraction operator-(Fraction a, Fraction b) { return a + -b; }
  friend Fraction operator*(Fraction a, Fraction b);
  friend Fraction operator/(Fraction a, Fraction b);  // b is not zero
  friend bool operator==(Fraction a, Fraction b) { return a.over_ == b.over_ && a.under_ == b.under_; }
  friend bool operator<(Fraction a, Fraction b);
  friend bool operator>(Fraction a, Fraction b) { return b < a; }

 private:
  std::int64_t over_ = 0, under_ = 1;
};

}  // namespace moniker::disclosure
