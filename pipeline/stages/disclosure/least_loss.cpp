// Columns are told less of in steps, each losing more than the one before. What all of them lose together grows with
// every step, so that the choices are tried from the one that loses nothing upwards: the first that reaches k is the
// best (Dijkstra's search over the lattice of Samarati 2001).
#include "disclosure/least_loss.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <set>

#include "disclosure/anonymity.hpp"
#include "disclosure/hierarchy.hpp"

namespace moniker::disclosure {
namespace {

constexpr std::size_t most_tried = 20'000;

/// One way of telling a column, as it is or less; without a recoding it is left out.
struct Step {
  std::optional<Recoding> recoding{};
  double bits = 0, lost = 0;
};

std::vector<Step> steps_of(const People& people, std::size_t column, std::size_t k) {
  const std::size_t values = people.columns[column].values.size();
  std::vector<Step> steps;
  for (Recoding& one : recodings_of(people, column, {}, static_cast<std::int64_t>(k))) {
    const std::size_t left = recoded(people, column, one).columns[column].values.size();
    if (left < 2 || left >= values) continue;  // it would tell nothing, or no less
    const double lost = lost_by(people, column, one);
    steps.push_back({std::move(one), lost * bits_of(people, column), lost});
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.bits < b.bits; });
  steps.insert(steps.begin(), Step{.recoding = Recoding{{}, people.columns[column].values}});
  steps.push_back({std::nullopt, bits_of(people, column), 1});
  return steps;
}

using Choice = std::vector<std::size_t>;  // a step for each column

class Search {
 public:
  Search(const People& people, std::size_t k) : people_(people), k_(k) {
    for (std::size_t c = 0; c < people.columns.size(); ++c) {
      steps_.push_back(steps_of(people, c, k));
      auto& told = told_.emplace_back();
      for (const Step& step : steps_.back()) told.push_back(step.recoding ? recoded_column(c, *step.recoding) : Told{});
    }
  }

  LeastLoss best() const {
    Choice choice = all_left_out();
    if (people_.count() >= k_) choice = first_that_reaches().value_or(one_after_the_other());
    return told(choice);
  }

 private:
  using Told = std::vector<std::uint32_t>;  // of each person

  Told recoded_column(std::size_t column, const Recoding& recoding) const {
    const People less = recoded(people_, column, recoding);
    Told told;
    for (const auto& row : less.rows) told.push_back(row[column]);
    return told;
  }

  Choice all_left_out() const {
    Choice choice;
    for (const auto& steps : steps_) choice.push_back(steps.size() - 1);
    return choice;
  }

  /// Of how many the smallest sort of people is.
  std::size_t alike(const Choice& choice) const {
    std::map<std::vector<std::uint32_t>, std::size_t> kinds;
    for (std::size_t row = 0; row < people_.count(); ++row) {
      std::vector<std::uint32_t> kind;
      for (std::size_t c = 0; c < choice.size(); ++c) {
        if (steps_[c][choice[c]].recoding) kind.push_back(told_[c][choice[c]][row]);
      }
      ++kinds[kind];
    }
    std::size_t least = people_.count();
    for (const auto& [kind, n] : kinds) least = std::min(least, n);
    return least;
  }

  std::pair<double, std::size_t> cost(const Choice& choice) const {
    std::pair<double, std::size_t> cost{0, 0};  // and how many columns are touched
    for (std::size_t c = 0; c < choice.size(); ++c) {
      cost.first += steps_[c][choice[c]].bits;
      cost.second += choice[c] > 0 ? 1U : 0U;
    }
    return cost;
  }

  std::optional<Choice> first_that_reaches() const {
    using Open = std::pair<std::pair<double, std::size_t>, Choice>;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    std::set<Choice> seen;
    const auto add = [&](Choice choice) {
      if (seen.insert(choice).second) open.emplace(cost(choice), std::move(choice));
    };
    add(Choice(steps_.size(), 0));
    for (std::size_t tried = 0; !open.empty() && tried < most_tried; ++tried) {
      const Choice choice = open.top().second;
      open.pop();
      if (alike(choice) >= k_) return choice;
      for (std::size_t c = 0; c < choice.size(); ++c) {
        if (choice[c] + 1 == steps_[c].size()) continue;
        Choice next = choice;
        ++next[c];
        add(std::move(next));
      }
    }
    return std::nullopt;
  }

  /// In each turn the step by which most are alike, of those the one that costs least; then back what was not needed.
  Choice one_after_the_other() const {
    Choice choice(steps_.size(), 0);
    while (alike(choice) < k_) {
      std::optional<std::pair<std::pair<std::size_t, std::pair<double, std::size_t>>, Choice>> best;
      for (std::size_t c = 0; c < choice.size(); ++c) {
        for (std::size_t step = choice[c] + 1; step < steps_[c].size(); ++step) {
          Choice next = choice;
          next[c] = step;
          std::pair rank{people_.count() - std::min(alike(next), k_), cost(next)};
          if (!best || rank < best->first) best.emplace(rank, std::move(next));
        }
      }
      choice = best->second;
    }
    for (std::size_t c = 0; c < choice.size(); ++c) {
      for (std::size_t step = 0; step < choice[c]; ++step) {
        Choice milder = choice;
        milder[c] = step;
        if (alike(milder) >= k_) choice = milder;
      }
    }
    return choice;
  }

  LeastLoss told(const Choice& choice) const {
    LeastLoss out;
    People people = people_;
    for (std::size_t c = 0; c < choice.size(); ++c) {
      const Step& step = steps_[c][choice[c]];
      if (choice[c] == 0) continue;
      out.less.push_back({c, step.recoding ? step.recoding->how : "left out", !step.recoding, step.bits, step.lost});
      if (step.recoding) people = recoded(people, c, *step.recoding);
    }
    for (auto one = out.less.rbegin(); one != out.less.rend(); ++one) {
      if (!one->left_out) continue;
      const auto at = static_cast<std::ptrdiff_t>(one->column);
      people.columns.erase(people.columns.begin() + at);
      for (auto& row : people.rows) row.erase(row.begin() + at);
    }
    out.people = std::move(people);
    return out;
  }

  const People& people_;
  std::size_t k_;
  std::vector<std::vector<Step>> steps_{};  // by column, the mildest first
  std::vector<std::vector<Told>> told_{};   // as steps_
};

}  // namespace

LeastLoss least_loss(const People& people, std::size_t k) { return Search(people, k).best(); }

}  // namespace moniker::disclosure
