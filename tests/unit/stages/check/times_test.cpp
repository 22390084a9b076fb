#include "talk.hpp"

namespace moniker {

using namespace moniker::check;
namespace {

using Issues = std::vector<Issue>;
using enum IssueCode;

struct CaptionCase {
  const char* what;
  std::vector<std::pair<double, double>> captions;  // seconds; one a line
  Issues issues;
};

TEST_CASE("times of captions") {
  const CaptionCase c = GENERATE(values<CaptionCase>({
      {"one after the other", {{0, 300}, {300, 600}}, {}},
      {"a hair's breadth", {{0, 300.1}, {300, 600}}, {}},
      {"overlap", {{0, 310}, {300, 600}, {590, 700}}, {{cue_overlap, {2, 1}, 2}}},
      {"steps back", {{100, 400}, {50, 90}, {401, 402}}, {{time_goes_back, {2, 1}, 1}}},
      {"a gap", {{0, 300}, {421, 500}, {700, 800}}, {{time_gap, {2, 1}, 2}}},
      {"exactly as long as is allowed", {{0, 300}, {420, 500}}, {}},
      {"a long caption covers what follows", {{0, 600}, {1, 2}, {590, 601}}, {{cue_overlap, {2, 1}, 1}}},
      {"no silence after a turn without end", {{0, 0}, {500, 500}}, {}},
      {"an end before its beginning", {{0, 300}, {310, 305}}, {{cue_malformed, {2, 1}, 1}}},
      {"too short", {{0, 299.9}}, {{duration_short, {}, 1}}},
      {"long enough", {{0, 300}}, {}},
      {"too long", {{0, 7200.1}}, {{duration_long, {}, 1}}},
      {"just not too long", {{0, 7200}}, {}},
  }));
  INFO(c.what);
  CheckRules rules;
  rules.shortest = std::chrono::minutes(5);
  rules.longest = std::chrono::minutes(120);
  std::vector<Utterance> talk;
  for (const auto& [begin, end] : c.captions)
    talk.push_back(caption(static_cast<std::uint32_t>(talk.size() + 1), begin, end));
  CHECK(checked(talk, {}, rules).issues == c.issues);
}

TEST_CASE("captions within one turn are looked at one by one") {
  Utterance joined = caption(1, 0, 10);
  joined.cues.push_back({4, {std::chrono::seconds(5), std::chrono::seconds(12)}, {7, 1}});
  joined.time = TimeSpan{std::chrono::seconds(0), std::chrono::seconds(12)};
  const Checked seen = checked({joined});
  CHECK(seen.issues == Issues{{cue_overlap, {7, 1}, 1}});
  CHECK(seen.facts.duration == std::chrono::seconds(12));
}

TEST_CASE("turns without a time are told where others have one") {
  CHECK(checked({caption(1, 0, 10), turn(2, "A"), turn(3, "B")}).issues == Issues{{time_sparse, {2, 1}, 2}});
  CHECK(checked({turn(1, "A"), turn(2, "B")}).issues.empty());
}

TEST_CASE("turns with times and without captions count as well") {
  Utterance one = turn(1, "A"), two = turn(2, "B");
  one.time = TimeSpan{std::chrono::seconds(60), std::chrono::seconds(60)};
  two.time = TimeSpan{std::chrono::seconds(30), std::chrono::seconds(30)};
  const Checked seen = checked({one, two});
  CHECK(seen.issues == Issues{{time_goes_back, {2, 1}, 1}});
  CHECK(seen.facts.duration == std::chrono::seconds(60));
}

TEST_CASE("a transcript without times is not judged by them") {
  CheckRules rules;
  rules.shortest = std::chrono::minutes(5);
  CHECK(checked({turn(1, "A")}, {}, rules).issues.empty());
}

}  // namespace
}  // namespace moniker
