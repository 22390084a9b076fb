#include "disclosure/suppress.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "disclosure/attacker.hpp"
#include "disclosure/round.hpp"
#include "support/chance.hpp"

using namespace moniker;
using namespace moniker::disclosure;
using moniker::test::Chance;

namespace {

/// People whose values are letters, rarer the later they come.
People random_people(Chance& chance, std::size_t count, const std::vector<std::size_t>& sizes) {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows(count);
  for (const std::size_t size : sizes) {
    columns.push_back("column " + std::to_string(columns.size()));
    for (auto& row : rows) {
      const std::size_t value = std::min(chance.below(size), chance.below(size));
      row.push_back(value + 1 == size ? "" : std::string(1, static_cast<char>('a' + value)));
    }
  }
  return people_of(columns, rows);
}

Cell cell(std::initializer_list<Coordinate> coordinates) { return coordinates; }

/// Another attacker, which knows no linear systems: every way to spread people over the cells of one table of two
/// columns, and what each that agrees with the release has in a cell. For small tables alone.
std::optional<Told> by_trying(const People& people, const Release& release, const Cell& wanted) {
  const auto cells = all_cells(people, {0, 1});
  std::vector<std::int64_t> counts(cells.size());
  std::optional<Told> seen;
  const auto sum_in = [&](const Cell& part) {
    std::int64_t all = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) all += is_part_of(part, cells[i]) ? counts[i] : 0;
    return all;
  };
  const std::function<void(std::size_t, std::int64_t)> spread = [&](std::size_t at, std::int64_t left) {
    if (at + 1 == cells.size()) {
      counts[at] = left;
      for (const auto& [part, told] : release.cells) {
        const std::int64_t all = sum_in(part);
        if (all < told.least || all > told.most) return;
      }
      for (const auto& [part, quoted] : release.quoted) {
        if (sum_in(part) < quoted) return;
      }
      const std::int64_t is = sum_in(wanted);
      seen = seen ? Told{std::min(seen->least, is), std::max(seen->most, is)} : Told{is, is};
      return;
    }
    for (counts[at] = 0; counts[at] <= left; ++counts[at]) spread(at + 1, left - counts[at]);
  };
  spread(0, release.people);
  return seen;
}

}  // namespace

TEST_CASE("six single people among twelve are not told by their sum: another cell goes with them") {
  std::vector<std::vector<std::string>> rows{{"carer"}, {"carer"}, {"carer"}, {"patient"}, {"patient"}, {"patient"}};
  for (const std::string one : {"a", "b", "c", "d", "e", "f"}) rows.push_back({one});
  const People people = people_of({"role"}, rows);
  Release naive = told_whole(people, {{0}});
  std::set<Cell> small;
  for (auto& [at, told] : naive.cells) {
    if (told.most == 1) {
      told = {1, naive.people};
      small.insert(at);
    }
  }
  CHECK_FALSE(is_safe(people, naive, small, 3));  // each is listed, so that six share six
  const Suppressed done = suppress(people, {.tables = {{0}}, .threshold = 3});
  CHECK(done.small == small);
  CHECK(done.beside.size() == 1);
  CHECK(is_safe(people, done.release, small, 3));
}

TEST_CASE("a total gives back nothing, nor does a second table that shares a column") {
  // Of 2 in b, 1 is in x: with totals printed the rectangle has to go; a table by the third column has the same totals.
  Chance chance(11);
  const People people = random_people(chance, 40, {4, 3, 3});
  for (const std::vector<ColumnSet>& tables :
       {std::vector<ColumnSet>{{0, 1}}, {{0, 1}, {1, 2}}, {{0}, {1, 2}}, {{0, 1}, {1, 2}, {0, 2}}}) {
    const Suppressed done = suppress(people, {.tables = tables, .threshold = 4});
    CHECK(is_safe(people, done.release, done.small, 4));
    for (const auto& [at, told] : done.release.cells) {
      if (told.exact()) CHECK(told.least == counted(people, tables).at(at));
    }
  }
}

TEST_CASE("what stands behind quotations is reckoned with") {
  std::vector<std::vector<std::string>> rows(9, {"f", "carer"});
  rows.push_back({"m", "nurse"});
  rows.push_back({"m", "nurse"});
  rows.push_back({"m", "carer"});
  const People people = people_of({"gender", "role"}, rows);
  const Printing nobody{.tables = {{0}, {1}}, .threshold = 3};
  CHECK(suppress(people, nobody).told_by_quotations.empty());
  Printing all = nobody;
  all.attributions = {1};
  for (std::size_t row = 0; row < people.count(); ++row) all.quoted.push_back(row);
  const Suppressed told = suppress(people, all);
  CHECK(told.told_by_quotations == std::vector<Cell>{cell({{1, 1}})});  // two nurses, each with an ID
  Printing one = nobody;
  one.attributions = {0, 1};
  one.quoted = {9};
  const Suppressed safe = suppress(people, one);
  CHECK(safe.told_by_quotations.empty());
  CHECK(is_safe(people, safe.release, safe.small, 3));
}

TEST_CASE("where nothing helps a table is withheld, and the rest is printed") {
  const People people = people_of({"role", "region"}, {{"a", "x"}, {"b", "x"}, {"c", "x"}, {"d", "x"}});
  const Suppressed done = suppress(people, {.tables = {{0}, {1}}, .threshold = 3});
  CHECK(done.withheld == std::vector<ColumnSet>{{0}});
  CHECK(done.release.tables == std::vector<ColumnSet>{{1}});
  CHECK(done.release.cells.at(cell({{1, 0}})) == Told{4, 4});
  const Suppressed by = suppress(people, {.tables = {{0, 1}}, .threshold = 3});
  CHECK(by.release.tables == std::vector<ColumnSet>{{1}});
}

