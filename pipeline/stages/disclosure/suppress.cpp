// Which cells of tables are not printed: those that are small, and those by which small ones could be worked out.
#include "disclosure/suppress.hpp"

#include <algorithm>

#include "disclosure/attacker.hpp"

namespace moniker::disclosure {
namespace {

using Counts = std::map<Cell, std::int64_t>;

Told held_back(const Release& release) { return {1, release.people}; }

using Guarded = std::map<Cell, std::int64_t>;
bool are_safe(const People& people, const Release& release, const Guarded& cells) {
  const Attack attack(people, release);
  return std::all_of(cells.begin(), cells.end(), [&](const auto& guarded) {
    return attack.can_hold(guarded.first, guarded.second) == Answer::found;
  });
}

/// Readers miss a total more than a cell, and a large cell more than a small one.
std::int64_t cost_of(const Release& release, const Cell& cell, std::int64_t count) {
  const bool margin = std::any_of(release.tables.begin(), release.tables.end(), [&](const ColumnSet& table) {
    const ColumnSet columns = columns_of(cell);
    return table.size() > columns.size() && std::includes(table.begin(), table.end(), columns.begin(), columns.end());
  });
  return (100 + std::min<std::int64_t>(count, 100)) * (margin ? 4 : 1);
}

class Suppression {
 public:
  Suppression(const People& people, const Printing& printing, const std::vector<ColumnSet>& tables)
      : people_(people), printing_(printing), counts_(counted(people, tables)) {
    out_.release = told_whole(people, tables);
    add_attributions(out_.release, people, printing.attributions, printing.quoted);
    out_.guarded = printing.earlier.guarded;
    for (const auto& [cell, count] : counts_) {
      if (cell.empty() || count == 0 || count >= printing.threshold) continue;
      if (was_printed(cell)) {
        out_.told_before.push_back(cell);
        continue;
      }
      out_.small.insert(cell);
      out_.guarded[cell] = std::max(out_.guarded[cell], printing.threshold);
    }
    for (const Cell& cell : out_.small) out_.release.cells[cell] = held_back(out_.release);
    lay_beside(printing.earlier.release);
  }

  /// The first small cell that no suppression makes safe; nothing where all are.
  std::optional<Cell> protect_all() {
    for (const auto& [cell, holds] : out_.guarded) {
      if (protect(cell, holds, true)) continue;
      if (out_.release.quoted.empty() || !protect(cell, holds, false)) return cell;
      out_.told_by_quotations.push_back(cell);
    }
    print_again();
    for (const Cell& cell : out_.told_by_quotations) out_.guarded.erase(cell);
    return std::nullopt;
  }
  Suppressed out() && { return std::move(out_); }

 private:
  bool is_earlier(const Cell& cell) const { return printing_.earlier.release.cells.contains(cell); }
  bool was_printed(const Cell& cell) const {
    const auto told = printing_.earlier.release.cells.find(cell);
    return told != printing_.earlier.release.cells.end() && told->second.exact();
  }

  /// What was held back earlier stays so here: a figure that two tables tell differently is asked about.
  void lay_beside(const Release& earlier) {
    for (const auto& [cell, told] : earlier.cells) {
      const bool shown_here = out_.release.cells.contains(cell);
      out_.release.cells[cell] = told;
      if (shown_here && !told.exact() && !out_.small.contains(cell)) out_.beside.insert(cell);
    }
    for (const auto& [cell, count] : earlier.quoted)
      out_.release.quoted[cell] = std::max(out_.release.quoted[cell], count);
    for (const ColumnSet& table : earlier.tables) {
      if (std::find(out_.release.tables.begin(), out_.release.tables.end(), table) == out_.release.tables.end())
        out_.release.tables.push_back(table);
    }
  }

