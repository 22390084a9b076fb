// Whose words go, what they are called, and that nothing of the team's goes with them.
#include "deposit/deposit.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "base/sha256.hpp"
#include "deposit/deposit_page.hpp"
#include "deposit/new_names.hpp"
#include "support/chance.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"
#include "unit/custodian/deposit/deposit_study.hpp"

using namespace moniker;
using namespace moniker::custodian;
using test::all_bytes;
using test::deposit_request;
using test::key_of;

namespace {

/// ID01 to ID06 agreed, ID07 did not; T03 is a group with him in it.
ExportedStudy archived_study() {
  ExportedStudy study{.columns = {"role", "age", "interview_date"}};
  for (int i = 1; i <= 7; ++i) {
    study.people.push_back(
        {"ID0" + std::to_string(i),
         {i % 2 == 0 ? "Carer" : "Patient", i < 5 ? "50-59" : "60-69", "2026-03-1" + std::to_string(i)}});
  }
  study.transcripts = {
      test::transcript(
          "T01",
          {{"INT1", "Hello @PERSON::[PERSON_9]@."},
           {"ID01",
            "I am @AGE::[50-59]@, and @PERSON:ID01:[ID01]@, of @LOCATION/town:LOCATION_2:[town B, Yorkshire]@."}}),
      test::transcript(
          "T02", {{"INT1", "When?"},
                  {"ID02", "In @DATE::[March 2024]@, with @PERSON:PERSON_3:[PERSON_3]@ and @PERSON:ID07:[ID07]@."}}),
      test::transcript("T03", {{"INT1", "All here?"},
                               {"ID03", "Yes."},
                               {"ID04", "@PERSON:PERSON_3:[PERSON_3]@ too."},
                               {"ID05", "And me, ID04 said."},
                               {"ID06", "Yes."},
                               {"ID07", "Secret words."},
                               {"ID07", "More of them."}}),
      test::transcript("T04", {{"INT1", "Alone?"}, {"ID07", "Quite alone."}}),
  };
  return study;
}
const std::set<std::string> agreed{"ID01", "ID02", "ID03", "ID04", "ID05", "ID06"};

std::string spoken(const DepositTranscript& one) { return txt_of(one); }

}  // namespace

TEST_CASE("without an agreement no transcript goes, and with somebody else in it none either") {
  const Deposit deposit = prepare_deposit(archived_study(), deposit_request(), agreed, key_of(1));
  CHECK(deposit.prepared.transcripts.size() == 2);
  REQUIRE(deposit.not_deposited.size() == 2);
  CHECK(deposit.not_deposited[0].transcript == "T03");
  CHECK(deposit.not_deposited[0].consent.why == WhyNot::somebody_did_not);
  CHECK(deposit.not_deposited[0].consent.others == 2);
  CHECK(deposit.not_deposited[1].consent.why == WhyNot::nobody_agreed);
  CHECK(deposit.agreed == 6);
  CHECK(deposit.speakers == 7);
  CHECK(prepare_deposit(archived_study(), deposit_request(), {}, key_of(1)).prepared.transcripts.empty());
}

TEST_CASE("words of who did not agree can be left out of a group, and are marked once where they stood") {
  DepositRequest request = deposit_request();
  request.settings.others = "turns";
  const Deposit deposit = prepare_deposit(archived_study(), request, agreed, key_of(1));
  REQUIRE(deposit.prepared.transcripts.size() == 3);
  const DepositTranscript& group = deposit.prepared.transcripts.front();
  CHECK(group.name == "group-01");
  CHECK(group.left_out == 2);
  CHECK(spoken(group).ends_with("Yes.\n\n[words left out: no consent to archiving]\n"));
  CHECK(all_bytes(deposit).find("Secret") == std::string::npos);
  CHECK(tei_of(group, deposit.prepared).find("<u><gap reason=\"no-consent-to-archiving\"/></u>") != std::string::npos);
}

TEST_CASE("who is not named, or by no ID, or has a role that does not ask, did not agree") {
  const WhoAgreed who{{"ID01", "CAR1"}, {{"INT", "Lead Interviewer"}}, "ID"};
  CHECK(voice_of("ID01", who) == Voice::agreed);
  CHECK(voice_of("CAR1", who) == Voice::agreed);
  CHECK(voice_of("INT2", who) == Voice::asker);
  CHECK(voice_of("LEAD_INTERVIEWER", who) == Voice::asker);
  for (const char* other : {"", "ID02", "ID1", "CAR2", "PERSON_4", "SPEAKER_1", "INT", "INTERVIEWER", "WITHDRAWN"}) {
    INFO(other);
    CHECK(voice_of(other, who) == Voice::left_out);
  }
}

