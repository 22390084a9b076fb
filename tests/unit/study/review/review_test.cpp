// The views of a review over a small study: pieces make up the talk, the queue holds what the run's report counts, and
// an answer is an answer for whoever may see it.
#include "review/review.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/fold.hpp"
#include "review/elsewhere.hpp"
#include "review/queue.hpp"
#include "steps/steps.hpp"
#include "unit/study/steps/small_study.hpp"

using namespace moniker;
using namespace moniker::study;
using moniker::test::SmallStudy;

namespace {

Review review_of(const SmallStudy& small, const std::string& reviewer = "Ann") {
  return {small.root(), {.run = small.options(), .reviewer = reviewer}};
}

std::string words_of(const TalkTurn& turn, bool after) {
  std::string text;
  for (const Piece& piece : turn.pieces) text += after && piece.by ? *piece.by : piece.was;
  return text;
}

}  // namespace

TEST_CASE("a study is reviewed after a run and not before") {
  const SmallStudy small;
  CHECK(test::refused([&] { ReviewedStudy(small.root(), small.options()); }));
}

TEST_CASE("a turn's pieces are its words before and after, and the report's counts are those of the survey") {
  const SmallStudy small;
  const StudyReport report = run_study(*small.open());
  const ReviewedStudy reviewed(small.root(), small.options());
  const Survey all = survey(reviewed);
  REQUIRE(reviewed.transcripts.size() == report.outcomes.size());
  for (std::size_t i = 0; i < reviewed.transcripts.size(); ++i) {
    CHECK(reviewed.transcripts[i].id == report.outcomes[i].transcript);
    CHECK(reviewed.transcripts[i].words == report.outcomes[i].words);
    CHECK(all.transcripts[i].doubtful == report.outcomes[i].doubtful);
    std::size_t compared = 0;
    rewrite_again(reviewed, reviewed.transcripts[i], [&](const RewrittenTurn& turn) {
      const TalkTurn talk = talk_turn(turn, reviewed.rules.set);
      CHECK(words_of(talk, false) == turn.delivered.text);
      CHECK(words_of(talk, true) == turn.rewritten.utterance.text);
      ++compared;
    });
    CHECK(compared == all.transcripts[i].turns);
  }
  std::uint64_t doubtful = 0;
  for (const QueueItem& item : queue_of(reviewed, all)) {
    if (item.kind == QueueItem::Kind::doubtful) doubtful += item.settles;
  }
  std::uint64_t counted = 0;
  for (const Outcome& outcome : report.outcomes) counted += outcome.doubtful;
  CHECK(doubtful == counted);
}

TEST_CASE("passages are drawn by the study's key: the same ones for everybody") {
  const SmallStudy small;
  run_study(*small.open());
  Review first = review_of(small), second = review_of(small, "Ben");
  const auto drawn = first.sample();
  CHECK(drawn["passages"].size() == 120);
  CHECK(drawn == second.sample());
  CHECK(drawn["bound"] == 1.0);
  for (int i = 0; i < 2; ++i) {
    const auto& passage = drawn["passages"][static_cast<std::size_t>(i)];
    first.decide(
        {.act = Act::looked, .transcript = passage["transcript"], .turn = passage["turn"].get<std::uint64_t>()});
  }
  CHECK(first.sample()["looked"] == 2);
  CHECK(first.sample()["bound"].get<double>() == Approx(0.7764).margin(0.0001));  // 1 - sqrt(0.05)
}

TEST_CASE("words are counted wherever else they stand, whole, and as a decision about them would find them") {
  const SmallStudy small;
  run_study(*small.open());
  const ReviewedStudy reviewed(small.root(), small.options());
  std::uint64_t there = 0;
  for (const ReviewedTranscript& transcript : reviewed.transcripts) {
    rewrite_again(reviewed, transcript, [&](const RewrittenTurn& turn) {
      for (const std::string& word : folded_words(turn.delivered.text)) there += word == "hospital" ? 1 : 0;
    });
  }
  REQUIRE(there > 0);
  const Elsewhere found = elsewhere(reviewed, "hospital");
  CHECK(found.open + found.masked == there);
  CHECK(elsewhere(reviewed, "ospital").open == 0);
  CHECK(elsewhere(reviewed, " , ").open == 0);
}

TEST_CASE("an answer settles its question, and a second, blind reviewer does not see it") {
  const SmallStudy small;
  run_study(*small.open());
  Review review = review_of(small);
  const auto items = review.queue()["items"];
  REQUIRE_FALSE(items.empty());
  const auto doubtful =
      std::find_if(items.begin(), items.end(), [](const auto& item) { return item["kind"] == "doubtful"; });
  REQUIRE(doubtful != items.end());
  const auto decided = [&] {
    const auto now = review.queue()["items"];
    for (const auto& item : now) {
      if (item["key"] == (*doubtful)["key"]) return item.value("decided", Review::Json());
    }
    return Review::Json("gone");
  };
  for (const auto& transcript : (*doubtful)["thing"]["transcripts"])
    review.decide({.act = Act::assigned, .transcript = transcript["name"], .target = "Ben", .blind = true});
  const std::string entity = (*doubtful)["entity"];
  review.decide({.act = Act::keep, .entity = entity});
  CHECK(decided()["answer"] == "keep");
  review.call_reviewer("Ben");
  CHECK(decided().is_null());
  const auto second = review.decide({.act = Act::replace, .label = "PERSON", .entity = entity});
  CHECK(second["blind"] == true);
  CHECK(decided()["answer"] == "replace PERSON");
  const auto team = review.team();
  CHECK(team["both"] == 1);
  CHECK(team["apart"].size() == 1);
  review.call_reviewer("Ann");
  CHECK(decided()["answer"] == "keep");
}

TEST_CASE("a transcript is unreviewed, in review, and signed off by somebody") {
  const SmallStudy small;
  run_study(*small.open());
  Review review = review_of(small);
  const auto state = [&] { return review.overview()["transcripts"][0]["state"].get<std::string>(); };
  const std::string id = review.overview()["transcripts"][0]["id"];
  CHECK(state() == "unreviewed");
  review.decide({.act = Act::looked, .transcript = id, .turn = 3});
  CHECK(state() == "in review");
  review.decide({.act = Act::signed_off, .transcript = id});
  CHECK(state() == "signed off");
  CHECK(review.overview()["transcripts"][0]["by"] == "Ann");
  review.decide({.act = Act::undo, .undoes = 2});
  CHECK(state() == "in review");
}

TEST_CASE("a decision waits until a run saw it, whatever the clock says") {
  const SmallStudy small;
  run_study(*small.open());
  Review review = review_of(small);
  CHECK(review.waiting() == 0);
  review.decide({.act = Act::keep, .words = "Zimmerframe"});
  CHECK(review.waiting() == 1);
  review.apply();  // within the second in which it was decided
  CHECK(review.waiting() == 0);
  review.decide({.act = Act::undo, .undoes = 1});
  CHECK(review.waiting() == 1);
}
