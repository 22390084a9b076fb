// Same person, same pseudonym, tonight and next year, whatever is delivered in which order.
#include <catch2/catch.hpp>
#include <optional>
#include <random>

#include "moniker/error.hpp"
#include "resolve/assignment_lines.hpp"
#include "resolve/assignment_slice.hpp"
#include "small_cast.hpp"

using Lines = std::vector<std::string>;

using namespace moniker::resolve;

namespace {

std::string meaning(const moniker::resolve::Assignment& assignment, const char* file, const char* surface) {
  return SmallCast::shown(SmallCast::meant(assignment, file, surface, "PERSON"));
}

}  // namespace

TEST_CASE("the order of delivery within a run does not matter") {
  const Lines people{"P01 Katherine Shaw; s=a:Kate", "P02 Will Pickersgill", "R1 Zoë Whitfield; r=Interviewer"};
  Lines transcripts{"a | Kate, I | Will, Will Pickersgil, Dot, Dorothy, Sarah Green, Sarah, LOCATION:Leeds",
                    "b | P1, I | Kate, Mrs Shaw, Sarah Jones, Sarah, Priya, Priya Nair, ORG:LGI",
                    "c | Sarah Jones | Kath, Priya, Sarah, ORG:Leeds General Infirmary, LOCATION:York",
                    "d | | Jo Ames, Joanne Ames, Joseph Ames, Jo, LOCATION:Leeds, Dr Okafor, Sister Okafor"};
  const auto first = SmallCast(people).assign(transcripts);
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(transcripts.begin(), transcripts.end(), random);
    CHECK(SmallCast(people).assign(transcripts) == first);
  }
}

TEST_CASE("a run again changes nothing") {
  const SmallCast study({"P01 Katherine Shaw; s=a:Kate", "P02 Sarah Moss"});
  const Lines transcripts{"a | Kate | Sarah Green, Sarah, Declan", "b | Declan | Sarah, Kate, Sarah Jones"};
  const auto first = study.assign(transcripts);
  CHECK(study.assign(transcripts) == first);
}

TEST_CASE("earlier numbers stay when new transcripts sort before old ones") {
  const SmallCast study({"P01 Katherine Shaw; s=m:Kate"});
  const auto before = study.assign({"m | Kate | Declan, Sarah Green, Sarah, LOCATION:Leeds", "n | | Priya"});
  CHECK(before.transcripts.at("m") == "T01");
  const auto after = study.assign({"a | | Tunde, Sarah Jones, Sarah, LOCATION:York, Declan",
                                   "m | Kate | Declan, Sarah Green, Sarah, LOCATION:Leeds", "n | | Priya"});
  CHECK(after.transcripts == std::map<std::string, std::string>{{"a", "T03"}, {"m", "T01"}, {"n", "T02"}});
  for (const char* name : {"Declan", "Sarah Green", "Sarah"}) {
    CAPTURE(name);
    CHECK(meaning(after, "m", name) == meaning(before, "m", name));
    CHECK(SmallCast::meant(after, "m", name, "PERSON")->number <= 3);
  }
  CHECK(meaning(after, "a", "Tunde") == "PERSON_4");
  CHECK(meaning(after, "a", "Sarah Jones") == "PERSON_5");
  CHECK(meaning(after, "a", "Sarah") == "PERSON_5");
  CHECK(meaning(after, "a", "Declan") == "PERSON_6");  // a given name alone means somebody in its own transcript
  CHECK(SmallCast::meant(after, "m", "Leeds", "LOCATION")->number == 1);
  CHECK(SmallCast::meant(after, "a", "York", "LOCATION")->number == 2);
}

TEST_CASE("what a form meant it means, though the study has learned since") {
  const SmallCast study({"P01 Sarah Green; s=a:Sarah"});
  CHECK(meaning(study.assign({"a | Sarah | ", "b | | Sarah"}), "b", "Sarah") == "ID01");
  const auto later = study.assign({"a | Sarah | ", "b | | Sarah", "c | | Sarah Jones, Sarah"});
  CHECK(meaning(later, "b", "Sarah") == "ID01");
  CHECK(meaning(later, "c", "Sarah") == "PERSON_1");
  CHECK(meaning(study.assign({"a | Sarah | ", "b | | Sarah", "c | | Sarah Jones, Sarah", "d | | Sarah"}), "d",
                "Sarah") == "PERSON_2");
}