TEST_CASE("of random tables every small cell stays open, with few others held back") {
  Chance chance(3);
  std::size_t cells = 0, beside = 0, small = 0, told_without = 0;
  for (int round = 0; round < 25; ++round) {
    INFO(round);
    const People people = random_people(chance, 12 + chance.below(40), {2 + chance.below(4), 2 + chance.below(3), 3});
    Printing printing{.tables = {{0, 1}, {1, 2}}, .threshold = static_cast<std::int64_t>(2 + chance.below(4))};
    if (round % 3 == 0) printing.tables = {{0}, {1}, {2}};
    if (round % 2 == 0) {
      printing.attributions = {0, 2};
      for (std::size_t row = 0; row < people.count(); row += 7) printing.quoted.push_back(row);
    }
    const Suppressed done = suppress(people, printing);
    std::set<Cell> hidden = done.small;
    for (const Cell& one : done.told_by_quotations) hidden.erase(one);
    CHECK(is_safe(people, done.release, hidden, printing.threshold));
    const std::set<Cell> by_quotations(done.told_by_quotations.begin(), done.told_by_quotations.end());
    Release alone = done.release;  // the tables without what stands behind quotations
    alone.quoted.clear();
    CHECK(is_safe(people, alone, by_quotations, printing.threshold));
    const auto counts = counted(people, done.release.tables);
    for (const auto& [at, told] : done.release.cells) {
      const std::int64_t count = counts.at(at);
      if (told.exact()) CHECK(told.least == count);
      if (told.exact() && !at.empty()) CHECK((count == 0 || count >= printing.threshold));
      CHECK((done.small.contains(at) || done.beside.contains(at)) == !told.exact());
      CHECK(!(done.small.contains(at) && count == 0));
      cells += count > 0;
    }
    Release naive = told_whole(people, done.release.tables);  // the small ones alone held back
    for (const Cell& one : hidden) naive.cells[one] = {1, naive.people};
    told_without += !is_safe(people, naive, hidden, printing.threshold);
    small += done.small.size();
    beside += done.beside.size();
    for (const Cell& one : done.beside) {  // none of them without need
      Release more = done.release;
      more.cells[one] = {counts.at(one), counts.at(one)};
      Release unquoted = more;
      unquoted.quoted.clear();
      CHECK_FALSE((is_safe(people, more, hidden, printing.threshold) &&
                   is_safe(people, unquoted, by_quotations, printing.threshold)));
    }
  }
  CHECK(told_without > 10);
  CHECK(small > 100);
  CHECK(beside < small);
  CHECK(beside * 3 < cells);
}

TEST_CASE("the attacker's bounds are those of one who tries every table") {
  Chance chance(5);
  for (int round = 0; round < 12; ++round) {
    INFO(round);
    const People people = random_people(chance, 7 + chance.below(3), {2, 3});
    Printing printing{.tables = {{0, 1}}, .threshold = 3};
    if (round % 2 == 0) {
      printing.attributions = {0};
      printing.quoted = {0, 1};
    }
    const Release release = suppress(people, printing).release;
    if (release.tables != std::vector<ColumnSet>{{0, 1}}) continue;
    const Attack attack(people, release);
    for (const auto& [at, told] : release.cells) {
      const auto bounds = attack.bounds(at);
      REQUIRE(bounds);
      CHECK(bounds == by_trying(people, release, at));
    }
  }
}

TEST_CASE("tables that go in a circle are attacked as one") {
  CHECK(tree_of({{0, 1}, {1, 2}}).tables.size() == 2);
  CHECK(tree_of({{0, 1}, {1, 2}, {0, 2}}).tables == std::vector<ColumnSet>{{0, 1, 2}});
  const TableTree tree = tree_of({{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3}});
  CHECK(tree.tables == std::vector<ColumnSet>{{0, 1, 2}, {2, 3}});
  CHECK(tree.hangs_on == std::vector<std::optional<std::size_t>>{std::nullopt, 0});
}

TEST_CASE("rounded tables add up, and tell no small count") {
  Chance chance(9);
  for (int round = 0; round < 30; ++round) {
    INFO(round);
    const People people = random_people(chance, 15 + chance.below(40), {2 + chance.below(4), 3, 2});
    const std::int64_t base = round % 2 == 0 ? 5 : 3;
    const std::optional<std::size_t> by = round % 3 == 0 ? std::optional<std::size_t>() : 2;
    const Rounded done = rounded(people, {0, 1}, by, base);
    const auto counts = counted(people, done.release.tables);
    for (const auto& [at, printed] : done.printed) {
      CHECK(printed % base == 0);
      if (at.size() == (by ? 2U : 1U)) CHECK(std::abs(printed - counts.at(at)) < base);
    }
    for (const std::size_t column : {0U, 1U}) {
      std::int64_t all = 0;
      for (std::uint32_t v = 0; v < people.columns[column].values.size(); ++v) {
        std::int64_t across = 0;
        for (std::uint32_t b = 0; by && b < people.columns[*by].values.size(); ++b)
          across += done.printed.at(cell({{column, v}, {*by, b}}));
        if (by) CHECK(across == done.printed.at(cell({{column, v}})));
        all += done.printed.at(cell({{column, v}}));
      }
      CHECK(all == done.printed.at({}));
    }
    CHECK(told_exactly(people, done.release, base).empty());
  }
}
