// The law of docs/identity.md over small studies, a section a paragraph of it.
#include <catch2/catch.hpp>

#include "resolve/entities.hpp"
#include "small_cast.hpp"

using Lines = std::vector<std::string>;

using namespace moniker::resolve;

namespace {

/// "fg1 Will>Kate = ID01" for each case.
void check_who_is_meant(const Assignment& assignment, const Lines& cases) {
  for (const std::string& line : cases) {
    const auto blank = line.find(' '), equals = line.rfind(" = ");
    CAPTURE(line);
    const std::string said = line.substr(blank + 1, equals - blank - 1);
    CHECK(SmallCast::shown(SmallCast::meant(assignment, line.substr(0, blank), said)) == line.substr(equals + 3));
  }
}

std::string speaker(const Assignment& assignment, const char* file, const char* label) {
  return SmallCast::shown(assignment.speaker(file, label));
}

/// "a turn 3: ID01 ID02", "b speaks: ID01".
Lines questions(const Assignment& assignment) {
  Lines list;
  for (const Question& question : assignment.questions) {
    std::string line = question.file + (question.label ? " speaks:" : " turn " + std::to_string(question.turn) + ":");
    for (const std::uint32_t person : question.could_be) line += ' ' + SmallCast::shown(&assignment.entities[person]);
    list.push_back(line);
  }
  return list;
}

const Lines four{"ID01 Katherine Cole; s=a:C", "ID02 Kate Marsden; s=b:M", "ID03 Robert Hale; s=c:H",
                 "ID04 Bob Tranter; s=d:T"};

}  // namespace

TEST_CASE("the register is law") {
  const auto assignment = SmallCast({"P1 Rosamund Tichborne; a=Ros", "P2 Rosalind Carr; a=Rosie"})
                              .assign({"a | Ros, Rosie | Ros>Ros Clark, Ros Clark, Ros, Rosie",
                                       "b | Rosalind, Ros Clark | Rosamund, Tichborne Rosamund, Mrs Tich-borne"});
  CHECK(speaker(assignment, "a", "Ros") == "ID01");
  CHECK(speaker(assignment, "a", "Rosie") == "ID02");
  CHECK(speaker(assignment, "b", "Rosalind") == "ID02");
  CHECK(speaker(assignment, "b", "Ros Clark") == "PERSON_1");
  check_who_is_meant(assignment, {"a Ros Clark = PERSON_1", "a Ros = ID01", "a Rosie = ID02", "b Rosamund = ID01",
                                  "b Tichborne Rosamund = ID01", "b Mrs Tich-borne = ID01"});
  CHECK(questions(assignment).empty());
}

TEST_CASE("a row's own spelling beats another's short form, wherever it falls") {
  const auto assignment = SmallCast(four).assign(
      {"a | C | C>Kate", "b | M |", "c | H |", "d | T | T>Robert", "e | Interviewer | Kate, Bob"});
  check_who_is_meant(assignment, {"a C>Kate = ID02", "d T>Robert = ID03", "e Kate = ID02", "e Bob = ID04"});
}

TEST_CASE("who speaks is not who is spoken of") {
  const auto assignment =
      SmallCast({"P1 Sarah Moss; s=a:Sarah"})
          .assign(
              {"a | Sarah, Interviewer | Interviewer>Sarah@called, Sarah>Sarah Jones, Sarah>Sarah, Sarah>Sarah@self, "
               "Sarah>Sarah Moss"});
  check_who_is_meant(assignment,
                     {"a Interviewer>Sarah@called = ID01", "a Sarah>Sarah@self = ID01", "a Sarah>Sarah Moss = ID01",
                      "a Sarah>Sarah = PERSON_1", "a Sarah>Sarah Jones = PERSON_1"});
}

TEST_CASE("where two could be meant it asks, and gives nobody's ID") {
  const auto assignment = SmallCast({"P1 Sarah Moss", "P2 Sarah Green"})
                              .assign({"a | Interviewer | Declan, Interviewer>Sarah", "b | Sarah | ", "c | | Sara"});
  CHECK(questions(assignment) == Lines{"a turn 2: ID01 ID02", "b speaks: ID01 ID02", "c turn 1: ID01 ID02"});
  CHECK(SmallCast::shown(SmallCast::meant(assignment, "a", "Sarah")).starts_with("PERSON"));
  CHECK(speaker(assignment, "b", "Sarah").starts_with("PERSON"));
}

