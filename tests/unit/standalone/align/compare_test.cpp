// Faults are planted in a talk that is known word by word, and must be found: all of them, where they are, and nothing
// else.
#include <catch2/catch.hpp>
#include <cmath>

#include "align/verdict.hpp"
#include "dialogue.hpp"

using namespace moniker::align;
using namespace moniker::read;

namespace aligning {
namespace {

constexpr std::int64_t minute = 60'000;

std::vector<std::string> codes(const TalkComparison& seen) {
  std::vector<std::string> found;
  for (const Concern& concern : judge(seen, {}, [](std::size_t s) { return "S" + std::to_string(s); }))
    found.emplace_back(concern.code);
  return found;
}

ErrorCounts only_missing(const Talk& talk, std::uint64_t missing) {
  return {.same = words_in(talk) - missing, .missing = missing};
}

using Codes = std::vector<std::string>;

TEST_CASE("a talk agrees with itself") {
  const Talk talk = dialogue(1, 30, 3);
  const bool timed = GENERATE(true, false);
  const auto seen = compared(timed ? vtt(talk) : txt(talk), vtt(talk));
  CHECK(seen.all == only_missing(talk, 0));
  CHECK(seen.passages.empty());
  CHECK(seen.exchanges.empty());
  CHECK(seen.start.missing + seen.start.added + seen.end.missing + seen.end.added == 0);
  CHECK(seen.five_minutes.size() == 7);  // the last turn may run a little over
  CHECK((seen.drift.points > 0) == timed);
  CHECK(seen.exact);
  CHECK(codes(seen).empty());
  for (std::size_t s = 0; s < 3; ++s) CHECK(seen.speakers[s].other_side == s);
}

TEST_CASE("a beginning or an end that is missing is counted to the word") {
  const auto seed = GENERATE(range(0U, 8U));
  const Talk talk = dialogue(seed, 20);
  const Talk late = without(talk, 0, minute), early = without(talk, 18 * minute, 100 * minute);
  INFO(seed);
  const auto no_start = compared(vtt(late), vtt(talk));
  CHECK(no_start.all == only_missing(talk, words_in(talk) - words_in(late)));
  CHECK(no_start.start.missing == words_in(talk) - words_in(late));
  CHECK(no_start.start.where.to < minute + 1'000);
  CHECK(codes(no_start) == Codes{"against.start_missing"});
  const auto no_end = compared(txt(early), vtt(talk));
  CHECK(no_end.all == only_missing(talk, words_in(talk) - words_in(early)));
  CHECK(no_end.end.missing == words_in(talk) - words_in(early));
  CHECK(codes(no_end).back() == "against.end_missing");
}

TEST_CASE("ten minutes that are missing, half an hour too") {
  const auto [seed, from, length] = GENERATE(
      table<unsigned, std::int64_t, std::int64_t>({{1, 12, 10}, {2, 40, 10}, {3, 15, 30}, {4, 61, 30}, {5, 30, 60}}));
  const Talk talk = dialogue(seed, 120), gap = without(talk, from * minute, (from + length) * minute);
  INFO(seed);
  const auto seen = compared(txt(gap), vtt(talk));
  const std::uint64_t missing = words_in(talk) - words_in(gap);
  CHECK(seen.exact);
  CHECK(seen.all == only_missing(talk, missing));
  REQUIRE(seen.passages.size() == 1);
  CHECK(seen.passages[0].errors.missing == missing);
  CHECK(std::abs(seen.passages[0].where.from - from * minute) < 4'000);
  CHECK(std::abs(seen.passages[0].where.to - (from + length) * minute) < 4'000);
}

TEST_CASE("ten minutes that nobody said") {
  const Talk talk = dialogue(5, 60), gap = without(talk, 20 * minute, 30 * minute);
  const auto seen = compared(vtt(talk), vtt(gap));
  CHECK(seen.all == ErrorCounts{.same = words_in(gap), .added = words_in(talk) - words_in(gap)});
  REQUIRE(seen.passages.size() == 1);
  CHECK(seen.passages[0].errors.added == words_in(talk) - words_in(gap));
}

TEST_CASE("speakers exchanged for some minutes") {
  const auto seed = GENERATE(range(0U, 8U));
  const Talk talk = dialogue(seed, 40, 2 + seed % 3);
  std::uint64_t words = 0;
  std::int64_t first = -1;
  const Talk wrong = changed(talk, [&](Caption& c) {
    if (c.begin < 10 * minute || c.begin >= 14 * minute || c.speaker > 1) return;
    c.speaker = 1 - c.speaker;
    words += c.words.size();
    if (first < 0) first = c.begin;
  });
  INFO(seed);
  const auto seen = compared(txt(wrong), vtt(talk));
  CHECK(seen.all == only_missing(talk, 0));
  std::uint64_t found = 0;
  for (const Exchange& exchange : seen.exchanges) {
    found += exchange.words;
    const std::string& written = seen.speakers[exchange.speaker].label;
    CHECK((written == "Anna" || written == "Ben"));
    CHECK(seen.speakers[exchange.should_be].label == (written == "Anna" ? "Ben" : "Anna"));
    CHECK(exchange.where.to < 14 * minute + 4'000);
  }
  REQUIRE(!seen.exchanges.empty());
  CHECK(found <= words);
  CHECK(found > words / 2);  // a turn of few words between two of somebody else's is no stretch
  if (seed % 3 == 0) {       // only these two speak: one stretch, each with the other's words
    CHECK(seen.exchanges[0].where.from == first);
    CHECK(seen.exchanges.size() == 1);
    CHECK(seen.exchanges[0].both_ways);
    CHECK(found == words);
  }
  CHECK(codes(seen) == Codes(seen.exchanges.size(), "against.exchanged"));
}

TEST_CASE("labels given to the wrong people throughout") {
  const Talk talk = dialogue(3, 20);
  const auto seen = compared(vtt(talk, {"Ben", "Anna"}), vtt(talk));
  CHECK(seen.exchanges.empty());
  CHECK(codes(seen) == Codes{"against.labels_crossed", "against.labels_crossed"});
  CHECK(codes(compared(vtt(talk, {"S1", "S2"}), vtt(talk))).empty());
}

TEST_CASE("times that are late, or run away, or jump") {
  struct Row {
    double stretched;
    std::int64_t shifted, jump_at, jump_by;
    Codes told;
  };
  const auto row = GENERATE(values<Row>({
      {1.0, 30'000, 0, 0, {"against.offset"}},
      {1.005, 0, 0, 0, {"against.drift"}},
      {1.04, 0, 0, 0, {"against.drift"}},  // films played at 25 frames a second
      {0.995, 30'000, 0, 0, {"against.offset", "against.drift"}},
      {1.0, 0, 20, 12'000, {"against.jump"}},
      {1.0, 0, 40, -8'000, {"against.jump"}},
      {1.005, 20'000, 30, 15'000, {"against.offset", "against.drift", "against.jump"}},
      {1.0001, 500, 0, 0, {}},
  }));
  const Talk talk = dialogue(11, 60);
  const auto moved = [&](std::int64_t ms) {
    const std::int64_t jump = row.jump_by != 0 && ms >= row.jump_at * minute ? row.jump_by : 0;
    return std::llround(static_cast<double>(ms) * row.stretched) + row.shifted + jump;
  };
  const Talk late = changed(talk, [&](Caption& c) {
    c.end = moved(c.end);
    c.begin = moved(c.begin);
  });
  INFO(row.stretched << " " << row.shifted << " " << row.jump_by);
  const auto seen = compared(vtt(late), vtt(talk));
  CHECK(seen.drift.offset_seconds == Approx(static_cast<double>(row.shifted) / 1000).margin(0.1));
  CHECK(seen.drift.seconds_per_hour == Approx((row.stretched - 1) * 3600).margin(0.2));
  CHECK(seen.drift.scatter_seconds < 0.1);
  CHECK(seen.drift.jumps.size() == (row.jump_by != 0));
  for (const Jump& jump : seen.drift.jumps) {
    CHECK(static_cast<double>(jump.by) == Approx(static_cast<double>(row.jump_by)).margin(400));
    CHECK(std::abs(jump.at - row.jump_at * minute) < 15'000);
  }
  CHECK(codes(seen) == row.told);
}

/// A word of the transcript in about `every` is changed, left out or doubled by one that nobody else says; never two
/// side by side, so that there is one best alignment.
struct Planted {
  Talk talk{};
  std::map<std::size_t, ErrorCounts> by_speaker{};
  std::map<std::int64_t, ErrorCounts> by_minutes{};
  ErrorCounts all{};
};

Planted plant(const Talk& said, unsigned seed, std::size_t every) {
  Dice dice(seed);
  Planted planted{.talk = said};
  std::size_t since = 0, made = 0;
  const auto count = [&](const Caption& c, std::size_t at, Step step) {
    const std::int64_t time = c.begin + (c.end - c.begin) / 8 * static_cast<std::int64_t>(at);
    for (ErrorCounts* counts : {&planted.all, &planted.by_speaker[c.speaker], &planted.by_minutes[time / (5 * minute)]})
      counts->add(step);
  };
  for (std::size_t i = 0; i < said.size(); ++i) {
    auto& words = planted.talk[i].words;
    words.clear();
    for (std::size_t at = 0; at < said[i].words.size(); ++at) {
      const bool error = ++since > 3 && dice.one_in(every);
      const std::size_t what = error ? dice.below(3) : 3;
      if (error) since = 0;
      if (what == 0)
        words.push_back("xq" + word_of(made++));
      else if (what != 1)
        words.push_back(said[i].words[at]);
      count(said[i], at, what == 0 ? Step::changed : what == 1 ? Step::missing : Step::same);
      if (what != 2) continue;
      words.push_back("xq" + word_of(made++));
      count(said[i], at, Step::added);
    }
  }
  return planted;
}

TEST_CASE("every error is counted, by speaker and by five minutes") {
  const auto seed = GENERATE(range(0U, 6U));
  const Talk talk = dialogue(seed, 45, 3);
  const Planted planted = plant(talk, seed, 6 + 10 * seed);
  const auto seen = compared(txt(planted.talk), vtt(talk));
  INFO(seed);
  CHECK(seen.all == planted.all);
  for (const auto& [speaker, errors] : planted.by_speaker) {
    const auto named = std::find_if(seen.speakers.begin(), seen.speakers.end(),
                                    [&, s = speaker](const Speaker& x) { return x.label == names[s]; });
    REQUIRE(named != seen.speakers.end());
    CHECK(named->errors == errors);
  }
  CHECK(seen.five_minutes == planted.by_minutes);
}

TEST_CASE("a small window finds what a large one finds") {
  const Talk talk = dialogue(21, 120, 3);
  const Planted planted = plant(without(talk, 50 * minute, 53 * minute), 4, 8);
  const std::string transcript = txt(planted.talk), captions = vtt(talk);
  const auto whole = compared(transcript, captions);
  const auto window = GENERATE(std::size_t{1'500}, std::size_t{4'000}, std::size_t{10'000});
  INFO(window);
  const auto seen = compared(transcript, captions, {.words = {.language = moniker::test::english()}, .window = window});
  CHECK(seen.exact);
  CHECK(seen.all == whole.all);
  CHECK(seen.five_minutes == whole.five_minutes);
  for (std::size_t s = 0; s < 3; ++s) CHECK(seen.speakers[s].errors == whole.speakers[s].errors);
}

TEST_CASE("captions without speakers") {
  const Talk talk = dialogue(2, 20);
  const Planted planted = plant(talk, 9, 12);
  const auto seen = compared(txt(planted.talk), vtt(talk, {}));
  CHECK(seen.all == planted.all);
  CHECK(seen.exchanges.empty());
  for (const Speaker& speaker : seen.speakers) CHECK_FALSE(speaker.other_side);
}

TEST_CASE("captions of another meeting") {
  const auto other = [](const Talk& talk) {
    return changed(talk, [](Caption& c) {
      for (std::string& word : c.words) word = "x" + word;
    });
  };
  CHECK(codes(compared(vtt(other(dialogue(1, 20))), vtt(dialogue(2, 20)))) == Codes{"against.other_talk"});
}

TEST_CASE("words of passages are kept for those who may see them alone") {
  const Talk talk = dialogue(8, 10), gap = without(talk, 3 * minute, 4 * minute);
  CHECK(compared(txt(gap), vtt(talk)).passages.at(0).said.empty());
  const auto shown =
      compared(txt(gap), vtt(talk), {.words = {.language = moniker::test::english()}, .keep_words = true});
  CHECK(shown.passages.at(0).said.size() == 60);
  CHECK(shown.passages.at(0).written.empty());
}

}  // namespace
}  // namespace aligning
