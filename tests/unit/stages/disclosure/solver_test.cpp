#include <catch2/catch.hpp>
#include <cstdlib>
#include <limits>
#include <stdexcept>

#include "disclosure/linear.hpp"
#include "support/chance.hpp"

using namespace moniker::disclosure;
using moniker::test::Chance;

namespace {

std::int64_t value_of(const Sum& sum, const std::vector<std::int64_t>& values) {
  std::int64_t all = 0;
  for (const Term& term : sum) all += term.times * values[term.unknown];
  return all;
}

bool holds(const System& system, const std::vector<std::int64_t>& values) {
  for (const Known& known : system.known) {
    const std::int64_t is = value_of(known.sum, values);
    if (known.relation == Relation::equals && is != known.value) return false;
    if (known.relation == Relation::at_most && is > known.value) return false;
    if (known.relation == Relation::at_least && is < known.value) return false;
  }
  return true;
}

/// The least value of all whole solutions in which no unknown is above `most`, by trying all of them.
std::optional<std::int64_t> by_trying(const System& system, const Sum& least, std::int64_t most) {
  std::optional<std::int64_t> best;
  std::vector<std::int64_t> values(system.unknowns);
  for (;;) {
    if (holds(system, values)) best = std::min(best.value_or(value_of(least, values)), value_of(least, values));
    std::size_t at = 0;
    while (at < values.size() && ++values[at] > most) values[at++] = 0;
    if (at == values.size()) return best;
  }
}

}  // namespace

TEST_CASE("fractions are exact, in lowest terms, and refuse what does not fit") {
  CHECK(Fraction(6, -4) == Fraction(-3, 2));
  CHECK(Fraction(1, 3) + Fraction(1, 6) == Fraction(1, 2));
  CHECK(Fraction(1, 3) - Fraction(1, 3) == Fraction(0));
  CHECK(Fraction(2, 3) * Fraction(9, 4) == Fraction(3, 2));
  CHECK(Fraction(2, 3) / Fraction(-4, 9) == Fraction(-3, 2));
  CHECK(Fraction(1, 3) < Fraction(34, 100));
  CHECK(Fraction(-1, 2).floor() == -1);
  CHECK(Fraction(-2).floor() == -2);
  CHECK(Fraction(7, 2).floor() == 3);
  const Fraction large(std::numeric_limits<std::int64_t>::max());
  CHECK_THROWS_AS(large + Fraction(1), std::overflow_error);
  CHECK_THROWS_AS(large * large, std::overflow_error);
}

TEST_CASE("a system is solved in whole numbers, where fractions would do with less") {
  // 2x + 2y = 3 has no whole solution; x + y >= 3/2 has.
  CHECK(minimised_in_whole({2, {{{{0, 2}, {1, 2}}, Relation::equals, 3}}}, {}).answer == Answer::none);
  const System system{2, {{{{0, 2}, {1, 2}}, Relation::at_least, 3}}};
  const WholeSolution solution = minimised_in_whole(system, {{0, 1}, {1, 1}});
  REQUIRE(solution.answer == Answer::found);
  CHECK(solution.values[0] + solution.values[1] == 2);
}

TEST_CASE("what the solver finds is what trying every solution finds") {
  Chance chance(7);
  for (int round = 0; round < 300; ++round) {
    System system{.unknowns = 4};
    for (std::size_t i = 0; i < 4; ++i) system.known.push_back({{{i, 1}}, Relation::at_most, 4});
    for (std::size_t r = 0; r < 3; ++r) {
      Known known{.relation = static_cast<Relation>(chance.below(3)),
                  .value = static_cast<std::int64_t>(chance.below(9)) - 2};
      for (std::size_t i = 0; i < 4; ++i) known.sum.push_back({i, static_cast<std::int64_t>(chance.below(4)) - 1});
      system.known.push_back(known);
    }
    Sum least;
    for (std::size_t i = 0; i < 4; ++i) least.push_back({i, static_cast<std::int64_t>(chance.below(5)) - 2});
    INFO(round);
    const WholeSolution solution = minimised_in_whole(system, least);
    const auto tried = by_trying(system, least, 4);
    REQUIRE(solution.answer != Answer::unknown);
    REQUIRE((solution.answer == Answer::found) == tried.has_value());
    if (!tried) continue;
    CHECK(holds(system, solution.values));
    CHECK(value_of(least, solution.values) == *tried);
  }
}
