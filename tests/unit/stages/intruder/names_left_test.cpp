// Names that are left, each planted in talk, and the same talk without it.
#include <catch2/catch.hpp>

#include "intruder/known_names.hpp"
#include "intruder/listed_names.hpp"
#include "unit/stages/intruder/seen_study.hpp"

using namespace moniker;
using namespace moniker::intruder;
using test::intruder_english;
using test::seen_talk;

namespace {

std::vector<Original> linkage() {
  return {
      {.pseudonym = "ID01", .label = "PERSON", .name = "Katherine Shaw", .aliases = {"Kate"}, .form = "katherine shaw"},
      {.pseudonym = "ID02", .label = "PERSON", .name = "Will Barker", .form = "will barker"},
      {.pseudonym = "PERSON_3", .label = "PERSON", .form = "tunde"},
      {.pseudonym = "LOCATION_4", .label = "LOCATION", .form = "bramhope"},
      {.pseudonym = "AGE_1", .label = "AGE", .form = "fifty-eight"}};
}

struct LeftCase {
  std::vector<std::string> leaking{}, clean{};
  Attack attack{};
  Risk risk{};
  std::string words{};
};

std::vector<Suspicion> names_in(const std::vector<std::string>& lines) {
  const SeenOutputs seen = seen_talk(lines);
  auto all = known_names(seen, linkage(), intruder_english());
  for (auto& one : near_names(seen, linkage(), intruder_english())) all.push_back(std::move(one));
  for (auto& one : broken_names(seen, linkage(), intruder_english())) all.push_back(std::move(one));
  for (auto& one : listed_names(seen, intruder_english())) all.push_back(std::move(one));
  in_order_of_risk(all);
  return all;
}

}  // namespace

TEST_CASE("a name that is left is found, and the talk without it gives no alarm") {
  const LeftCase cases[] = {
      {{"I asked Katherine about it."}, {"I asked [ID01] about it."}, Attack::known_name, Risk::high, "Katherine"},
      {{"It is K-A-T-E, you see."}, {"It is N-H-S, you see."}, Attack::known_name, Risk::high, "K-A-T-E"},
      {{"She said Shaw, Katherine."}, {"She said thank you."}, Attack::known_name, Risk::high, "Katherine"},
      {{"And then Will Barker came."}, {"And then I will bark."}, Attack::known_name, Risk::high, "Will Barker"},
      {{"My name is Kather-", "ine, if you please."},
       {"My name is [ID01]-", "that is all."},
       Attack::known_name,
       Risk::high,
       "Kather- ine"},
      {{"He told Tunde so."}, {"He told [PERSON_3] so."}, Attack::known_name, Risk::high, "Tunde"},
      {{"We went to Bramhope twice."},
       {"We went to [LOCATION|LOCATION_4] twice."},
       Attack::known_name,
       Risk::medium,
       "Bramhope"},
      {{"I asked Kathrin about it."}, {"I asked them about it."}, Attack::near_name, Risk::medium, "Kathrin"},
      {{"It was signed K.S. at the end."}, {"It was signed P.S. at the end."}, Attack::near_name, Risk::medium, "K.S"},
      {{"It was kathe rine who rang."},
       {"It was rather fine, who knows."},
       Attack::near_name,
       Risk::medium,
       "kathe rine"},
      {{"They wrote enirehtak on it."}, {"They wrote nothing on it."}, Attack::near_name, Risk::medium, "enirehtak"},
      {{"And then Siobhan rang me."}, {"And then somebody rang me."}, Attack::listed_name, Risk::medium, "Siobhan"},
      {{"It was Mrs Zzyzxow who came."},
       {"It was Mrs [PERSON_9] who came."},
       Attack::listed_name,
       Risk::high,
       "Zzyzxow"},
      {{"There was a Siobhan Keane there."},
       {"There was a [PERSON_9] there."},
       Attack::listed_name,
       Risk::high,
       "Siobhan Keane"},
      {{"We lived in Abberton then. Before that in [LOCATION|city A]."},
       {"We lived in [LOCATION|village B] then."},
       Attack::listed_name,
       Risk::medium,
       "Abberton"},
  };
  for (const LeftCase& one : cases) {
    INFO(one.leaking.front());
    const auto found = names_in(one.leaking);
    REQUIRE(!found.empty());
    CHECK(name_of(found[0].attack) == name_of(one.attack));
    CHECK(found[0].risk == one.risk);
    CHECK(found[0].words == one.words);
    CHECK(found[0].where.at(0) == Spot{.transcript = "T01", .turn = 1});
    CHECK(test::above_low(names_in(one.clean)) == 0);
  }
}

