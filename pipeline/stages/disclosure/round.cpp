#include "disclosure/round.hpp"

#include <algorithm>

#include "disclosure/attacker.hpp"

namespace moniker::disclosure {
namespace {

/// So that they are multiples of `base` beside what they were, and give `total`, which is one beside their sum.
std::vector<std::int64_t> rounded_to(const std::vector<std::int64_t>& counts, std::int64_t base, std::int64_t total) {
  std::vector<std::int64_t> out;
  std::vector<std::size_t> order;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    out.push_back(counts[i] / base * base);
    sum += out.back();
    order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return counts[a] % base > counts[b] % base; });
  for (std::size_t i = 0; sum < total && i < order.size(); ++i, sum += base) out[order[i]] += base;
  return out;
}

std::int64_t nearest(std::int64_t count, std::int64_t base) { return (count + base / 2) / base * base; }

Cell cell_at(std::size_t column, std::uint32_t value) { return {{column, value}}; }
Cell both(std::size_t a, std::uint32_t value_a, std::size_t b, std::uint32_t value_b) {
  Cell cell{{a, value_a}, {b, value_b}};
  std::sort(cell.begin(), cell.end());
  return cell;
}

class Rounding {
 public:
  Rounding(const People& people, std::int64_t base) : people_(people), base_(base) {}

  void tabulate(const std::vector<std::size_t>& columns, std::optional<std::size_t> by) {
    for (const std::size_t column : columns) {
      if (column == by) continue;
      ColumnSet table{column};
      if (by) table.push_back(*by);
      std::sort(table.begin(), table.end());
      out_.release.tables.push_back(table);
    }
    if (out_.release.tables.empty() && by) out_.release.tables.push_back({*by});
    counts_ = counted(people_, out_.release.tables);
    const auto everybody = static_cast<std::int64_t>(people_.count());
    out_.release.people = everybody;
    out_.release.cells[{}] = {everybody, everybody};
    out_.printed[{}] = nearest(everybody, base_);
    if (by) whole(*by);
    for (const std::size_t column : columns) {
      if (column == by) continue;
      if (by)
        across(column, *by);
      else
        whole(column);
    }
  }

  Rounded out() && { return std::move(out_); }

 private:
  std::size_t values(std::size_t column) const { return people_.columns[column].values.size(); }

  void print(const Cell& cell, std::int64_t value, bool exists) {
    out_.printed[cell] = value;
    out_.release.cells[cell] = {std::max<std::int64_t>(exists, value - base_ + 1), value + base_ - 1};
  }

  void whole(std::size_t column) {
    std::vector<std::int64_t> counts;
    for (std::uint32_t v = 0; v < values(column); ++v) counts.push_back(counts_.at(cell_at(column, v)));
    const auto printed = rounded_to(counts, base_, out_.printed[{}]);
    for (std::uint32_t v = 0; v < values(column); ++v) print(cell_at(column, v), printed[v], true);
  }

  void across(std::size_t column, std::size_t by) {
    for (std::uint32_t v = 0; v < values(column); ++v) {
      out_.printed[cell_at(column, v)] = 0;
      out_.release.cells[cell_at(column, v)] = {1, out_.release.people};  // it is listed: somebody is in it
    }
    for (std::uint32_t b = 0; b < values(by); ++b) {
      std::vector<std::int64_t> counts;
      for (std::uint32_t v = 0; v < values(column); ++v) counts.push_back(counts_.at(both(column, v, by, b)));
      const auto printed = rounded_to(counts, base_, out_.printed.at(cell_at(by, b)));
      for (std::uint32_t v = 0; v < values(column); ++v) {
        print(both(column, v, by, b), printed[v], false);
        out_.printed[cell_at(column, v)] += printed[v];
      }
    }
  }

  const People& people_;
  std::int64_t base_;
  std::map<Cell, std::int64_t> counts_{};
  Rounded out_{};
};

}  // namespace

Rounded rounded(const People& people, const std::vector<std::size_t>& columns, std::optional<std::size_t> by,
                std::int64_t base) {
  Rounding rounding(people, base);
  rounding.tabulate(columns, by);
  return std::move(rounding).out();
}

std::vector<Cell> told_exactly(const People& people, const Release& release, std::int64_t threshold) {
  const Attack attack(people, release);
  std::vector<Cell> told;
  for (const auto& [cell, count] : counted(people, release.tables)) {
    if (cell.empty() || count == 0 || count >= threshold) continue;
    const auto bounds = attack.bounds(cell);
    if (!bounds || bounds->exact()) told.push_back(cell);
  }
  return told;
}

}  // namespace moniker::disclosure
