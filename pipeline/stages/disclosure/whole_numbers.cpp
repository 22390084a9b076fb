#include <algorithm>
#include <stdexcept>

#include "disclosure/linear.hpp"

namespace moniker::disclosure {
namespace {

constexpr std::size_t most_branches = 400;

Fraction value_of(const Sum& sum, const Solution& solution) {
  Fraction all;
  for (const Term& term : sum) all = all + Fraction(term.times) * solution[term.unknown];
  return all;
}

/// A tree of systems, each with bounds more than the one above it; the deepest first.
WholeSolution branch_and_bound(const System& system, const Sum& least, bool first) {
  WholeSolution best;
  Fraction best_value;
  std::vector<std::vector<Known>> open{{}};
  for (std::size_t branches = 0; !open.empty(); ++branches) {
    if (branches == most_branches) return {Answer::unknown, {}};
    const std::vector<Known> bounds = std::move(open.back());
    open.pop_back();
    System bounded = system;
    bounded.known.insert(bounded.known.end(), bounds.begin(), bounds.end());
    const auto solution = minimised(bounded, least);
    if (!solution) continue;
    const Fraction value = value_of(least, *solution);
    if (best.answer == Answer::found && !(value < best_value)) continue;
    const auto broken =
        std::find_if(solution->begin(), solution->end(), [](const Fraction& one) { return !one.is_whole(); });
    if (broken == solution->end()) {
      best.answer = Answer::found;
      best_value = value;
      best.values.clear();
      for (const Fraction& one : *solution) best.values.push_back(one.over());
      if (first) return best;
      continue;
    }
    const auto unknown = static_cast<std::size_t>(broken - solution->begin());
    for (const bool below : {true, false}) {
      open.push_back(bounds);
      open.back().push_back(
          {{{unknown, 1}}, below ? Relation::at_most : Relation::at_least, broken->floor() + (below ? 0 : 1)});
    }
  }
  return best;
}

}  // namespace

WholeSolution minimised_in_whole(const System& system, const Sum& least, bool first) {
  try {
    return branch_and_bound(system, least, first);
  } catch (const std::overflow_error&) {
    return {Answer::unknown, {}};
  }
}

}  // namespace moniker::disclosure