TEST_CASE("a sound and a slip mean nobody of the other sex, and no other name") {
  const auto assignment = SmallCast({"P1 Tyrone Booth; s=a:T", "P2 Maria Lund; s=b:M"})
                              .assign({"a | T | Terri-Ann", "b | M, I | I>Marie", "c | I | I>Marie, I>Mariah, Tyrnoe"});
  check_who_is_meant(assignment,
                     {"a Terri-Ann = PERSON_1", "b I>Marie = ID02", "c I>Marie = PERSON_2", "c Tyrnoe = ID01"});
}

TEST_CASE("what people tell of themselves is theirs where they speak") {
  const auto assignment =
      SmallCast({"P1 Margaret Lloyd-Jones; a=Peggy"})
          .assign(
              {"a | Peggy, I | Peggy>Pritchard@self, Peggy>Margaret Pritchard@own, I>Miss Pritchard, Mrs Lloyd Jones",
               "b | Declan, I | Miss Pritchard"});
  check_who_is_meant(assignment,
                     {"a Peggy>Pritchard@self = ID01", "a Peggy>Margaret Pritchard@own = ID01",
                      "a I>Miss Pritchard = ID01", "a Mrs Lloyd Jones = ID01", "b Miss Pritchard = PERSON_2"});
  CHECK(speaker(assignment, "a", "Peggy") == "ID01");
}

TEST_CASE("people outside the register are joined by what ties them, and by nothing less") {
  SECTION("a given name alone ends with the circle") {
    const auto assignment = SmallCast({"P1 Ann Lee; s=a:A; s=b:A", "P2 Ben Moss; s=c:B"})
                                .assign({"a | A | Priya", "b | A | Priya", "c | B | Priya"});
    check_who_is_meant(assignment, {"a Priya = PERSON_1", "b Priya = PERSON_1", "c Priya = PERSON_2"});
  }
  SECTION("unless the study says that it does not") {
    NumberingOptions options;
    options.lone_names_mean_one = true;
    const auto assignment =
        SmallCast({"P2 Ben Moss; s=c:B"}, options).assign({"a | A | Priya", "b | A | Priya", "c | B | Priya"});
    const auto meant = [&](const char* file) { return SmallCast::shown(SmallCast::meant(assignment, file, "Priya")); };
    CHECK(meant("a") == meant("b"));
    CHECK(meant("a") == meant("c"));
  }
  SECTION("title and surname hold in the study, against a gender nothing does") {
    const auto assignment = SmallCast({}).assign(
        {"a | | Dr Patel, Patel", "b | | Dr Patel", "c | | Mrs Shaw, Declan Shaw", "d | | Dr Anil Patel, Mr Patel"});
    check_who_is_meant(assignment, {"a Dr Patel = PERSON_1", "a Patel = PERSON_1", "b Dr Patel = PERSON_1",
                                    "d Dr Anil Patel = PERSON_1"});
    CHECK(SmallCast::shown(SmallCast::meant(assignment, "c", "Mrs Shaw")) !=
          SmallCast::shown(SmallCast::meant(assignment, "c", "Declan Shaw")));
  }
}

TEST_CASE("initials and other orders of a name are its bearer") {
  const auto assignment = SmallCast({"P1 Cheung Siu Ming; s=a:M", "P2 Zsofia Nagy; s=b:N", "P3 Karim al-Sayed; s=c:K"})
                              .assign({"a | M | Siu Ming Cheung, Cheung Siu-Ming, Siu-Ming",
                                       "b | N | Nagy Zsofia, Z.N.", "c | K | Karim Al Sayed, Mr Alsayed"});
  check_who_is_meant(
      assignment, {"a Siu Ming Cheung = ID01", "a Cheung Siu-Ming = ID01", "a Siu-Ming = ID01", "b Nagy Zsofia = ID02",
                   "b Z.N. = ID02", "c Karim Al Sayed = ID03", "c Mr Alsayed = ID03"});
}

TEST_CASE("a full name has one label") {
  const auto assignment = SmallCast({}).assign({"a | | Ottoline Threlkeld, LOCATION:Ottoline Threlkeld x2",
                                                "b | | LOCATION:Ottoline Threlkeld, LOCATION:Oak Green"});
  for (const char* file : {"a", "b"}) {
    CHECK(SmallCast::shown(SmallCast::meant(assignment, file, "Ottoline Threlkeld", "LOCATION")) == "PERSON_1");
    CHECK(SmallCast::shown(SmallCast::meant(assignment, file, "Ottoline Threlkeld")) == "PERSON_1");
  }
  CHECK(SmallCast::shown(SmallCast::meant(assignment, "b", "Oak Green", "LOCATION")) == "LOCATION_1");
}