TEST_CASE("headings, notes and footnotes are nobody's agreed words") {
  ExportedStudy study = archived_study();
  study.transcripts[0].turns.push_back(test::said("", "Kept by nobody."));
  study.transcripts[0].turns.back().turn.part = Part::footnote;
  const Deposit deposit = prepare_deposit(study, deposit_request(), agreed, key_of(1));
  CHECK(deposit.prepared.transcripts.size() == 2);
  CHECK(all_bytes(deposit).find("Kept by nobody") == std::string::npos);
}

TEST_CASE("no name that the team uses is in a deposit") {
  DepositRequest request = deposit_request();
  request.settings.others = "turns";
  const std::string all = all_bytes(prepare_deposit(archived_study(), request, agreed, key_of(1)));
  for (const char* name : {"ID0", "INT1", "PERSON_", "LOCATION_", "T01", "T02", "T03", "town B", "Yorkshire"}) {
    INFO(name);
    CHECK(all.find(name) == std::string::npos);
  }
  CHECK(all.find("INTERVIEWER-A: ") != std::string::npos);
  CHECK(all.find("[person 1]") != std::string::npos);
  CHECK(all.find("And me, [identifier] said.") != std::string::npos);
}

TEST_CASE("what stands for something is told as the policy says") {
  const Deposit deposit = prepare_deposit(archived_study(), deposit_request(), agreed, key_of(1));
  std::string all;
  for (const DepositTranscript& one : deposit.prepared.transcripts) all += spoken(one);
  CHECK(std::regex_search(all, std::regex("(P0[12]): I am \\[40-59\\], and \\[\\1\\], of \\[place\\]\\.")));
  CHECK(all.find("In [2024], with [person 1] and [person].") != std::string::npos);
}

TEST_CASE("what the stricter search finds beside the marks is masked to the last word") {
  DepositRequest request = deposit_request();
  request.search = [](const std::vector<SealedTurn>& turns) {
    std::vector<std::vector<FoundAnew>> found(turns.size());
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const auto find = [&](const std::string& words, const char* label) {
        const auto at = turns[i].text.find(words);
        if (at != std::string::npos)
          found[i].push_back(
              {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}, label, ""});
      };
      find("Dr [PERSON_3]", "PERSON");
      find("Ölmühle, near [town B]", "LOCATION");
      find("Porter", "OCCUPATION");
      find("ninety-four", "AGE");
    }
    return found;
  };
  ExportedStudy study{.people = {{"ID01", {}}}};
  study.transcripts = {test::transcript("T01", {{"ID01",
                                                 "Ask Dr @PERSON:PERSON_3:[PERSON_3]@ at Ölmühle, near "
                                                 "@LOCATION:LOCATION_1:[town B]@. A Porter, ninety-four."}})};
  const Deposit deposit = prepare_deposit(study, request, {"ID01"}, key_of(1));
  CHECK(spoken(deposit.prepared.transcripts.at(0)) ==
        "P01: Ask [person] [person 1] at [place] [place]. A Porter, [age].\n");
  CHECK(std::count_if(deposit.prepared.replaced.begin(), deposit.prepared.replaced.end(),
                      [](const ReplacedKind& one) { return one.anew; }) == 3);
}

TEST_CASE("the same key names everything alike, another one anew and in another order") {
  std::set<std::string> team;
  for (int i = 1; i <= 40; ++i) team.insert("ID" + std::to_string(i));
  const auto one = numbered_anew(key_of(1), "speaker", team), again = numbered_anew(key_of(1), "speaker", team);
  const auto other = numbered_anew(key_of(2), "speaker", team), things = numbered_anew(key_of(1), "PERSON", team);
  CHECK(one == again);
  CHECK(one != other);
  CHECK(one != things);
  std::set<std::size_t> numbers;
  std::size_t in_order = 0, last = 0;
  for (int i = 1; i <= 40; ++i) {
    const std::size_t number = one.at("ID" + std::to_string(i));
    numbers.insert(number);
    in_order += number == last + 1;
    last = number;
  }
  CHECK(numbers.size() == 40);
  CHECK(*numbers.rbegin() == 40);
  CHECK(in_order < 8);
  const Deposit a = prepare_deposit(archived_study(), deposit_request(), agreed, key_of(1));
  CHECK(all_bytes(a) == all_bytes(prepare_deposit(archived_study(), deposit_request(), agreed, key_of(1))));
}

