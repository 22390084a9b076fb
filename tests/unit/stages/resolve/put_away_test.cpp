// Somebody from outside the register whom a transcript named that is gone is known again, where they would have been
// while it was there, and nobody else is taken for them.
#include <catch2/catch.hpp>

#include "unit/stages/resolve/small_cast.hpp"

namespace {

std::string called(const SmallCast& study, const std::vector<std::string>& transcripts, const std::string& file,
                   const std::string& said) {
  return SmallCast::shown(SmallCast::meant(study.assign(transcripts), file, said));
}

const std::vector<std::string> two_people{"P01 Ann Lee; s=a.txt:Ann; s=b.txt:Ann", "P02 Will Moss; s=c.txt:Will"};

}  // namespace

TEST_CASE("a name alone goes on meaning the same in its circle, and nobody beyond") {
  const bool leaving = GENERATE(true, false);
  const SmallCast study(two_people);
  const std::string before =
      called(study, {std::string(leaving ? "-" : "") + "a.txt | Ann | Ann>Sarah"}, "a.txt", "Ann>Sarah");
  const std::string after = called(study, {"/k | ID01 |", "b.txt | Ann | Ann>Sarah"}, "b.txt", "Ann>Sarah");
  CHECK((before == after) == leaving);
  CHECK(called(study, {"/k | ID01 |", "c.txt | Will | Will>Sarah"}, "c.txt", "Will>Sarah") != before);
}

TEST_CASE("a title and a surname go on meaning whom they meant anywhere, unless they meant several") {
  const SmallCast study(two_people);
  const std::string kate = called(study, {"-a.txt | Ann | Ann>Kate Shaw, Ann>Mrs Shaw"}, "a.txt", "Ann>Mrs Shaw");
  CHECK(called(study, {"/k | ID01 |", "c.txt | Will | Will>Mrs Shaw"}, "c.txt", "Will>Mrs Shaw") == kate);

  const SmallCast two(two_people);
  const std::vector<std::string> both{"-a.txt | Ann | Ann>Kate Shaw, Ann>Mrs Shaw",
                                      "-c.txt | Will | Will>Emma Shaw, Will>Mrs Shaw"};
  const std::string first = called(two, {both[0]}, "a.txt", "Ann>Mrs Shaw");
  const std::string second = called(two, both, "c.txt", "Will>Mrs Shaw");
  CHECK(first != second);
  const std::string third = called(two, {"d.txt | Bo | Bo>Mrs Shaw"}, "d.txt", "Bo>Mrs Shaw");
  CHECK(third != first);
  CHECK(third != second);
}

TEST_CASE("who speaks in what was put away speaks there still, and who is in the register no more does not") {
  const SmallCast study(two_people);
  const auto assignment = study.assign({"/k | ID02, ID07 |"});
  REQUIRE(assignment.speaker("/k", "ID02") != nullptr);
  CHECK(assignment.speaker("/k", "ID02")->participant == "ID02");
  CHECK(assignment.speaker("/k", "ID07") == nullptr);
  CHECK(assignment.entities.size() == 2);
}
