#include "resolve/entities.hpp"

#include <catch2/catch.hpp>

#include "small_cast.hpp"

using Lines = std::vector<std::string>;

using namespace moniker::resolve;

namespace {

/// "fg1 Kate's = ID01" for each case.
void check_meanings(const moniker::resolve::Assignment& assignment, const Lines& cases) {
  for (const std::string& line : cases) {
    const auto blank = line.find(' '), equals = line.rfind(" = ");
    const std::string file = line.substr(0, blank);
    std::string label = "PERSON", surface = line.substr(blank + 1, equals - blank - 1);
    for (const std::string other : {"LOCATION", "ORG", "PHONE"}) {
      if (surface.starts_with(other + ':')) label = other, surface.erase(0, other.size() + 1);
    }
    CAPTURE(line);
    CHECK(SmallCast::shown(SmallCast::meant(assignment, file, surface, label)) == line.substr(equals + 3));
  }
}

const Lines two_kates{"P01 Katherine Shaw; s=fg1:Kate S.",
                      "P02 Will Pickersgill; s=fg1:Will",
                      "P03 Kate Lofthouse; s=fg2:Kate Lofthouse",
                      "P04 Siobhán Kelly-Marsh; s=fg2:Siobhán",
                      "P05 Robert Hale; a=Bobby; a=Robert Ames",
                      "R1 Zoë Whitfield; r=Interviewer; s=fg1:Moderator; s=fg2:Zoë Whitfield"};

}  // namespace

TEST_CASE("the register comes first, in every form of a name") {
  const SmallCast study(two_kates);
  const auto assignment =
      study.assign({"fg1 | Kate S., Will, Moderator | Kate's, Katherine Shaw, Kath, Mrs Shaw, KS, K. Shaw, "
                    "Pickersgil, William Pickersgill, Zoë, "
                    "Bobby, Robert Ames, Bob Hale, Miss Katharine Shaw, Shaws, Shivon Kelly March, Dr Hale",
                    "fg2 | Kate Lofthouse, Siobhán, Zoë Whitfield | Kate, Kate Shaw, Mrs Kelly-Marsh, "
                    "Siobhan Kelly Marsh, Mrs Marsh, Shivon, Lofthouse's, "
                    "Shaw, Katherine Shaw"});
  check_meanings(assignment,
                 {"fg1 Kate's = ID01", "fg1 KATE = ID01", "fg1 Katherine Shaw = ID01", "fg1 Kath = ID01",
                  "fg1 Mrs Shaw = ID01", "fg1 KS = ID01", "fg1 K. Shaw = ID01", "fg1 Pickersgil = ID02",
                  "fg1 William Pickersgill = ID02", "fg1 Zoe = INT1", "fg1 Bobby = ID05", "fg1 Robert Ames = ID05",
                  "fg1 Bob Hale = ID05", "fg1 Miss Katharine Shaw = ID01", "fg1 the Shaws' = ID01", "fg1 Shaws = ID01",
                  "fg1 Shivon Kelly March = ID04", "fg1 Dr Hale = ID05"});
  check_meanings(assignment, {"fg2 Kate = ID03", "fg2 Kate Shaw = ID01", "fg2 Mrs Kelly-Marsh = ID04",
                              "fg2 Siobhan Kelly Marsh = ID04", "fg2 Mrs Marsh = ID04", "fg2 Shivon = ID04",
                              "fg2 Lofthouse = ID03", "fg2 Shaw = ID01"});
}

TEST_CASE("a speaker and every mention of them are one entity") {
  const SmallCast study(two_kates);
  const auto assignment = study.assign({"fg1 | Kate S., Moderator, P1, Declan Shaw, Will: | Declan",
                                        "fg2 | Zoë Whitfield, Siobhán, Unknown speaker | Zoë"});
  const auto speaker = [&](const char* file, const char* label) {
    return SmallCast::shown(assignment.speaker(file, label));
  };
  CHECK(speaker("fg1", "Kate S.") == "ID01");
  CHECK(speaker("fg1", "Will:") == "ID02");
  CHECK(speaker("fg1", "Moderator") == "INT1");
  CHECK(speaker("fg2", "Zoë Whitfield") == "INT1");
  CHECK(speaker("fg1", "P1") == "-");
  CHECK(speaker("fg2", "Unknown speaker") == "-");
  CHECK(speaker("fg1", "Declan Shaw") == "PERSON_1");
  check_meanings(assignment, {"fg1 Declan = PERSON_1", "fg2 Zoë = INT1", "fg1 Zoë = INT1"});
}

TEST_CASE("a session without a label takes the only one who does not ask") {
  const SmallCast study({"P01 Ann Lee; s=a.txt:", "P02 Ben Moss; s=b.txt:", "P03 Cy Orr; s=c.txt:"});
  const auto assignment = study.assign({"a.txt | Interviewer, Respondent |", "b.txt | R1, R2 |", "c.txt | C |"});
  CHECK(SmallCast::shown(assignment.speaker("a.txt", "Respondent")) == "ID01");
  CHECK(assignment.speaker("a.txt", "Interviewer") == nullptr);
  CHECK(assignment.speaker("b.txt", "R1") == nullptr);
  CHECK(SmallCast::shown(assignment.speaker("c.txt", "C")) == "ID03");
}

