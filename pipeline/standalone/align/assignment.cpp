// The Hungarian method with potentials (Kuhn 1955, doi 10.1002/nav.3800020109; Jonker and Volgenant's shortest paths):
// cubic.
#include "align/assignment.hpp"

#include <algorithm>
#include <limits>

namespace moniker::align {
namespace {

/// Rows and columns count from 1; row 0 and column 0 are the method's own.
class Matching {
 public:
  explicit Matching(const std::vector<std::vector<std::uint64_t>>& cells) : cells_(cells) {
    size_ = cells.size();
    for (const auto& row : cells) size_ = std::max(size_, row.size());
    row_of_.assign(size_ + 1, 0);
    for_row_.assign(size_ + 1, 0);
    for_column_.assign(size_ + 1, 0);
    for (std::size_t row = 1; row <= size_; ++row) augment(row);
  }

  std::size_t size() const { return size_; }
  std::size_t row_of(std::size_t column) const { return row_of_[column]; }
  std::int64_t gain(std::size_t row, std::size_t column) const {
    return row <= cells_.size() && column <= cells_[row - 1].size()
               ? static_cast<std::int64_t>(cells_[row - 1][column - 1])
               : 0;
  }

 private:
  void augment(std::size_t row) {
    constexpr auto far = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> least(size_ + 1, far);
    std::vector<std::size_t> came(size_ + 1, 0);
    std::vector<bool> seen(size_ + 1, false);
    row_of_[0] = row;
    std::size_t column = 0;
    while (row_of_[column] != 0) {
      seen[column] = true;
      std::int64_t step = far;
      std::size_t next = 0;
      for (std::size_t c = 1; c <= size_; ++c) {
        if (seen[c]) continue;
        const std::int64_t slack = -gain(row_of_[column], c) - for_row_[row_of_[column]] - for_column_[c];
        if (slack < least[c]) {
          least[c] = slack;
          came[c] = column;
        }
        if (least[c] < step) {
          step = least[c];
          next = c;
        }
      }
      for (std::size_t c = 0; c <= size_; ++c) {
        if (seen[c]) {
          for_row_[row_of_[c]] += step;
          for_column_[c] -= step;
        } else if (c > 0) {
          least[c] -= step;
        }
      }
      column = next;
    }
    for (; column != 0; column = came[column]) row_of_[column] = row_of_[came[column]];
  }

  const std::vector<std::vector<std::uint64_t>>& cells_;
  std::size_t size_ = 0;
  std::vector<std::size_t> row_of_{};
  std::vector<std::int64_t> for_row_{}, for_column_{};
};

}  // namespace

std::vector<std::optional<std::size_t>> best_pairs(const std::vector<std::vector<std::uint64_t>>& cells) {
  std::vector<std::optional<std::size_t>> pairs(cells.size());
  const Matching matching(cells);
  for (std::size_t column = 1; column <= matching.size(); ++column) {
    const std::size_t row = matching.row_of(column);
    if (row <= cells.size() && matching.gain(row, column) > 0) pairs[row - 1] = column - 1;
  }
  return pairs;
}

}  // namespace moniker::align
