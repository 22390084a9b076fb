#include "report/name_notes.hpp"

#include <catch2/catch.hpp>

#include "support/english.hpp"

namespace moniker::study {
namespace {

TEST_CASE("who has no name and whose alias is a word of any talk is told by line") {
  Register people;
  people.people = {{.name = "Kate Quorndike", .aliases = {"Katie", "Miss", "H\xC3\xA0", "I"}, .line = 2},
                   {.name = "Marta", .aliases = {"the"}, .line = 3},
                   {.number = "R3", .line = 4},
                   {.name = "Bert", .aliases = {"Bertie", "Yes"}, .line = 5},
                   {.name = "", .line = 0}};
  const auto notes = name_notes(people, test::english());
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].ends_with(": line 4"));
  CHECK(notes[1].ends_with(": lines 3, 5"));
  CHECK(name_notes({}, test::english()).empty());
}

}  // namespace
}  // namespace moniker::study
