#include "intrude/intrude_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "intrude/gather.hpp"

using namespace moniker;
using namespace moniker::custodian;
using intruder::Attack;
using intruder::Risk;

namespace {

IntrudePage page() {
  IntrudePage page{.study = "my study"};
  page.intrusion.found = {
      {.attack = Attack::listed_name,
       .risk = Risk::medium,
       .says = "a name",
       .why = "it is one",
       .where = {{.transcript = "T03", .turn = 12}},
       .words = "Siobhan O'Dea",
       .label = "PERSON"},
      {.attack = Attack::order, .risk = Risk::low, .says = "in order", .why = "so", .advice = "see STUDY"}};
  return page;
}

}  // namespace

TEST_CASE("a remedy is the very command, and holds no words that were not asked for") {
  IntrudePage shown = page();
  CHECK(remedy_of(shown, shown.intrusion.found[0]) ==
        "moniker decide 'my study' replace WORDS --label PERSON --in T03 --turn 12");
  CHECK(as_text(shown, no_style).find("Siobhan") == std::string::npos);
  CHECK(as_json(shown).dump().find("Siobhan") == std::string::npos);
  CHECK(as_html(shown).find("Siobhan") == std::string::npos);
  shown.shows_text = true;
  CHECK(remedy_of(shown, shown.intrusion.found[0]) ==
        "moniker decide 'my study' replace 'Siobhan O'\\''Dea' --label PERSON --in T03 --turn 12");
  CHECK(as_text(shown, no_style).find("Siobhan") != std::string::npos);
  CHECK(remedy_of(shown, shown.intrusion.found[1]) == "see my study");
  shown.intrusion.found[0].where.push_back({.transcript = "T04", .turn = 2});
  CHECK(remedy_of(shown, shown.intrusion.found[0]).ends_with("--label PERSON"));
  CHECK(places_of(shown.intrusion.found[0]) == "T03 turn 12; T04 turn 2");
}

TEST_CASE("what counts is what is above the level, and the rest is told where it is asked for") {
  IntrudePage some = page();
  CHECK(some.counted() == 1);
  CHECK(some.told().size() == 1);
  some.shows_all = true;
  CHECK(some.told().size() == 2);
  some.above = std::nullopt;
  CHECK(some.counted() == 2);
  some.above = Risk::medium;
  CHECK(some.counted() == 0);
}

TEST_CASE("the sample's bound is told for what a person found, or for what they may find") {
  IntrudePage drawn = page();
  drawn.intrusion.drawn.resize(120);
  CHECK(bounds_of(drawn).size() == 4);
  CHECK(bounds_of(drawn)[0] == "0 of 120 give somebody away: at most 2.5 % of all such passages do, at 95 %");
  drawn.leaks = 2;
  REQUIRE(bounds_of(drawn).size() == 1);
  CHECK(bounds_of(drawn)[0].starts_with("2 of 120"));
  CHECK(as_json(drawn)["sample"]["bound"].get<double>() == Approx(0.0516).margin(0.0005));
}

TEST_CASE("the linkage table is read by its columns, and rows of transcripts are nobody") {
  const auto originals = originals_of(
      "pseudonym,label,subtype,form,study_number,name,role,transcript,file,aliases,surrogate,reasons\r\n"
      "ID01,PERSON,,katherine shaw,R001,Katherine Shaw,Carer,,,Kate; Kath,Nina Ellwood,\r\n"
      ",,,,,,,T01,a.txt,,,\r\n",
      "linkage.csv");
  REQUIRE(originals.size() == 1);
  CHECK(originals[0].name == "Katherine Shaw");
  CHECK(originals[0].number == "R001");
  CHECK(originals[0].aliases == std::vector<std::string>{"Kate", "Kath"});
  CHECK(originals[0].surrogate == "Nina Ellwood");
}

TEST_CASE("marks are bytes of what an intruder reads, and participants are those who speak") {
  ExportedStudy study{.columns = {"role"}};
  ExportedTurn turn;
  turn.turn.speaker = "ID01";
  turn.turn.text = "é [ID02]";
  turn.marks = {{2, 8, "PERSON", "", "ID02"}};
  study.transcripts = {{.name = "T01", .turns = {turn}}};
  study.people = {{"ID01", {"Carer"}}, {"ID02", {"Nurse"}}, {"INT1", {"Interviewer"}}};
  const auto seen = seen_outputs(study);
  CHECK(seen.transcripts.at(0).turns.at(0).marks.at(0).bytes == ByteRange{3, 9});
  REQUIRE(seen.people.size() == 1);
  CHECK(seen.people[0].id == "ID01");
}

TEST_CASE("what a file holds beside the talk is read: text between tags, and names of authors and titles") {
  const auto parts =
      parts_of("out/T01.html.age", "T01",
               "<p title=\"Katherine\" class=\"Georgia\">Good <b>mor</b>ning</p><w:comment w:author=\"Ann\"/>");
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].text == "\nGood morning\n\n\nKatherine\nAnn");
  CHECK(parts_of("reports/run.md", "", "a < b").at(0).text == "a < b");
}
