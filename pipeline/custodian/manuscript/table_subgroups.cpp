// Rows that break the row above them down: labels that come again, in the same order, below one head after another.
#include "manuscript/table_subgroups.hpp"

#include <algorithm>
#include <cmath>

namespace moniker::custodian {
namespace {

using Parts = std::vector<BreakdownPart>;

/// How many rows stand below each head; 0 where they differ, or where no label comes again.
std::size_t rows_below_head(const Parts& parts) {
  const auto again = std::find_if(parts.begin() + 1, parts.end(), [&](const BreakdownPart& one) {
    return std::count_if(parts.begin(), parts.end(), [&](const auto& other) { return other.label == one.label; }) > 1;
  });
  if (again != parts.begin() + 1) return 0;
  const auto next = std::find_if(again + 1, parts.end(), [&](const auto& one) { return one.label == again->label; });
  const auto period = static_cast<std::size_t>(next - again);
  if (period < 3 || next == parts.end() || parts.size() % period != 0) return 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool head = i % period == 0, same = parts[i].label == parts[i % period].label;
    if (i >= period && head == same) return 0;
  }
  return period - 1;
}

Breakdown weighed(const Breakdown& column, Parts parts, double total, const std::string& of) {
  Breakdown one{.where = column.where, .parts = std::move(parts), .of = of, .total = total, .in_table = true};
  for (const BreakdownPart& part : one.parts) one.sum += part.value;
  const double off = std::abs(one.sum - total);
  one.verdict = off == 0                             ? Breakdown::Verdict::adds_up
                : off <= std::max(3.0, total * 0.25) ? Breakdown::Verdict::wrong
                                                     : Breakdown::Verdict::open;
  return one;
}

}  // namespace

std::vector<Breakdown> subgroups_in(const Breakdown& column) {
  if (column.percent || column.parts.size() < 6) return {};
  const std::size_t below = rows_below_head(column.parts);
  if (below == 0) return {};
  std::vector<Breakdown> out;
  Parts heads;
  for (auto head = column.parts.begin(); head != column.parts.end(); head += static_cast<std::ptrdiff_t>(below) + 1) {
    heads.push_back(*head);
    out.push_back(weighed(column, {head + 1, head + 1 + static_cast<std::ptrdiff_t>(below)}, head->value, head->label));
  }
  out.push_back(weighed(column, std::move(heads), column.total, column.of));
  const auto good = std::count_if(out.begin(), out.end(),
                                  [](const Breakdown& one) { return one.verdict == Breakdown::Verdict::adds_up; });
  return static_cast<std::size_t>(good) * 2 > out.size() ? out : std::vector<Breakdown>{};
}

}  // namespace moniker::custodian