  /// Suppresses what it takes for one small cell, and tells whether that is possible.
  bool protect(const Cell& small, std::int64_t holds, bool with_quotations) {
    Release open = out_.release;  // nothing printed but who is nowhere, and what was printed earlier
    if (!with_quotations) open.quoted.clear();
    for (auto& [cell, told] : open.cells) {
      if (!cell.empty() && told.most > 0 && !is_earlier(cell)) told = held_back(open);
    }
    const Attack attack(people_, open);
    System system = attack.system();
    Sum cost;
    std::vector<std::pair<Cell, std::size_t>> changes;  // a printed cell, and the first of its two unknowns
    for (const auto& [cell, told] : out_.release.cells) {
      if (cell.empty() || !told.exact() || told.most == 0 || is_earlier(cell)) continue;
      Known as_printed{attack.sum_of(cell), Relation::equals, told.least};
      as_printed.sum.push_back({system.unknowns, -1});
      as_printed.sum.push_back({system.unknowns + 1, 1});
      changes.emplace_back(cell, system.unknowns);
      const std::int64_t each = cost_of(out_.release, cell, told.least);
      cost.push_back({system.unknowns, each});
      cost.push_back({system.unknowns + 1, each});
      system.unknowns += 2;
      system.known.push_back(std::move(as_printed));
    }
    system.known.push_back({attack.sum_of(small), Relation::at_least, holds});
    const WholeSolution other = minimised_in_whole(system, cost);
    if (other.answer != Answer::found) return false;
    for (const auto& [cell, unknown] : changes) {
      if (other.values[unknown] == other.values[unknown + 1]) continue;
      out_.release.cells[cell] = held_back(out_.release);
      out_.beside.insert(cell);
    }
    return true;
  }

  /// The largest first: what was suppressed for one small cell may not be needed beside what was for another.
  void print_again() {
    std::vector<Cell> beside(out_.beside.begin(), out_.beside.end());
    std::erase_if(beside, [&](const Cell& cell) { return is_earlier(cell); });
    std::stable_sort(beside.begin(), beside.end(), [&](const Cell& a, const Cell& b) {
      return cost_of(out_.release, a, counts_.at(a)) > cost_of(out_.release, b, counts_.at(b));
    });
    Guarded wanted = out_.guarded, told;
    for (const Cell& cell : out_.told_by_quotations) told.insert(wanted.extract(cell));
    for (const Cell& cell : beside) {
      out_.release.cells[cell] = {counts_.at(cell), counts_.at(cell)};
      Release unquoted = out_.release;  // what quotations tell, the table alone does not
      unquoted.quoted.clear();
      if (are_safe(people_, out_.release, wanted) && are_safe(people_, unquoted, told))
        out_.beside.erase(cell);
      else
        out_.release.cells[cell] = held_back(out_.release);
    }
  }

  const People& people_;
  const Printing& printing_;
  Counts counts_;
  Suppressed out_{};
};

/// A table that cannot be printed, as those of its columns without one that the cell is of. What an earlier table holds
/// back may be given back by tables that have none of its cells: then the last of them goes.
void take_apart(std::vector<ColumnSet>& tables, const Cell& cell, std::vector<ColumnSet>& withheld) {
  const ColumnSet of = columns_of(cell);
  const bool any = std::any_of(tables.begin(), tables.end(), [&](const ColumnSet& table) {
    return std::includes(table.begin(), table.end(), of.begin(), of.end());
  });
  if (!any) {
    withheld.push_back(tables.back());
    tables.pop_back();
    return;
  }
  std::vector<ColumnSet> left;
  const ColumnSet columns = columns_of(cell);
  for (const ColumnSet& table : tables) {
    if (!std::includes(table.begin(), table.end(), columns.begin(), columns.end())) {
      left.push_back(table);
      continue;
    }
    withheld.push_back(table);
    for (const std::size_t column : columns) {
      ColumnSet narrower = table;
      narrower.erase(std::find(narrower.begin(), narrower.end(), column));
      if (!narrower.empty()) left.push_back(std::move(narrower));
    }
  }
  std::sort(left.begin(), left.end());
  left.erase(std::unique(left.begin(), left.end()), left.end());
  tables = std::move(left);
}

}  // namespace

Suppressed suppress(const People& people, const Printing& printing) {
  std::vector<ColumnSet> tables = printing.tables, withheld;
  for (;;) {
    Suppression suppression(people, printing, tables);
    const std::optional<Cell> unsafe = suppression.protect_all();
    if (unsafe && !tables.empty()) {
      take_apart(tables, *unsafe, withheld);
      continue;
    }
    Suppressed done = std::move(suppression).out();
    done.withheld = std::move(withheld);
    return done;
  }
}

bool is_safe(const People& people, const Release& release, const std::set<Cell>& small, std::int64_t threshold) {
  Guarded cells;
  for (const Cell& cell : small) cells.emplace(cell, threshold);
  return are_safe(people, release, cells);
}

}  // namespace moniker::disclosure
