// Who has withdrawn, as every later run sees it: with the row, without it, with a sealed record and without.
#include "opened/withdrawals.hpp"

#include <catch2/catch.hpp>

#include "check/withdrawn.hpp"
#include "moniker/error.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker::check;
using namespace moniker::resolve;
using namespace moniker::seal;
using namespace moniker::study;

namespace {

using namespace moniker;

Participant person(const std::string& number, const std::string& name, std::vector<Session> sessions,
                   const std::string& role = "participant") {
  Participant p{.number = number, .name = name, .role = role, .sessions = std::move(sessions)};
  p.line = 2;
  return p;
}

Register small_register() {
  return {
      {person("P1", "Kate Shaw", {{.file = "own.txt", .speaker = "Kate"}, {.file = "group.txt", .speaker = "Kate"}}),
       person("P2", "Will Moss", {{.file = "group.txt", .speaker = "Will"}}),
       person("S1", "Zoe Field", {{.file = "own.txt", .speaker = "Int"}, {.file = "group.txt", .speaker = "Int"}},
              "Interviewer")}};
}

WithdrawalRecord record_of(Participant p) {
  p.line = 0;
  p.withdrawn = Withdrawal{"ID01", "number " + std::string("p1"), {"aa"}};
  WithdrawalRecord record{.person = std::move(p), .begun = "2026-11-23T00:00:00Z", .reason = "asked", .by = "someone"};
  record.before["out/T01.txt.age"] = "00";
  record.files.push_back({"key", "T01", "own.txt", "11", true});
  record.learned.add({"jo", "PERSON", "kin-and-name", 0.8f, 3, true});
  return record;
}

}  // namespace

TEST_CASE("a withdrawal's record comes back as it was written, for the study's key alone") {
  const test::TemporaryFolder folder;
  const StudyLayout layout{.root = folder.path()};
  const Identity study = Identity::generate(), other = Identity::generate();
  const WithdrawalRecord written = record_of(small_register().people[0]);
  write_withdrawal(layout, written, study.recipient());
  const auto read = read_withdrawals(layout, study);
  REQUIRE(read.size() == 1);
  CHECK(read[0].person.name == "Kate Shaw");
  CHECK(read[0].person.withdrawn->id == "ID01");
  CHECK(read[0].person.withdrawn->contents == std::vector<std::string>{"aa"});
  CHECK(read[0].person.sessions.size() == 2);
  CHECK(read[0].before == written.before);
  CHECK(read[0].files.at(0).own);
  CHECK(read[0].learned.all() == written.learned.all());
  CHECK_THROWS_AS(read_withdrawals(layout, other), Error);
  std::filesystem::resize_file(layout.withdrawn() / "ID01.age",
                               std::filesystem::file_size(layout.withdrawn() / "ID01.age") - 1);
  CHECK_THROWS_AS(read_withdrawals(layout, study), Error);
}

TEST_CASE("a withdrawal is honoured whether the row is there or not") {
  const Register before = small_register();
  Register without = before;
  without.people.erase(without.people.begin());
  const std::vector<WithdrawalRecord> records{record_of(before.people[0])};

  const Register with_row = honour_withdrawals(before, records);
  REQUIRE(with_row.people.size() == 3);
  CHECK(with_row.people[0].withdrawn);
  CHECK(with_row.people[0].line == 2);
  CHECK(with_row.people[0].sessions.size() == 2);

  const Register row_gone = honour_withdrawals(without, records);
  REQUIRE(row_gone.people.size() == 3);
  CHECK(row_gone.people[2].name == "Kate Shaw");
  CHECK(row_gone.people[2].line == 0);
  CHECK(participant_keys(row_gone)[2] == "number p1");
  CHECK(participant_keys(with_row)[0] == "number p1");

  StudyConfig config;
  config.checks.roles["Interviewer"] = {};
  for (const Register& people : {with_row, row_gone}) {
    CHECK(is_of_withdrawn_alone(config.checks, people, "own.txt"));
    CHECK_FALSE(is_of_withdrawn_alone(config.checks, people, "group.txt"));
    CHECK_FALSE(is_of_withdrawn_alone(config.checks, people, "other.txt"));
  }
  CHECK_FALSE(is_of_withdrawn_alone(config.checks, before, "own.txt"));
}

TEST_CASE("a retired number is remembered, and its record is wanted") {
  const test::TemporaryFolder folder;
  Secret<32> key;
  std::fill_n(key.data(), 32, static_cast<unsigned char>(7));
  StudyConfig config;
  config.folder = folder.path();
  {
    Registry registry(folder.path() / "registry.sqlite", key);
    CHECK(registry.retired().empty());
    REQUIRE(registry.number("participant", "number p1") == 1);
    registry.retire("participant", 1);
    registry.retire("participant", 1);
  }
  Registry registry(folder.path() / "registry.sqlite", key);
  CHECK(registry.retired() == std::vector<std::pair<std::string, std::uint32_t>>{{"participant", 1}});
  CHECK(registry.number("participant", "number p1") == 1);  // the same person, for ever
  CHECK(registry.number("participant", "number p2") == 2);  // and nobody else
  const std::set<std::string> none, released{"ID01"};
  CHECK_THROWS_AS(require_records(registry, small_register(), config, none), Error);
  const Register honoured = honour_withdrawals(small_register(), {record_of(small_register().people[0])});
  CHECK_NOTHROW(require_records(registry, honoured, config, none));
  // Whose record had to go is asked for no more, and must not come back.
  Register without = small_register();
  without.people.erase(without.people.begin());
  CHECK_NOTHROW(require_records(registry, without, config, released));
  CHECK_THROWS_AS(require_records(registry, without, config, none), Error);
  CHECK_THROWS_AS(require_records(registry, small_register(), config, released), Error);
}
