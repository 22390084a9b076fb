#include "eval/identity_gold.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "support/english.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::eval;

namespace {

std::string said_in(const GoldTranscript& transcript, std::size_t i) {
  const GoldMention& mention = transcript.mentions.at(i);
  return transcript.turns.at(mention.turn).text.substr(mention.bytes.begin, mention.bytes.size());
}

struct Folder {
  test::TemporaryFolder folder{};
  GoldStudy read(const std::string& gold, GoldPart part = GoldPart::all) {
    folder.write("incoming/a.txt", "Zoë: I met Siân.\n\nInt: Did you?\n\nZoë: Siân Cole, yes.\n");
    folder.write("gold.jsonl", gold);
    return read_gold_study(folder.path(), {}, test::english(), part);
  }
};

}  // namespace

TEST_CASE("a study's gold counts turns and code points") {
  Folder folder;
  const GoldStudy study = folder.read(
      R"({"file":"a.txt","part":"aside","label":"Zoë","entity":"R1"}
{"file":"a.txt","part":"aside","turn":0,"begin":6,"end":10,"text":"Siân","entity":"x-sian"}
{"file":"a.txt","part":"aside","turn":2,"begin":0,"end":9,"text":"Siân Cole","entity":"x-sian","ask":true}
)");
  REQUIRE(study.transcripts.size() == 1);
  const GoldTranscript& a = study.transcripts.front();
  CHECK(a.labels == std::vector<std::pair<std::string, std::string>>{{"Zoë", "R1"}});
  CHECK(said_in(a, 0) == "Siân");
  CHECK(said_in(a, 1) == "Siân Cole");
  CHECK_FALSE(a.mentions[0].ask);
  CHECK(a.mentions[1].ask);
  CHECK(a.counts);
  CHECK_FALSE(folder.read(R"({"file":"a.txt","part":"aside","label":"Zoë","entity":"R1"})", GoldPart::develop)
                  .transcripts.front()
                  .counts);
}

TEST_CASE("a line that does not fit its transcript is refused and not quoted") {
  Folder folder;
  for (const char* line :
       {R"({"file":"b.txt","part":"aside","label":"Zoë","entity":"R1"})",
        R"({"file":"a.txt","part":"aside","turn":3,"begin":0,"end":1,"text":"I","entity":"R1"})",
        R"({"file":"a.txt","part":"aside","turn":0,"begin":6,"end":90,"text":"Siân","entity":"R1"})",
        R"({"file":"a.txt","part":"aside","turn":0,"begin":5,"end":9,"text":"Siân","entity":"R1"})",
        R"({"file":"a.txt","part":"aside","turn":0,"begin":"x","end":9,"text":"Siân"})", "no JSON"}) {
    CAPTURE(line);
    const std::string told = test::told([&] { folder.read(line); });
    CHECK(told.find("gold.jsonl:1:0: the line is not a mention or label of a transcript of incoming/") !=
          std::string::npos);
    CHECK(told.find("Siân") == std::string::npos);
  }
}

TEST_CASE("annotated documents become studies of their own, with the labels that are annotated") {
  std::istringstream stream(
      R"({"id":"d","text":"Zoë: I met Siân.","spans":[{"start":0,"end":4,"label":"PERSON","entity":"e1"},)"
      R"({"start":12,"end":17,"label":"PERSON","entity":"e2"},{"start":6,"end":7,"label":"ORG","entity":"o"}]})");
  std::vector<GoldStudy> studies;
  each_document_study(stream, "gold.jsonl", test::english(), GoldPart::all,
                      [&](const GoldStudy& study) { studies.push_back(study); });
  REQUIRE(studies.size() == 1);
  const GoldTranscript& d = studies.front().transcripts.front();
  REQUIRE(d.mentions.size() == 1);
  CHECK(said_in(d, 0) == "Siân");
  CHECK(d.labels == std::vector<std::pair<std::string, std::string>>{{"Zoë", "e1"}});
}