TEST_CASE("a kept key opens with the identity alone, and nothing else is taken for one") {
  const test::TemporaryFolder temp;
  std::vector<seal::Identity> mine, others;
  mine.push_back(seal::Identity::generate());
  others.push_back(seal::Identity::generate());
  const Secret<32> key = key_of(7);
  keep_deposit_key(temp.path() / "key.age", key, mine);
  const Secret<32> read = read_deposit_key(temp.path() / "key.age", mine);
  CHECK(std::equal(read.bytes().begin(), read.bytes().end(), key.bytes().begin()));
  CHECK(test::status_of([&] { read_deposit_key(temp.path() / "key.age", others); }) == 4);
  CHECK(test::status_of([&] { keep_deposit_key(temp.path() / "key.age", key, mine); }) == 2);
  MemorySink sink;
  seal::AgeWriter age(sink, {mine.front().recipient()});
  age.write("MONIKER-DEPOSIT-KEY-1 " + std::string(63, 'a') + "g\n");
  age.finish();
  const auto wrong = temp.write("wrong.age", sink.bytes());
  CHECK(test::told([&] { read_deposit_key(wrong, mine); }) ==
        wrong.string() + ": is no key of a deposit / give the file that --keep-key wrote");
}

TEST_CASE("in the data list dates are years, and every combination is that of k people or more") {
  DepositRequest request = deposit_request();
  request.settings.others = "turns";
  const Deposit deposit = prepare_deposit(archived_study(), request, agreed, key_of(3));
  CHECK(deposit.prepared.people.k >= 3);
  CHECK(deposit.unmet.empty() == false);  // no wording
  const std::string list = data_list_csv(deposit.prepared);
  CHECK(list.find("2026-03") == std::string::npos);
  std::map<std::vector<std::string>, std::size_t> kinds;
  for (const auto& [id, values] : deposit.prepared.people.values) ++kinds[values];
  for (const auto& [values, n] : kinds) CHECK(n >= 3);
  CHECK(years_of_dates("2026-03-12; 2027-02-19") == "2026; 2027");
  CHECK(years_of_dates("2026-03") == "2026");
  CHECK(years_of_dates("in March") == "in March");
  CHECK(years_of_dates("") == "");
}

TEST_CASE("a column that would tell nothing any more is left out") {
  ExportedStudy study{.columns = {"age"}};
  std::map<std::string, std::string> ids;
  for (int i = 2; i <= 5; ++i) {
    const std::string id = "ID" + std::to_string(i);
    study.people.push_back({id, {std::to_string(i) + "0-" + std::to_string(i) + "9"}});
    ids[id] = "P" + std::to_string(i);
  }
  CHECK(told_people(study, {{"age"}, ids, 2}).columns == std::vector<std::string>{"age"});
  const DepositPeople people = told_people(study, {{"age"}, ids, 4});
  CHECK(people.columns.empty());
  CHECK(people.k == 4);
  CHECK(people.less.back().how == "left out");
}

TEST_CASE("no column is left out that could be told beside the others") {
  // Role tells most and region least; but of those two every sort is of four, and it is the post that nobody shares.
  ExportedStudy study{.columns = {"role", "region", "post"}};
  std::map<std::string, std::string> ids;
  for (int i = 0; i < 16; ++i) {
    const std::string id = "ID" + std::to_string(10 + i);
    study.people.push_back({id, {i % 2 == 0 ? "Nurse" : "Carer", i % 4 < 2 ? "North" : "South", "post " + id}});
    ids[id] = "P" + std::to_string(10 + i);
  }
  const DepositPeople people = told_people(study, {{"role", "region", "post"}, ids, 4});
  CHECK(people.columns == std::vector<std::string>{"role", "region"});
  CHECK(people.k == 4);
  REQUIRE(people.less.size() == 1);
  CHECK(people.less[0].column == "post");
}

TEST_CASE("where too few are alike nothing is told of them but their IDs") {
  const ExportedStudy study = archived_study();
  const DepositPeople people = told_people(study, {{"role", "age"}, {{"ID01", "P01"}, {"ID02", "P02"}}, 3});
  CHECK(people.columns.empty());
  CHECK(people.less.back().how == "left out");
  CHECK(test::told([&] {
          told_people(study, {{"height"}, {{"ID01", "P01"}}, 3});
        }) == "height: the attributes have no such column / they have role, age, interview_date");
}

TEST_CASE("every replacement is counted, once, and never told") {
  DepositRequest request = deposit_request();
  request.settings.others = "turns";
  const Deposit deposit = prepare_deposit(archived_study(), request, agreed, key_of(1));
  std::uint64_t pieces = 0, counted = 0, brackets = 0;
  for (const DepositTranscript& one : deposit.prepared.transcripts) {
    for (const DepositTurn& turn : one.turns) {
      pieces += static_cast<std::uint64_t>(std::count_if(turn.pieces.begin(), turn.pieces.end(),
                                                         [](const DepositPiece& p) { return !p.label.empty(); }));
    }
    const std::string text = spoken(one);
    brackets += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '['));
  }
  for (const ReplacedKind& one : deposit.prepared.replaced) counted += one.count;
  CHECK(counted == pieces);
  CHECK(counted == 9);
  CHECK(brackets == counted + 1);  // and the mark of words that are left out
  CHECK(anonymisation_log_csv(deposit.prepared).find("turn,left out,no consent to archiving,2") != std::string::npos);
}