TEST_CASE("a bare name grows into a full one and keeps its number") {
  const SmallCast study({});
  CHECK(meaning(study.assign({"b | | Declan, Priya"}), "b", "Priya") == "PERSON_2");
  const auto later = study.assign({"a | | Tunde", "b | | Declan, Priya, Priya Nair"});
  CHECK(meaning(later, "b", "Priya Nair") == "PERSON_2");
  CHECK(SmallCast::meant(later, "b", "Priya", "PERSON")->form == "priya nair");
}

TEST_CASE("the register corrects what the talk made of somebody") {
  SmallCast study({"P01 Katherine Shaw; s=a:Kate"});
  CHECK(meaning(study.assign({"a | Kate | Tunde", "b | Tunde | Tunde Adeyemi"}), "b", "Tunde") == "PERSON_2");
  SmallCast richer({"P01 Katherine Shaw; s=a:Kate", "P02 Tunde Adeyemi; s=b:Tunde"});
  study.people() = richer.people();
  const auto corrected = study.assign({"a | Kate | Tunde", "b | Tunde | Tunde Adeyemi"});
  CHECK(SmallCast::shown(corrected.speaker("b", "Tunde")) == "ID02");
  CHECK(meaning(corrected, "b", "Tunde Adeyemi") == "ID02");
  CHECK(study.assign({"a | Kate | Tunde", "b | Tunde | Tunde Adeyemi"}) == corrected);
}

TEST_CASE("who left the register keeps the ID") {
  SmallCast study({"P01 Katherine Shaw; s=a:Kate", "P02 Will Moss; s=a:Will"});
  study.assign({"a | Kate, Will | Kate Shaw, Will Moss"});
  study.people().people.erase(study.people().people.begin());
  const auto later = study.assign({"a | Kate, Will | Kate Shaw, Will Moss"});
  CHECK(meaning(later, "a", "Kate Shaw") == "ID01");
  CHECK(meaning(later, "a", "Will Moss") == "ID02");
  SmallCast fuller({"P03 Ann Lee"});
  study.people().people.push_back(fuller.people().people[0]);
  CHECK(study.assign({"a | Kate | "}).people.size() == 2);
  CHECK(meaning(study.assign({"a | Kate | Ann Lee"}), "a", "Ann Lee") == "ID03");
}

TEST_CASE("IDs follow the register, or an order that the key draws") {
  Lines people;
  for (int i = 1; i <= 30; ++i)
    people.push_back("P" + std::to_string(i) + " Person Number" + std::string(static_cast<std::size_t>(i), 'x'));
  const auto ids = [](const moniker::resolve::Assignment& assignment, const Lines& lines) {
    Lines shown;
    for (std::size_t i = 1; i <= lines.size(); ++i) {
      shown.push_back(assignment.entities[assignment.people.at("number p" + std::to_string(i))].participant);
    }
    return shown;
  };
  const auto in_order = ids(SmallCast(people).assign({}), people);
  CHECK(in_order[0] == "ID01");
  CHECK(in_order[29] == "ID30");
  moniker::resolve::NumberingOptions shuffled;
  shuffled.shuffled = true;
  shuffled.participant_prefix = "S";
  const SmallCast study(people, shuffled);
  auto drawn = ids(study.assign({}), people);
  CHECK(drawn != in_order);
  CHECK(ids(study.assign({}), people) == drawn);
  std::sort(drawn.begin(), drawn.end());
  CHECK(drawn.front() == "S01");
  CHECK(drawn.back() == "S30");
}

TEST_CASE("people are known by their number, or by their name") {
  SmallCast study({"P01 Ann Lee", "- Ben Moss", "- Ben Moss", "- Cy Orr"});
  const auto first = study.assign({});
  CHECK(first.people.size() == 4);
  auto& people = study.people().people;
  people[0].name = "Ann Lee-Moss";  // married; the number stays
  std::rotate(people.begin(), people.begin() + 3, people.end());
  const auto second = study.assign({});
  CHECK(second.entities[second.people.at("number p01")].participant == "ID01");
  CHECK(second.entities[second.people.at("name cy orr")].participant == "ID04");
}

