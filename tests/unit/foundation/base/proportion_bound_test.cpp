#include "base/proportion_bound.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace moniker {
namespace {

TEST_CASE("proportion bound: as the tables of Clopper and Pearson say, one-sided") {
  // Worked out from sums of binomial coefficients in whole numbers.
  const auto [found, looked_at, bound] = GENERATE(table<std::uint64_t, std::uint64_t, double>({
      {0, 1, 0.95},
      {0, 10, 0.2588656},
      {0, 120, 0.0246554},
      {1, 120, 0.0389208},
      {1, 10, 0.3941633},
      {3, 50, 0.1478372},
      {5, 10, 0.7775589},
      {9, 10, 0.9948838},
  }));
  CAPTURE(found, looked_at);
  CHECK(upper_bound_of_share(found, looked_at) == Approx(bound).epsilon(1e-5));
}

TEST_CASE("proportion bound: none found follows the closed form, and near it the rule of three") {
  for (const std::uint64_t n : {1U, 7U, 59U, 300U, 100000U}) {
    CHECK(upper_bound_of_share(0, n) == Approx(1 - std::pow(0.05, 1 / static_cast<double>(n))).epsilon(1e-9));
  }
  CHECK(upper_bound_of_share(0, 300) == Approx(3.0 / 300).epsilon(0.01));
  CHECK(upper_bound_of_share(0, 100, 0.99) > upper_bound_of_share(0, 100));
}

TEST_CASE("proportion bound: told in two digits, and never less than it is") {
  const auto [bound, told] = GENERATE(table<double, std::string>({{0.0246554, "2.5 %"},
                                                                  {0.0341, "3.5 %"},
                                                                  {0.05, "5 %"},
                                                                  {0.00499, "0.5 %"},
                                                                  {0.000123, "0.013 %"},
                                                                  {0.389, "39 %"},
                                                                  {0.991, "100 %"},
                                                                  {1, "100 %"},
                                                                  {0, "0 %"}}));
  CHECK(bound_in_percent(bound) == told);
}

TEST_CASE("proportion bound: what was not looked at may be anything, and what was all bad too") {
  CHECK(upper_bound_of_share(0, 0) == 1);
  CHECK(upper_bound_of_share(4, 4) == 1);
  CHECK(upper_bound_of_share(9, 4) == 1);
}

}  // namespace
}  // namespace moniker
