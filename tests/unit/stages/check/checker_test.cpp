#include <algorithm>
#include <random>

#include "moniker/stage.hpp"
#include "talk.hpp"

namespace moniker {

using namespace moniker::check;
namespace {

static_assert(Stage<Checker, Utterance, Utterance>);

TEST_CASE("the checker passes every utterance on, unchanged and in order") {
  std::vector<Utterance> talk{turn(1, "A", "one"), turn(2, "", "two [inaudible]"), caption(3, 1, 2)};
  talk[1].part = Part::header;
  for (std::size_t i = 0; i < talk.size(); ++i) talk[i].number = i;
  const auto passed = checked(talk).passed;
  REQUIRE(passed.size() == talk.size());
  for (std::size_t i = 0; i < talk.size(); ++i) {
    CHECK(passed[i].number == talk[i].number);
    CHECK(passed[i].speaker == talk[i].speaker);
    CHECK(passed[i].text == talk[i].text);
    CHECK(passed[i].cues == talk[i].cues);
    CHECK(passed[i].part == talk[i].part);
  }
}

TEST_CASE("facts of a transcript") {
  auto talk = std::vector<Utterance>{turn(1, "Moderator", "Hello, Zo\xC3\xAB!"), turn(2, "Kate", "hello hello"),
                                     turn(3, "Kate", "...")};
  talk.push_back(turn(4, "", "not talk at all"));
  talk.back().part = Part::comment;
  const TranscriptFacts facts = checked(talk, {}, {}, "x.vtt").facts;
  CHECK(facts.file == "x.vtt");
  CHECK(facts.format == "txt");
  CHECK(facts.utterances == 3);
  CHECK(facts.words == 4);
  CHECK(facts.speakers == std::map<std::string, std::uint64_t>{{"Moderator", 1}, {"Kate", 2}});
  CHECK(facts.duration.count() == 0);
}

TEST_CASE("facts count what was said about the transcript") {
  const TranscriptFacts facts = checked({turn(1, "", "[inaudible] and [unclear]")}).facts;
  CHECK(facts.counts[static_cast<std::size_t>(IssueCode::mark_inaudible)] == 2);
  CHECK(facts.counts[static_cast<std::size_t>(IssueCode::speaker_missing)] == 1);
  CHECK(facts.counts[static_cast<std::size_t>(IssueCode::file_empty)] == 0);
}

TEST_CASE("a file in which nobody says anything") {
  auto heading = turn(1, "", "Transcript of interview");
  heading.part = Part::matter;
  const auto talk = GENERATE_COPY(values<std::vector<Utterance>>({{}, {heading}, {turn(1, "Kate", " ... ")}}));
  const Checked empty = checked(talk);
  CHECK(empty.issues == std::vector<Issue>{{IssueCode::file_empty, {}, 1}});
  CHECK(empty.facts.content == Digest{});
  CHECK(empty.facts.sketch.empty());
}

TEST_CASE("the same talk has the same digest, however it is laid out") {
  const Digest digest =
      checked({turn(1, "A", "Hello there. It\xE2\x80\x99s Zo\xC3\xAB"), turn(2, "B", "Yes")}).facts.content;
  CHECK(
      checked({turn(9, "Kate", "hello THERE"), turn(10, "", "it's  zoe\n"), turn(11, "C", "-- yes!")}).facts.content ==
      digest);
  CHECK(checked({turn(1, "A", "hello there it's zoe yes no")}).facts.content != digest);
  CHECK(checked({turn(1, "A", "there hello it's zoe yes")}).facts.content != digest);
  CHECK(checked({turn(1, "A", "hello the re it's zoe yes")}).facts.content != digest);
}

// What a check says depends on the talk alone: run twice, the same; and no issue ever points outside the file.
TEST_CASE("checks are deterministic on any talk") {
  std::mt19937 random(11);
  const std::vector<std::string> labels{"",          "Kate",    "kate",    "Katy",      "P1",
                                        "Moderator", "Siobhan", "Siobham", "Zo\xC3\xAB"};
  const std::vector<std::string> words{"well", "[inaudible]", "XXX",          "(",    "[",  "@@", "##",
                                       "??",   "____",        "\xE2\x80\x99", "a\nb", "???"};
  Register people;
  people.people = {person(2, "Kate Shaw", {session("a.txt", "Kate")}),
                   person(3, "Zo\xC3\xAB Ng", {session("a.txt", "")})};
  for (int round = 0; round < 300; ++round) {
    std::vector<Utterance> talk;
    for (std::uint32_t line = 1; line < 1 + random() % 12; ++line) {
      std::string text;
      for (std::size_t n = random() % 8; n > 0; --n) text += words[random() % words.size()] + (random() % 2 ? " " : "");
      talk.push_back(turn(line, labels[random() % labels.size()], text));
      const auto at = std::chrono::milliseconds(random() % 500'000);
      if (random() % 2) talk.back().time = TimeSpan{at, std::chrono::milliseconds(random() % 500'000)};
    }
    const Checked one = checked(talk, people), two = checked(talk, people);
    REQUIRE(one.issues == two.issues);
    REQUIRE(one.facts.sketch == two.facts.sketch);
    for (const Issue& issue : one.issues) {
      REQUIRE(issue.at.line <= talk.size());
      REQUIRE(issue.count > 0);
    }
    // Each unknown label is told by its own line.
    const auto same = [&](const Issue& a) {
      if (a.code == IssueCode::speaker_unknown) return true;
      return std::count_if(one.issues.begin(), one.issues.end(), [&](const Issue& b) { return a.code == b.code; }) == 1;
    };
    REQUIRE(std::all_of(one.issues.begin(), one.issues.end(), same));
  }
}

}  // namespace
}  // namespace moniker
