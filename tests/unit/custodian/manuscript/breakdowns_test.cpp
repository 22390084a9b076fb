// How papers state a sample and break it down, way by way; whole papers are in tests/manuscripts.
#include <catch2/catch.hpp>

#include "manuscript/examined_paper.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

const PaperWords& language_of_sums() {
  static const PaperWords words = PaperWords::load(MONIKER_SOURCE_DIR "/rules", "en-GB");
  return words;
}

ExaminedPaper summed(std::string_view text) {
  return examine_paper(read_text_paper(text, {language_of_sums().numbers}, false), language_of_sums(), {});
}

std::vector<std::string> findings_of(std::string_view text) {
  std::vector<std::string> out;
  for (const PaperFinding& finding : summed(text).findings)
    out.push_back(std::string(name_of(finding.fault)) + ": " + finding.says);
  return out;
}

/// "adds up: 12 + 9", one for each breakdown.
std::vector<std::string> sums_of(std::string_view text) {
  constexpr const char* verdicts[] = {"adds up", "open", "wrong"};
  std::vector<std::string> out;
  for (const Breakdown& one : summed(text).breakdowns) {
    std::string shown = std::string(verdicts[static_cast<std::size_t>(one.verdict)]) + ":";
    for (const BreakdownPart& part : one.parts) shown += " " + std::to_string(static_cast<int>(part.value));
    out.push_back(shown);
  }
  return out;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a wrong sum is found however its whole is said") {
  const std::pair<const char*, Told> cases[] = {
      {"Of these 18 bakers, nine worked at night, six by day and four on Sundays.",
       {"wrong-sum: 9 + 6 + 4 is 19, and not 18"}},
      {"We talked to fifteen foresters, who were interviewed. Eight of them were employed, five were self-employed and "
       "three were both owners and sons of owners of the land.",
       {}},  // "both": twice counted
      {"Fifteen foresters were interviewed. Eight of them were employed, five were self-employed and three were "
       "retired.",
       {"wrong-sum: 8 + 5 + 3 is 16, and not 15"}},
      {"Twenty-one were invited, and 17 (nine women, eight men) took part. Six rowed, seven swam and five cycled.",
       {"wrong-sum: 6 + 7 + 5 is 18, and not 17"}},
      {"A total of 33 people (21 women, 12 men) were interviewed. Of the 21 women, 13 were mothers and nine were not.",
       {"wrong-sum: 13 + 9 is 22, and not 21"}},
      {"Eighteen bakers were interviewed. Half of them (9) owned their shop; six rented it, and four were employed.",
       {"wrong-sum: 9 + 6 + 4 is 19, and not 18"}},
      {"Twenty voters were interviewed. Eight had moved within five years (40%), seven within ten years (35%) and five "
       "earlier "
       "(20%).",
       {"wrong-sum: 5 is 25 % of the sample, and 20 % is said"}},
  };
  for (const auto& [text, wanted] : cases) CHECK(findings_of(text) == wanted);
}

TEST_CASE("a breakdown that adds up, in words that count no people") {
  const std::pair<const char*, Told> cases[] = {
      {"Of the 24, nine had read it, eight had not and seven could not say. We interviewed 24 people.",
       {"adds up: 9 8 7"}},
      {"Twelve tutors were interviewed. Five taught physics, four chemistry and three languages.", {"adds up: 5 4 3"}},
      {"Sixteen clerks were interviewed. Seven were at Grade 3, five at Grade 4 and four at Grade 6.",
       {"adds up: 7 5 4"}},
      {"We interviewed fourteen people, in Aldwick (six participants), Brenton (five) and Carrow (three).",
       {"adds up: 6 5 3"}},
      {"We carried out 22 interviews with 17 people. Interviews were held at home (n = 13) and at work (n = 9).",
       {"adds up: 13 9"}},
      {"Twenty weavers took part. Twelve came back the next year; of these 12, seven were women and five were men; "
       "three "
       "had moved.",
       {"adds up: 7 5"}},
      {"Nineteen people were interviewed. Ten were retired, five were in paid work and two were students; the "
       "remaining "
       "two did not say.",
       {"adds up: 10 5 2 2"}},
  };
  for (const auto& [text, wanted] : cases) {
    const Told got = sums_of(text);
    CHECK(std::includes(got.begin(), got.end(), wanted.begin(), wanted.end()));
  }
}

TEST_CASE("what is left out stays open, whatever else the paragraph counted") {
  CHECK(sums_of(
            "Thirteen cooks were interviewed. Six worked in the first kitchen and four in the second; the others went "
            "to and fro between the two.") == Told{"open: 6 4"});
  CHECK(findings_of("Of the 20 people, six named cost, nine named time and seven named fear. We interviewed 20 people.")
            .empty());
}

TEST_CASE("a table set with blanks is read by its columns and its rows, and tells who is the only one") {
  const char* table =
      "We interviewed 13 volunteers.\n\n"
      "Table 1  Volunteers by post and gender\n\n"
      "Post        Men   Women   Total\n"
      "Driver        4       3       7\n"
      "Cook          1       5       6\n"
      "Total         5       8      13\n\n"
      "\"I cook because nobody else will do it\" (P3, male, cook).\n";
  CHECK(findings_of(table) == Told{"unique: P3 is the only one of the sample who is \"Cook\" among \"Men\""});
  CHECK(
      findings_of(
          "We interviewed 13 volunteers.\n\nPost       n\nDriver     7\nCook       5\nClerk      2\nTotal     13\n") ==
      Told{"wrong-sum: 7 + 5 + 2 is 14, and not 13"});
  CHECK(findings_of("We interviewed two people.\n\nThe first line of a verse  and more\nthe second one  and no table\n"
                    "the third one  neither\n")
            .empty());
}

TEST_CASE("parts of a breakdown exclude each other, those that the language knows and those that it does not") {
  CHECK(
      findings_of("Nine nurses were interviewed. Four of the nurses were based in the community, three in the dispatch "
                  "room and two in the stores.\n\n"
                  "\"I hear the phone before it rings at all\" (N1, community).\n\n"
                  "\"I count the boxes in and out of here\" (N2, stores).\n\n"
                  "\"I never see the people whom I send\" (N3, dispatch room).\n\n"
                  "\"It was the same again the next night\" (N1, dispatch room).\n")
          .size() == 1);
}