TEST_CASE("people of the talk are put together where nothing contradicts") {
  const SmallCast study({"P01 Ann Lee"});
  const auto [mentions, cases] = GENERATE(table<Lines, Lines>({
      // Short forms, titles, surnames and given names of one person.
      {{"a | | Katherine Shaw, Kate Shaw, Mrs Shaw, Katherine, Kate, Shaw's"},
       {"a Katherine Shaw = PERSON_1", "a Kate Shaw = PERSON_1", "a Mrs Shaw = PERSON_1", "a Katherine = PERSON_1",
        "a Kate = PERSON_1", "a Shaw = PERSON_1"}},
      // Jo is Joanne's and Joseph's short form: three people, and nobody guesses.
      {{"a | | Jo Shaw, Joanne Shaw, Joseph Shaw"},
       {"a Jo Shaw = PERSON_1", "a Joanne Shaw = PERSON_2", "a Joseph Shaw = PERSON_3"}},
      // Husband and wife.
      {{"a | | Mrs Shaw, Mr Shaw, Shaw"},
       {"a Mrs Shaw = PERSON_1", "a Mr Shaw = PERSON_2", "a Shaw = PERSON_3", "a Ms Shaw's = PERSON_1"}},
      {{"a | | Mr Shaw, Shaw"}, {"a Mr Shaw = PERSON_1", "a Shaw = PERSON_1", "a Mrs Shaw = PERSON_1"}},
      // Dot and Dorothy belong together where they meet, and only there.
      {{"a | | Dot, Dorothy"}, {"a Dot = PERSON_1", "a Dorothy = PERSON_1"}},
      {{"a | | Dot", "b | | Dorothy"}, {"a Dot = PERSON_1", "b Dorothy = PERSON_2"}},
      // Two Sarahs, told apart by who is named in full; a third transcript cannot know.
      {{"a | | Sarah Green, Sarah", "b | | Sarah Jones, Sarah", "c | | Sarah"},
       {"a Sarah = PERSON_1", "b Sarah = PERSON_2", "c Sarah = PERSON_3"}},
      // Both in one transcript: nobody guesses.
      {{"a | | Sarah Green x3, Sarah Jones, Sarah"}, {"a Sarah = PERSON_3"}},
      {{"a | | Sarah Green, Sarah Jones, Sarah"}, {"a Sarah = PERSON_3"}},
      // An aunt is called by her given name, a doctor by the surname.
      {{"a | | Hope James, Auntie Hope, Dr James, James Hope"}, {"a Auntie Hope = PERSON_1", "a Mr James = PERSON_1"}},
      {{"a | | Shaw, Katherine Shaw"}, {"a Shaw = PERSON_1", "a Katherine Shaw = PERSON_1"}},
  }));
  check_meanings(study.assign(mentions), cases);
}

TEST_CASE("a participant's given name in somebody else's interview") {
  const Lines people{"P01 Sarah Green; s=a:Sarah", "P02 Mark Ellison; s=a:Mark"};
  SECTION("is theirs while nobody else bears it") {
    const auto assignment = SmallCast(people).assign({"a | Sarah, Mark |", "b | P1 | Sarah"});
    check_meanings(assignment, {"b Sarah = ID01", "a Sarah = ID01"});
  }
  SECTION("is nobody's as soon as somebody does") {
    const auto assignment =
        SmallCast(people).assign({"a | Sarah, Mark |", "b | P1 | Sarah, Marc, Mark", "c | | Sarah Jones, Sarah"});
    check_meanings(assignment, {"b Sarah = PERSON_1", "c Sarah = PERSON_3", "b Mark = ID02", "b Marc = PERSON_2"});
  }
  SECTION("is theirs for certain where they speak") {
    const auto assignment = SmallCast(people).assign({"a | Sarah, Mark | Sarah, Marc", "c | | Sarah Jones"});
    check_meanings(assignment, {"a Sarah = ID01", "a Marc = ID02"});
  }
}

TEST_CASE("what is known of gender parts people") {
  const SmallCast study({"P01 Katherine Shaw; g=female; s=a:K"});
  const auto assignment = study.assign({"a | K | Mrs Shaw, Mr Shaw, Shaw, Uncle Pat"});
  check_meanings(assignment, {"a Mrs Shaw = ID01", "a Mr Shaw = PERSON_1", "a Shaw = ID01"});
  CHECK(SmallCast::meant(assignment, "a", "Mr Shaw", "PERSON")->gender == "m");
  CHECK(SmallCast::meant(assignment, "a", "Katherine Shaw", "PERSON") == nullptr);
  CHECK(SmallCast::meant(assignment, "a", "Shaw", "PERSON")->gender == "f");
  CHECK(SmallCast::meant(assignment, "a", "Uncle Pat", "PERSON")->gender == "m");
}

TEST_CASE("places, organisations and codes are their normal forms") {
  const SmallCast study({});
  const auto assignment =
      study.assign({"a | | ORG:the LGI, LOCATION:Leeds, PHONE:07700 900123, ORG:St James's",
                    "b | | ORG:Leeds General Infirmary, LOCATION:LEEDS, PHONE:+44 7700 900 123, PHONE:oh "
                    "double-seven oh oh nine double oh one two three, ORG:LEA, "
                    "ORG:Local Education Authority, ORG:Leeds East Academy"});
  check_meanings(assignment,
                 {"a ORG:the LGI = ORG_1", "b ORG:LGI's = ORG_1", "b ORG:The Leeds General Infirmary = ORG_1",
                  "b LOCATION:leeds = LOCATION_1", "b PHONE:07700-900-123 = PHONE_1",
                  "b PHONE:oh double-seven oh oh nine double oh one two three = PHONE_1", "b ORG:St James = ORG_2",
                  "b ORG:LEA = ORG_3", "b ORG:Local Education Authority = ORG_4", "b ORG:Hogwarts = -"});
  CHECK(SmallCast::meant(assignment, "a", "LGI", "ORG")->form == "leeds general infirmary");
}

TEST_CASE("transcripts are numbered by name") {
  const SmallCast study({});
  CHECK(study.assign({"b.txt | |", "a.txt | |"}).transcripts ==
        std::map<std::string, std::string>{{"a.txt", "T01"}, {"b.txt", "T02"}});
}
