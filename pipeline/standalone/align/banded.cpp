// Gotoh's algorithm (1982, doi 10.1016/0022-2836(82)90398-9) with costs (errors, gaps) compared in this order, so that
// the count of errors is Levenshtein's. The band is Ukkonen's (1985, doi 10.1016/S0019-9958(85)80046-2): a way that
// leaves a band of b diagonals beside the two corners' has at least |n - m| + 2(b + 1) errors; one found with fewer is
// the best of all.
#include "align/banded.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace moniker::align {
namespace {

using Cost = std::uint64_t;
constexpr Cost one_error = Cost{1} << 32, one_gap = 1;
constexpr Cost never = std::numeric_limits<Cost>::max() / 2;

/// How a way came to a cell: along the diagonal, by a missing word, or by an added one.
enum Way : std::uint8_t { diagonal, down, across };
using Cell = std::array<Cost, 3>;
constexpr Cell unreached{never, never, never};

/// The cheapest way into a cell from `before` for each of the three, and which it was.
std::pair<Cost, std::uint8_t> cheapest(const Cell& before, Way way) {
  Cost best = never;
  std::uint8_t from = diagonal;
  for (const Way w : {diagonal, down, across}) {
    const Cost cost = before[w] + (way != diagonal && w != way ? one_gap : 0);
    if (cost < best) {
      best = cost;
      from = w;
    }
  }
  return {best, from};
}

class Band {
 public:
  Band(WordIds said, WordIds written, std::size_t beside) : said_(said), written_(written) {
    const auto n = static_cast<std::ptrdiff_t>(said.size()), m = static_cast<std::ptrdiff_t>(written.size());
    const auto b = static_cast<std::ptrdiff_t>(beside);
    low_ = std::max(std::min<std::ptrdiff_t>(0, m - n) - b, -n);
    const std::ptrdiff_t high = std::min(std::max<std::ptrdiff_t>(0, m - n) + b, m);
    width_ = static_cast<std::size_t>(high - low_ + 1);
    if (width_ > written.size()) {  // a band wider than the matrix: rows of it then
      low_ = slope_ = 0;
      width_ = written.size() + 1;
    }
    whole_ = slope_ == 0;
    provable_ = static_cast<Cost>(std::abs(m - n) + 2 * b + 1);
  }

  std::size_t cells() const { return width_ * (said_.size() + 1); }

  /// Errors of the best way in the band.
  Cost fill() {
    trace_.assign(cells(), 0);
    std::vector<Cell> above(width_, unreached), row(width_, unreached);
    for (std::size_t i = 0; i <= said_.size(); ++i) {
      fill_row(i, above, row);
      std::swap(above, row);
    }
    const Cell& last = above[place(said_.size(), written_.size())];
    last_way_ = static_cast<std::uint8_t>(std::min_element(last.begin(), last.end()) - last.begin());
    return last[last_way_] / one_error;
  }

  bool proves(Cost errors) const { return whole_ || errors <= provable_; }

  void walk_back(std::vector<Step>& steps) const {
    const std::size_t first = steps.size();
    std::size_t i = said_.size(), j = written_.size();
    std::uint8_t way = last_way_;
    while (i > 0 || j > 0) {
      const std::uint8_t from = (trace_[i * width_ + place(i, j)] >> (2 * way)) & 3;
      if (way == diagonal) {
        steps.push_back(said_[--i] == written_[--j] ? Step::same : Step::changed);
      } else if (way == down) {
        steps.push_back(Step::missing);
        --i;
      } else {
        steps.push_back(Step::added);
        --j;
      }
      way = from;
    }
    std::reverse(steps.begin() + static_cast<std::ptrdiff_t>(first), steps.end());
  }

 private:
  std::size_t place(std::size_t i, std::size_t j) const {
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(j) - row_begin(i));
  }

  /// The column that the first cell of row i stands for.
  std::ptrdiff_t row_begin(std::size_t i) const { return slope_ * static_cast<std::ptrdiff_t>(i) + low_; }

  void fill_row(std::size_t i, const std::vector<Cell>& above, std::vector<Cell>& row) {
    const std::ptrdiff_t first = row_begin(i);
    const auto right = static_cast<std::size_t>(slope_);  // how far the row above has moved on
    for (std::size_t k = 0; k < width_; ++k) {
      const std::ptrdiff_t j = first + static_cast<std::ptrdiff_t>(k);
      row[k] = unreached;
      if (j < 0 || j > static_cast<std::ptrdiff_t>(written_.size())) continue;
      if (i == 0 && j == 0) {
        row[k][diagonal] = 0;
        continue;
      }
      std::uint8_t trace = 0;
      if (i > 0 && j > 0) {
        const auto [cost, from] = cheapest(above[k + right - 1], diagonal);
        row[k][diagonal] = cost + (said_[i - 1] == written_[static_cast<std::size_t>(j) - 1] ? 0 : one_error);
        trace = from;
      }
      if (i > 0 && k + right < width_) {
        const auto [cost, from] = cheapest(above[k + right], down);
        row[k][down] = cost + one_error;
        trace |= static_cast<std::uint8_t>(from << 2);
      }
      if (j > 0 && k > 0) {
        const auto [cost, from] = cheapest(row[k - 1], across);
        row[k][across] = cost + one_error;
        trace |= static_cast<std::uint8_t>(from << 4);
      }
      trace_[i * width_ + k] = trace;
    }
  }

  WordIds said_, written_;
  std::ptrdiff_t low_ = 0, slope_ = 1;
  std::size_t width_ = 0;
  bool whole_ = false;
  Cost provable_ = 0;
  std::vector<std::uint8_t> trace_{};
  std::uint8_t last_way_ = 0;
};

}  // namespace

void align_in_band(WordIds said, WordIds written, Alignment& into) {
  if (said.empty() || written.empty()) {
    into.steps.insert(into.steps.end(), said.size(), Step::missing);
    into.steps.insert(into.steps.end(), written.size(), Step::added);
    return;
  }
  constexpr std::size_t narrowest = 8;
  if (Band(said, written, narrowest).cells() > most_cells) {  // nothing is known of either half: they go side by side
    into.exact = false;
    align_in_band(said.first(said.size() / 2), written.first(written.size() / 2), into);
    return align_in_band(said.subspan(said.size() / 2), written.subspan(written.size() / 2), into);
  }
  for (std::size_t beside = narrowest;; beside *= 2) {
    Band band(said, written, beside);
    const bool proved = band.proves(band.fill());
    if (!proved && Band(said, written, beside * 2).cells() <= most_cells) continue;
    into.exact = into.exact && proved;
    return band.walk_back(into.steps);
  }
}

}  // namespace moniker::align
