// Who is who, counted by hand.
#include "eval/identity_score.hpp"

#include <catch2/catch.hpp>

#include "eval/identity_page.hpp"

using namespace moniker::eval;

namespace {

/// A mention of `entity` that is called `called`, which is the ID of `participant` where that is told.
Answer mention(const std::string& entity, const std::string& called, const std::string& participant = "") {
  return {.study = "s",
          .file = "a.txt",
          .words = "Liz",
          .entity = entity,
          .registered = entity.starts_with("R"),
          .found = true,
          .as_person = true,
          .called = called,
          .participant = participant};
}

IdentityFigures figures_of(std::vector<Answer> answers, std::uint64_t questions = 0) {
  IdentityScorer scorer;
  scorer.add({std::move(answers), questions});
  return scorer.figures();
}

}  // namespace

TEST_CASE("an ID that is somebody else's is counted, whoever was meant") {
  const IdentityFigures f = figures_of({mention("R1", "ID01", "R1"), mention("R1", "ID02", "R2"),
                                        mention("R2", "PERSON_1"), mention("x-nurse", "ID01", "R1")});
  CHECK(f.wrong == 2);
  CHECK(f.participants_right == 1);
  CHECK(f.participants_wrong == 1);
  CHECK(f.participants_without == 1);
}

TEST_CASE("pairs and B-cubed of people who are merged and split") {
  // Two people, three mentions each: one of the second is called as the first are.
  const IdentityFigures f =
      figures_of({mention("x-a", "PERSON_1"), mention("x-a", "PERSON_1"), mention("x-a", "PERSON_1"),
                  mention("x-b", "PERSON_1"), mention("x-b", "PERSON_2"), mention("x-b", "PERSON_2")});
  CHECK(f.pairs_right == 4);   // 3 of a, 1 of b
  CHECK(f.pairs_called == 7);  // 6 of PERSON_1, 1 of PERSON_2
  CHECK(f.pairs_meant == 6);
  CHECK(f.b_precision().value() == Approx((3 * 0.75 + 0.25 + 2 * 1.0) / 6));
  CHECK(f.b_recall().value() == Approx((3 * 1.0 + 1.0 / 3 + 2 * 2.0 / 3) / 6));
  CHECK(f.shared == 1);
  CHECK(f.split == 1);
  CHECK(f.called == 2);
  CHECK(f.people == 2);
}

TEST_CASE("without a number everybody is called like nobody else") {
  const IdentityFigures f = figures_of({mention("x-a", ""), mention("x-a", ""), mention("x-b", "")});
  CHECK(f.pairs_called == 0);
  CHECK(f.pairs_meant == 1);
  CHECK(f.b_precision().value() == 1.0);
}

TEST_CASE("where only a question is right an ID is too much, even a true one, and nothing of it is in pairs") {
  Answer true_one = mention("R1", "ID01", "R1"), asked = mention("R1", "PERSON_4");
  true_one.ask = asked.ask = asked.asked = true;
  const IdentityFigures f = figures_of({true_one, asked, mention("x-a", "PERSON_1")}, 1);
  CHECK(f.to_ask == 2);
  CHECK(f.to_ask_named == 1);
  CHECK(f.wrong == 0);
  CHECK(f.scored == 1);
  CHECK(f.asked == 1);
  CHECK(f.asked_share().value() == Approx(1.0 / 3));
  CHECK(f.participants_right == 0);
}

TEST_CASE("what was not found is in no pair, a label is always found") {
  Answer missed = mention("R1", "");
  missed.found = missed.as_person = false;
  Answer label = mention("R1", "ID01", "R1");
  label.label = true;
  const IdentityFigures f = figures_of({missed, label});
  CHECK(f.mentions == 1);
  CHECK(f.found == 0);
  CHECK(f.labels == 1);
  CHECK(f.scored == 1);
  CHECK(f.participants_missed == 1);
  CHECK(f.participants_right == 1);
}

TEST_CASE("words that are no name must not be taken for a person") {
  Answer kept = mention("nobody", "");
  kept.found = kept.as_person = false;
  const IdentityFigures f = figures_of({kept, mention("nobody", "ID03", "R3")});
  CHECK(f.nobody == 2);
  CHECK(f.nobody_named == 1);
  CHECK(f.wrong == 1);
  CHECK(f.mentions == 0);
}

TEST_CASE("entities of one study are nobody in another") {
  IdentityScorer scorer;
  scorer.add({{mention("x-a", "PERSON_1")}, 0});
  scorer.add({{mention("x-a", "PERSON_2")}, 0});
  CHECK(scorer.figures().pairs_meant == 0);
  CHECK(scorer.figures().people == 2);
  CHECK(scorer.figures().studies == 2);
}

TEST_CASE("the page of what went wrong names kind, place and whom") {
  const std::string page = identity_errors({mention("R1", "ID02", "R2"), mention("x-a", "ID02", "R2")});
  CHECK(page.find("wrong ID: a.txt turn 0 `Liz`: R1 is called ID02 (R2)\n") != std::string::npos);
  CHECK(page.find("shared: s: ID02\n") != std::string::npos);
}
