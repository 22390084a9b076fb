#include "dossier/decisions_told.hpp"

#include <catch2/catch.hpp>

#include "decisions/decision_book.hpp"

namespace moniker::study {
namespace {

Decision read_passage(std::uint64_t number, const std::string& by, std::uint64_t turn, const std::string& missed = {}) {
  Decision decision{.number = number, .act = Act::looked, .label = missed, .transcript = "T01", .by = by};
  decision.place = PlaceInTalk{.turn = turn};
  return decision;
}

TEST_CASE("decisions told: a passage is one however many read it") {
  Decision undone = read_passage(5, "ana", 9, "PERSON");
  undone.undone_by = 6;
  const std::vector<Decision> all{read_passage(1, "ana", 3), read_passage(2, "ana", 4),
                                  read_passage(3, "ben", 4, "ORG"), read_passage(4, "ben", 3), undone};
  Dossier dossier;
  tell_decisions_of(all, {}, {}, dossier);
  CHECK(dossier.decisions.empty());
  CHECK(dossier.passages.read == 2);
  CHECK(dossier.passages.missed == 1);
  CHECK(dossier.passages.readers == Counts{{"ana", 2}, {"ben", 2}});
}

TEST_CASE("decisions told: by whom and about what, and no reason that names somebody") {
  Decision kept{.number = 1,
                .act = Act::keep,
                .shown = "PERSON_7",
                .by = "ana",
                .when = "2026-11-22T10:00:00Z",
                .why = "Shaw is the street"};
  Decision replaced{.number = 2,
                    .act = Act::replace,
                    .label = "ORG",
                    .transcript = "T03",
                    .blind = true,
                    .by = "ben",
                    .when = "2026-11-23T10:00:00Z",
                    .why = "a ward"};
  kept.undone_by = 3;
  Register people;
  people.people.push_back({.name = "Katherine Shaw"});
  Dossier dossier;
  tell_decisions_of({kept, replaced}, {}, people, dossier);
  REQUIRE(dossier.decisions.size() == 2);
  CHECK(dossier.decisions[0].what == "PERSON_7 kept");
  CHECK(dossier.decisions[0].day == "2026-11-22");
  CHECK(dossier.decisions[0].why.empty());
  CHECK(dossier.decisions[0].undone);
  CHECK(dossier.decisions[1].what == "words replaced as ORG in T03");
  CHECK(dossier.decisions[1].why == "a ward");
  CHECK(dossier.decisions[1].opinion);
  CHECK(dossier.good());
}

TEST_CASE("decisions told: one that the log names otherwise is a fault, one that it does not know yet is none") {
  const Decision one{.number = 1, .act = Act::keep, .by = "ana"}, two{.number = 2, .act = Act::keep, .by = "ana"},
      three{.number = 3, .act = Act::keep, .by = "ana"};
  LogAccount log;
  log.decided = {{1, digest_of_decision(one)}, {2, digest_of_decision(one)}};
  Dossier dossier;
  tell_decisions_of({one, two, three}, log, {}, dossier);
  REQUIRE(dossier.log.verified.faults.size() == 1);
  CHECK(dossier.log.verified.faults.front().what == "decision 2 is not the one that the log names");
}

TEST_CASE("decisions told: the last one is missed, where the log knows it") {
  const Decision one{.number = 1, .act = Act::keep, .by = "ana"};
  LogAccount log;
  log.decided = {{1, digest_of_decision(one)}, {2, "ab"}};
  Dossier dossier;
  tell_decisions_of({one}, log, {}, dossier);
  REQUIRE(dossier.log.verified.faults.size() == 1);
  CHECK(dossier.log.verified.faults.front().what == "decision 2 is in the log and is gone");
}

}  // namespace
}  // namespace moniker::study