TEST_CASE("a bag's manifest is of what it holds") {
  const Deposit deposit = prepare_deposit(archived_study(), deposit_request(), agreed, key_of(1));
  const auto bag = bag_of(deposit_files(deposit.prepared), "A\nstudy");
  std::string manifest, tags;
  for (const ExportFile& file : bag) {
    if (file.path == "manifest-sha256.txt") manifest = file.bytes;
    if (file.path == "tagmanifest-sha256.txt") tags = file.bytes;
  }
  std::size_t lines = 0;
  for (const ExportFile& file : bag) {
    INFO(file.path);
    const bool data = file.path.starts_with("data/");
    if (file.path == "tagmanifest-sha256.txt") continue;
    CHECK((data ? manifest : tags).find(sha256_of(file.bytes) + "  " + file.path + "\n") != std::string::npos);
    lines += data;
  }
  CHECK(static_cast<std::size_t>(std::count(manifest.begin(), manifest.end(), '\n')) == lines);
  CHECK(manifest.find("log") == std::string::npos);  // the account of what was replaced lies apart
}

TEST_CASE("new IDs may not look like the team's") {
  DepositRequest request = deposit_request();
  request.policy.prefix = "INT";
  CHECK(test::told([&] { prepare_deposit(archived_study(), request, agreed, key_of(1)); }) ==
        "INT: new IDs would look like the team's / write another prefix as `participants:` in the policy, such as R");
}

TEST_CASE("a page tells transcripts that stay by the team's names, and those that go by the new ones alone") {
  const Deposit deposit = prepare_deposit(archived_study(), deposit_request(), agreed, key_of(1));
  const std::string text = as_text(deposit, no_style), json = as_json(deposit).dump();
  CHECK(text.find("  T04            nobody in it agreed to archiving\n") != std::string::npos);
  CHECK(text.find("  6 of 7 participants agreed to archiving\n") != std::string::npos);
  for (const char* name : {"T01", "T02", "ID0", "Secret"}) {
    INFO(name);
    CHECK(text.find(name) == std::string::npos);
    CHECK(json.find(name) == std::string::npos);
  }
}

TEST_CASE("nobody who did not agree has a word in a deposit, whatever the study") {
  const unsigned seed = GENERATE(range(0U, 60U));
  test::Chance chance(seed);
  ExportedStudy study{.columns = {"site"}};
  std::set<std::string> who;
  const std::vector<std::string> strangers{"", "PERSON_4", "SPEAKER_2", "PAR1", "WITHDRAWN", "ID99"};
  for (int i = 1; i <= 8; ++i) {
    const std::string id = "ID" + std::to_string(i);
    study.people.push_back({id, {"site" + std::to_string(chance.below(3))}});
    if (!chance.one_in(3)) who.insert(id);
  }
  std::set<std::string> forbidden, allowed;
  std::size_t word = 0;
  for (std::size_t t = 1; t <= 5; ++t) {
    ExportedTranscript one{.name = "T" + std::to_string(t)};
    for (std::size_t n = chance.below(12); n > 0; --n) {
      const std::size_t dice = chance.below(10);
      const std::string speaker = dice == 0  ? chance.one_of(strangers)
                                  : dice < 3 ? "INT1"
                                             : "ID" + std::to_string(1 + chance.below(8));
      const std::string token = "zq" + std::to_string(++word) + "x";
      one.turns.push_back(test::said(speaker, token + " @PERSON:PERSON_1:[PERSON_1]@ é"));
      if (speaker != "INT1") (who.contains(speaker) ? allowed : forbidden).insert(token);
    }
    study.transcripts.push_back(std::move(one));
  }
  DepositRequest request = deposit_request();
  request.settings.others = seed % 2 == 0 ? "turns" : "transcript";
  request.settings.marks = seed % 4 < 2 ? "brackets" : "xml";
  const Deposit deposit = prepare_deposit(study, request, who, key_of(static_cast<unsigned char>(seed)));
  const std::string all = all_bytes(deposit);
  INFO(seed);
  for (const std::string& token : forbidden) CHECK(all.find(token) == std::string::npos);
  std::size_t heard = 0;
  for (const std::string& token : allowed) heard += all.find(token) != std::string::npos;
  if (seed % 2 == 0) CHECK(heard == allowed.size());
  CHECK(all.find("PERSON_1") == std::string::npos);
}
