// The two-phase simplex method on a dense tableau of exact fractions. Systems of tables have some dozens of rows and a
// few hundred unknowns, and their entries stay 0, 1 and -1 nearly always. Bland's rule (the first column that gains, of
// rows that tie the one whose unknown has the lowest number) cannot circle. An artificial unknown has no column: once
// it has left the basis it may not come back.
#include <utility>

#include "disclosure/linear.hpp"

namespace moniker::disclosure {
namespace {

constexpr std::size_t artificial = static_cast<std::size_t>(-1);

class Tableau {
 public:
  explicit Tableau(const System& system) : unknowns_(system.unknowns) {
    std::size_t slacks = 0;
    for (const Known& known : system.known) slacks += known.relation != Relation::equals;
    columns_ = unknowns_ + slacks;
    std::size_t slack = unknowns_;
    for (const Known& known : system.known) add(known, slack);
  }

  /// Whether every artificial unknown could be brought to nothing.
  bool find_start() {
    std::vector<Fraction> cost(columns_ + 1);  // minus the sum of the rows whose basis is artificial
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (basis_[r] != artificial) continue;
      for (std::size_t c = 0; c <= columns_; ++c) cost[c] = cost[c] - rows_[r][c];
    }
    descend(cost);
    if (!cost[columns_].is_zero()) return false;
    drive_out();
    return true;
  }

  void minimise(const Sum& least) {
    std::vector<Fraction> cost(columns_ + 1);
    for (const Term& term : least) cost[term.unknown] = cost[term.unknown] + Fraction(term.times);
    for (std::size_t r = 0; r < rows_.size(); ++r) take_from(cost, cost[basis_[r]], rows_[r]);
    descend(cost);
  }

  Solution solution() const {
    Solution values(unknowns_);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (basis_[r] < unknowns_) values[basis_[r]] = rows_[r][columns_];
    }
    return values;
  }

 private:
  void add(const Known& known, std::size_t& slack) {
    std::vector<Fraction> row(columns_ + 1);
    for (const Term& term : known.sum) row[term.unknown] = row[term.unknown] + Fraction(term.times);
    row[columns_] = known.value;
    std::size_t basis = artificial;
    if (known.relation != Relation::equals) {
      row[slack] = known.relation == Relation::at_most ? 1 : -1;
      basis = slack++;
    }
    if (known.value < 0) {
      for (Fraction& entry : row) entry = -entry;
    }
    if (basis != artificial && !(row[basis] == Fraction(1))) basis = artificial;
    rows_.push_back(std::move(row));
    basis_.push_back(basis);
  }

  /// target - factor * row.
  static void take_from(std::vector<Fraction>& target, Fraction factor, const std::vector<Fraction>& row) {
    if (factor.is_zero()) return;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (!row[c].is_zero()) target[c] = target[c] - factor * row[c];
    }
  }

  void pivot(std::size_t row, std::size_t column, std::vector<Fraction>* cost) {
    const Fraction by = rows_[row][column];
    if (!(by == Fraction(1))) {
      for (Fraction& entry : rows_[row]) entry = entry / by;
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (r != row) take_from(rows_[r], rows_[r][column], rows_[row]);
    }
    if (cost) take_from(*cost, (*cost)[column], rows_[row]);
    basis_[row] = column;
  }

  void descend(std::vector<Fraction>& cost) {
    for (;;) {
      std::size_t column = 0;
      while (column < columns_ && !(cost[column] < Fraction(0))) ++column;
      if (column == columns_) return;
      std::size_t row = rows_.size();
      Fraction best;
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        if (!(rows_[r][column] > Fraction(0))) continue;
        const Fraction ratio = rows_[r][columns_] / rows_[r][column];
        if (row == rows_.size() || ratio < best || (ratio == best && goes_first(r, row))) {
          row = r;
          best = ratio;
        }
      }
      if (row == rows_.size()) return;  // no bound: not asked for
      pivot(row, column, &cost);
    }
  }

  /// An artificial one leaves before any other.
  bool goes_first(std::size_t row, std::size_t than) const {
    return (basis_[row] == artificial ? 0 : basis_[row] + 1) < (basis_[than] == artificial ? 0 : basis_[than] + 1);
  }

  /// Artificial unknowns that stand in the basis at 0: exchanged, or else their row says nothing.
  void drive_out() {
    for (std::size_t r = 0; r < rows_.size();) {
      if (basis_[r] != artificial) {
        ++r;
        continue;
      }
      std::size_t column = 0;
      while (column < columns_ && rows_[r][column].is_zero()) ++column;
      if (column < columns_) {
        pivot(r, column, nullptr);
        ++r;
      } else {
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(r));
        basis_.erase(basis_.begin() + static_cast<std::ptrdiff_t>(r));
      }
    }
  }

  std::size_t unknowns_ = 0, columns_ = 0;
  std::vector<std::vector<Fraction>> rows_{};  // the last entry is the value
  std::vector<std::size_t> basis_{};
};

}  // namespace

std::optional<Solution> minimised(const System& system, const Sum& least) {
  Tableau tableau(system);
  if (!tableau.find_start()) return std::nullopt;
  if (!least.empty()) tableau.minimise(least);
  return tableau.solution();
}

}  // namespace moniker::disclosure
