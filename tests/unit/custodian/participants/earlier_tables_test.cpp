// What a study was tabulated by before is laid beside what is printed now: an attacker has both.
#include "participants/earlier_tables.hpp"

#include <catch2/catch.hpp>

#include "disclosure/attacker.hpp"
#include "participants/participants.hpp"
#include "support/chance.hpp"

namespace moniker {

using namespace moniker::custodian;
using moniker::test::Chance;

namespace {

ExportedStudy random_study(Chance& chance) {
  ExportedStudy study{.columns = {"role", "gender", "region"}};
  ExportedTranscript talk{.name = "T01"};
  for (int i = 10; i < 34; ++i) {
    const std::string id = "ID" + std::to_string(i);
    const auto letter = [&](std::size_t of) {
      return std::string(1, static_cast<char>('a' + std::min(chance.below(of), chance.below(of))));
    };
    study.people.push_back({id, {letter(4), letter(2), letter(3)}});
    talk.turns.push_back({{.number = talk.turns.size(), .speaker = id, .text = "Good morning."}, {}});
  }
  study.transcripts = {talk};
  return study;
}

/// All that a reader of several printouts knows, by what stands in them: each is a table of a column by another.
struct Reader {
  const disclosure::People& people;
  disclosure::Release release{};
  std::map<disclosure::Cell, std::int64_t> truth{};

  explicit Reader(const Participants& page) : people(page.people) {
    release.people = static_cast<std::int64_t>(people.count());
  }
  void read(const Participants& page, std::size_t column, std::size_t by) {
    const Sheet& sheet = page.printout.sheets.at(0);
    const auto add = [&](disclosure::Cell cell, const SheetCell& shown) {
      if (shown.empty) return;
      std::sort(cell.begin(), cell.end());
      const disclosure::Told told =
          shown.n ? disclosure::Told{*shown.n, *shown.n} : disclosure::Told{1, release.people};
      const auto known = release.cells.find(cell);
      if (known == release.cells.end() || !known->second.exact()) release.cells[cell] = told;
    };
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
      for (std::size_t g = 0; g < sheet.rows[r].cells.size(); ++g) {
        disclosure::Cell cell;
        if (r > 0) cell.push_back({column, static_cast<std::uint32_t>(r - 1)});
        if (g + 1 < sheet.rows[r].cells.size()) cell.push_back({by, static_cast<std::uint32_t>(g)});
        add(std::move(cell), sheet.rows[r].cells[g]);
      }
    }
    release.tables.push_back({std::min(column, by), std::max(column, by)});
    truth.merge(disclosure::counted(people, {release.tables.back()}));
  }
  std::size_t given_back(std::int64_t threshold) const {
    std::set<disclosure::Cell> small;
    for (const auto& [cell, told] : release.cells) {
      if (!told.exact() && truth.at(cell) < threshold) small.insert(cell);
    }
    std::size_t back = 0;
    for (const disclosure::Cell& cell : small) back += !disclosure::is_safe(people, release, {cell}, threshold);
    return back;
  }
};

}  // namespace

TEST_CASE("tables of one study give nothing back together, whichever was made first") {
  Chance chance(18);
  std::size_t apart_give_back = 0, held_against = 0;
  for (int round = 0; round < 12; ++round) {
    const ExportedStudy study = random_study(chance);
    const TableWish first{.columns = {"role"}, .by = "gender"}, second{.columns = {"role"}, .by = "region"};
    const Participants one = tabulate(study, first), two = tabulate(study, second);
    const std::vector<EarlierTables> earlier{{first, digest_of(one.printout)}};
    const Participants beside = tabulate(study, second, earlier);
    CHECK(beside.not_held_against == 0);
    held_against += beside.earlier;
    if (!one.withheld.empty() || !two.withheld.empty() || !beside.withheld.empty()) continue;
    Reader apart(one), together(one);
    apart.read(one, 0, 1);
    apart.read(two, 0, 2);
    together.read(one, 0, 1);
    together.read(beside, 0, 2);
    apart_give_back += apart.given_back(3);
    CHECK(together.given_back(3) == 0);
    // Asked once more it is the same.
    const std::vector<EarlierTables> both{earlier[0], {second, digest_of(beside.printout)}};
    CHECK(digest_of(tabulate(study, second, both).printout) == both[1].digest);
  }
  CHECK(held_against == 12);
  CHECK(apart_give_back > 0);
}

TEST_CASE("what cannot be laid beside a table is told to a person") {
  Chance chance(3);
  const ExportedStudy study = random_study(chance);
  const TableWish wish{.columns = {"gender"}}, rounded{.columns = {"gender"}, .round = 5};
  const auto [before, now, held_against, not_held_against] =
      GENERATE_COPY(table<EarlierTables, TableWish, std::size_t, std::size_t>({
          {{wish, digest_of(tabulate(study, wish).printout)}, wish, 1, 0},
          {{wish, "of other people"}, wish, 0, 1},
          {{TableWish{.columns = {"post"}}, "a column that is no more"}, wish, 0, 1},
          {{rounded, "any"}, wish, 0, 1},
          {{wish, "any"}, rounded, 0, 1},
          {{rounded, "any"}, rounded, 0, 0},
      }));
  const Participants page = tabulate(study, now, {before});
  CHECK(page.earlier == held_against);
  CHECK(page.not_held_against == not_held_against);
  if (not_held_against > 0) CHECK(page.needs_a_person());
}

TEST_CASE("the log has of a request what it takes to make it again") {
  const TableWish wish{.columns = {"role", "a,b"},
                       .by = "gender",
                       .cross = {{"role", "age"}},
                       .attribution = {"role"},
                       .quoted = {"ID04"},
                       .threshold = 5};
  CHECK(logged_wish(wish_of_log(logged_wish(wish))) == logged_wish(wish));
  CHECK(wish_of_log(logged_wish(wish)).columns == wish.columns);
  CHECK_THROWS(wish_of_log("{}"));
}

}  // namespace moniker