TEST_CASE("an assignment survives being written down") {
  const SmallCast study({"P01 Katherine Shaw; s=a:Kate; g=f", "P02 Sarah Moss"});
  auto assignment = study.assign(
      {"a | Kate | Sarah Green, Sarah, LOCATION:Leeds, ORG:\"Quotes\" & Sons", "b | | Sarah Jones, Sarah"});
  assignment.entities.front().withdrawn = true;
  REQUIRE_FALSE(assignment.local_forms.empty());
  Lines lines;
  moniker::resolve::assignment_lines(assignment, [&](std::string_view line) { lines.emplace_back(line); });
  const auto read = [](const Lines& given) {
    moniker::resolve::AssignmentReader reader;
    for (const std::string& line : given) reader.take(line);
    return reader.ended() ? std::optional(reader.finish()) : std::nullopt;
  };
  CHECK(read(lines) == assignment);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK(lines[i].find('\n') == std::string::npos);
    Lines fewer = lines, torn = lines;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (i + 1 == lines.size()) {
      CHECK_FALSE(read(fewer).has_value());
    } else {
      CHECK_THROWS_AS(read(fewer), moniker::Error);
    }
    torn[i].resize(torn[i].size() / 2);
    CHECK_THROWS_AS(read(torn), moniker::Error);
  }
  Lines pointing = lines;
  std::string& form = pointing[pointing.size() - 2];
  form.insert(form.size() - 1, "99");
  CHECK_THROWS_AS(read(pointing), moniker::Error);
}

TEST_CASE("who tells of no grounds passes over them, and misses none of the lines") {
  const SmallCast study({"P01 Katherine Shaw; s=a:Kate", "P02 Sarah Moss"});
  auto assignment = study.assign({"a | Kate | Sarah Green, Sarah, LOCATION:Leeds", "b | | Sarah Jones, Sarah"});
  REQUIRE_FALSE(assignment.grounds.empty());
  Lines lines;
  moniker::resolve::assignment_lines(assignment, [&](std::string_view line) { lines.emplace_back(line); });
  const auto read = [](const Lines& given) {
    moniker::resolve::AssignmentReader reader(moniker::resolve::AssignmentReader::Grounds::passed_over);
    for (const std::string& line : given) reader.take(line);
    REQUIRE(reader.ended());
    return reader.finish();
  };
  const auto is_ground = [](const std::string& line) { return line.starts_with("[\"ground\""); };
  Lines fewer = lines;
  fewer.erase(std::find_if(fewer.begin(), fewer.end(), is_ground));
  CHECK_THROWS_AS(read(fewer), moniker::Error);
  assignment.grounds.clear();
  CHECK(read(lines) == assignment);
}

TEST_CASE("a slice changes with what can touch the transcript, and with nothing else") {
  const Lines people{"P01 Katherine Shaw; s=a:Kate"};
  moniker::resolve::SaidWords vocabulary{"kate",   "shaw's", "met",   "sarah", "in", "leeds",       "07700",
                                         "900123", "oh",     "seven", "k",     "s",  "#07700900123"};
  moniker::resolve::in_order_once(vocabulary);
  const auto slice = [&](const SmallCast& study, const Lines& transcripts) {
    const auto assignment = study.assign(transcripts);
    return moniker::resolve::AssignmentSlices(assignment, moniker::test::shipped_labels()).of("a", vocabulary);
  };
  const std::string a = "a | Kate | Kate, Sarah, LOCATION:Leeds, PHONE:07700 900123";
  const SmallCast study(people);
  const auto before = slice(study, {a});
  CHECK(slice(study, {a}) == before);
  CHECK(slice(study, {a, "b | | Tunde, LOCATION:York, PHONE:01904 111222, Priya Nair"}) == before);
  CHECK(slice(study, {a, "b | | Shaw"}) != before);  // "shaw's" stands in the text
  CHECK(slice(study, {a, "b | | PHONE:0551"}) == before);
  CHECK(slice(study, {a, "b | | PHONE:07700"}) != before);
  CHECK(slice(SmallCast(people), {a, "b | | PHONE:oh seven seven seven"}) == before);  // not a number of this one
  CHECK(slice(study, {"a | Kate | Kate, Sarah, LOCATION:Leeds"}) != before);           // its own number
  CHECK(slice(SmallCast(people), {a, "b | | ORG:KS"}) != before);
  CHECK(slice(SmallCast({"P01 Katherine Shaw", "P02 Kate Moss; s=a:Kate"}), {a}) != before);
  const auto of_lgi = [&](const Lines& transcripts) {
    const auto assignment = SmallCast(people).assign(transcripts);
    return moniker::resolve::AssignmentSlices(assignment, moniker::test::shipped_labels()).of("a", {"lgi"});
  };
  CHECK(of_lgi({"a | | ORG:LGI", "b | | ORG:York Hospital"}) == of_lgi({"a | | ORG:LGI"}));
  CHECK(of_lgi({"a | | ORG:LGI", "b | | ORG:Leeds General Infirmary"}) != of_lgi({"a | | ORG:LGI"}));
  auto withdrawn = study.assign({a});
  withdrawn.entities.at(withdrawn.people.at("number p01")).withdrawn = true;
  CHECK(moniker::resolve::AssignmentSlices(withdrawn, moniker::test::shipped_labels()).of("a", vocabulary) != before);
}
