#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/fraction.hpp"

namespace moniker::disclosure {

/// A number of times an unknown, and a sum of such.
struct Term {
  std::size_t unknown = 0;
  std::int64_t times = 1;
};
using Sum = std::vector<Term>;

enum class Relation : std::uint8_t { at_most, equals, at_least };

/// A sum and what is known of it.
struct Known {
  Sum sum{};
  Relation relation = Relation::equals;
  std::int64_t value = 0;
};

/// What is known of unknowns that are 0 or more.
struct System {
  std::size_t unknowns = 0;
  std::vector<Known> known{};
};

/// A value for every unknown.
using Solution = std::vector<Fraction>;

/// The solution in which `least` is least, by the simplex method over exact fractions (Bland 1977: it ends); nothing
/// where there is none. `least` may not go below all bounds.
std::optional<Solution> minimised(const System& system, const Sum& least);

enum class Answer : std::uint8_t { none, found, unknown };  // unknown: too many branches, or fractions that do not fit
struct WholeSolution {
  Answer answer = Answer::none;
  std::vector<std::int64_t> values{};
};

/// The same in whole numbers, by branch and bound. `first` takes the first that is found, be it the least or not.
WholeSolution minimised_in_whole(const System& system, const Sum& least, bool first = false);

}  // namespace moniker::disclosure