TEST_CASE("pieces of what is replaced elsewhere are told, low where it is nobody of the register") {
  const auto cut = broken_names(seen_talk({"From bram hope we came.", "A bram and hope.", "[ID01] hope"}), linkage(),
                                intruder_english());
  REQUIRE(cut.size() == 1);
  CHECK(cut[0].words == "bram hope");
  CHECK(cut[0].risk == Risk::low);
  const auto spelled =
      broken_names(seen_talk({"es, aitch, ay, double you.", "Oh you see, why are you there, oh dear?"}), linkage(),
                   intruder_english());
  REQUIRE(spelled.size() == 1);
  CHECK(spelled[0].words == "es, aitch, ay, double you");
  CHECK(spelled[0].risk == Risk::medium);
}

TEST_CASE("a name over two turns is mended in both") {
  const auto found =
      known_names(seen_talk({"My name is Kather-", "ine, if you please."}), linkage(), intruder_english());
  REQUIRE(found.size() == 1);
  CHECK(found[0].advice.find("--turn 1`") != std::string::npos);
  CHECK(found[0].advice.find("--turn 2`") != std::string::npos);
}

TEST_CASE("what is ordinary, public or of the calendar is no name that is left") {
  const auto found =
      names_in({"Will you come in May? I'll ask Mark, er, mark it.",
                "The NHS has a Parkinson's nurse, and Tesco has bread.", "Yes. Grace. No, grace under pressure.",
                "I'm fine, he'd say, and Mrs Thatcher was on the telly.", "On Thursdays I read the Bible."});
  CHECK(test::above_low(found) == 0);
}

TEST_CASE("a name is found over a turn that somebody cut into, and in the name of a speaker") {
  SeenOutputs seen = seen_talk({"It was Kather-", "Mm.", "ine who said it."});
  seen.transcripts[0].turns[1].speaker = "INT1";
  REQUIRE(known_names(seen, linkage(), intruder_english()).size() == 1);
  seen.transcripts[0].turns[2].text = "house who said it.";
  CHECK(known_names(seen, linkage(), intruder_english()).empty());
  seen.transcripts[0].turns[2].speaker = "KATHERINE";
  CHECK(known_names(seen, linkage(), intruder_english()).at(0).says.find("speaker") != std::string::npos);
}

TEST_CASE("a name beside the talk is found in whichever part of a file it stands, and is told once") {
  SeenOutputs seen = seen_talk({"Good morning.", "I will."});
  seen.parts = {{"T01", "out/T01.docx.age, docProps/core.xml", "Katherine Shaw\nword"},
                {"T01", "out/T01.docx.age, word/document.xml", "Will it do? [ID01] and [Katherine]"}};
  const auto found = known_names(seen, linkage(), intruder_english());
  REQUIRE(found.size() == 1);
  CHECK(found[0].where.at(0).part == "out/T01.docx.age, docProps/core.xml");
  CHECK(found[0].label.empty());
  CHECK_FALSE(found[0].advice.empty());
}

TEST_CASE("what a study replaces nowhere it leaves by plan, which is low") {
  const auto by_plan = listed_names(seen_talk({"We lived in Abberton then."}), intruder_english());
  REQUIRE(by_plan.size() == 1);
  CHECK(by_plan[0].risk == Risk::low);
}

TEST_CASE("the same words are told once with all their places, by the gravest that is said of them") {
  auto all = names_in({"And then Siobhan rang.", "Then Siobhan came.", "So I asked Mrs Siobhan."});
  REQUIRE(all.size() == 1);
  CHECK(all[0].risk == Risk::high);
  CHECK(all[0].where.size() == 3);
}
