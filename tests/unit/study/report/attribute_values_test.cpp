#include "report/attribute_values.hpp"

#include <catch2/catch.hpp>

#include "support/english.hpp"

namespace moniker::study {
namespace {

/// People of one column, from line 2 on.
Register with(const std::string& column, const std::vector<std::string>& values) {
  Register people;
  for (const std::string& value : values) {
    Participant person;
    person.line = static_cast<std::uint32_t>(people.people.size() + 2);
    person.attributes[column] = value;
    people.people.push_back(std::move(person));
  }
  return people;
}

AttributeValues read(ColumnUse use, const std::vector<std::string>& values, const std::string& means = "") {
  ColumnRule rule;
  rule.means = means;
  rule.name = "c";
  rule.use = use;
  return {with("c", values), {rule}, test::english().dates};
}

TEST_CASE("ages are numbers however they are written, and what is none is told") {
  const AttributeValues ages = read(ColumnUse::band, {"58", "58.0", "58 years", "58.5", "58 years old", "18 months",
                                                      "fifty-eight", "58+", "2026-03-12", "c. 58", "58 cats"});
  for (const char* same : {"58", "58.0", "58 years", "58.5", "58 years old"}) CHECK(ages.of("c", same) == "58");
  CHECK(ages.of("c", "2026-03-12") == "2026-03-12");
  CHECK(ages.of("c", "58+") == "58+");
  CHECK(ages.notes() == std::vector<std::string>{"`c` is no number and is given as `other`: lines 8, 9, 11, 12"});
}

TEST_CASE("a year of birth among ages is told") {
  const AttributeValues ages = read(ColumnUse::band, {"58", "1968", "104", "200"});
  CHECK(ages.of("c", "1968") == "1968");
  CHECK(ages.notes() ==
        std::vector<std::string>{"`c` is far above the last band: see that it is what the column holds: lines 3, 5"});
}

TEST_CASE("an age that nobody has is given as other, and told") {
  const AttributeValues ages =
      read(ColumnUse::band, {"58", "0", "150", "-3", "1968", "7 months", "0.0", "122", "0 years"}, "age");
  for (const char* nobodys : {"0", "150", "-3", "1968", "0.0"}) CHECK(ages.of("c", nobodys) == "other");
  CHECK(ages.of("c", "7 months") == "0");
  CHECK(ages.of("c", "122") == "122");
  CHECK(ages.notes() == std::vector<std::string>{"`c` is nobody's age and is given as `other`: lines 3, 4, 5, 6, 8"});
}

TEST_CASE("spellings of one value are one, and that is told") {
  const AttributeValues joined = read(ColumnUse::keep, {"male", "M", "Male", "F", "m", "male", "female"});
  for (const char* same : {"male", "M", "Male", "m"}) CHECK(joined.of("c", same) == "male");
  CHECK(joined.of("c", "F") == "female");
  CHECK(joined.notes() ==
        std::vector<std::string>{
            "`c` is another spelling of what others have there, and is given as theirs: lines 3, 4, 5, 6"});
}

TEST_CASE("what could be two is left as it is") {
  const AttributeValues apart =
      read(ColumnUse::replace, {"M", "male", "mixed", "A", "B", "C", "north", "south", "Man"});
  for (const char* value : {"M", "male", "A", "north"}) CHECK(apart.of("c", value) == value);
  CHECK(apart.notes().empty());
  const AttributeValues codes = read(ColumnUse::keep, {"A", "Aberaeron", "B", "C", "D", "E", "F", "G", "H"});
  CHECK(codes.of("c", "A") == "A");
  CHECK(AttributeValues().of("c", "M") == "M");
}

}  // namespace
}  // namespace moniker::study
