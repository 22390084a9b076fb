#include "config/config.hpp"

#include <catch2/catch.hpp>

#include "moniker/error.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::replace;
using namespace moniker::study;
namespace {

using test::TemporaryFolder;

const char* const example = R"(study: Rehabilitation at home
register:
  file: people.csv
  columns:
    number: replace
    Full name: {use: replace, means: name}
    role: drop
    age: {use: band, width: 5, top: 85, means: age}
    region: keep
roles:
  Interviewer: {prefix: INT, consent: exempt}
  Carer: {prefix: C}
consent: {required: [Analysis, quotation]}
checks:
  duration: {min: 5, max: 120}
  gap: 90
  severity: {speaker.unknown: warning}
rules: {language: en-GB, profile: strict, extra: [my-rules.yaml]}
replace: {PERSON: hash, "ID/ni_number": {operator: redact, with: "###"}}
write: [txt, docx]
seal:
  recipients: [keys/custodian.pub, age1zzz]
  linkage_recipients: age1yyy
  armor: true
numbering: {order: shuffled, transcripts: INTERVIEW, participants: P}
supersedes: {corrected.docx: INTERVIEW05}
review: {required: true}
shared: {group: true}
keys: {study: /secret/study.key}
limits: {speakers: 7, unpacked: 16}
policies:
  archive:
    profile: balanced
    k: 5
    participants: R
    columns: [region]
    replace: {DATE: year, LOCATION: number, AGE: {operator: band, width: 30, top: 60}}
deposit:
  consent: {open: Open archive, safeguarded: archive}
  others: turns
  access: open
  creators: [A. Writer, B. Writer]
  year: 2027
  wording: wording.txt
)";

StudyConfig read_example(const TemporaryFolder& temp) {
  temp.write("people.csv", "");
  temp.write("my-rules.yaml", "");
  temp.write("wording.txt", "We agree.");
  temp.write("keys/custodian.pub", "# two people\n\nage1aaa\r\n\tage1bbb  \n");
  return parse_config(example, "moniker.yaml", temp.path());
}

TEST_CASE("a full moniker.yaml is read") {
  const TemporaryFolder temp;
  const StudyConfig c = read_example(temp);
  CHECK(c.title == "Rehabilitation at home");
  CHECK(c.register_file == temp.path() / "people.csv");
  CHECK(c.checks.roles.at("Interviewer").prefix == "INT");
  CHECK(c.checks.roles.at("Interviewer").consent_exempt);
  CHECK_FALSE(c.checks.roles.at("Carer").consent_exempt);
  CHECK(c.checks.consent_required == std::vector<std::string>{"analysis", "quotation"});
  CHECK(c.checks.shortest == std::chrono::minutes(5));
  CHECK(c.checks.longest == std::chrono::minutes(120));
  CHECK(c.checks.gap == std::chrono::seconds(90));
  CHECK(c.checks.severities.at("speaker.unknown").severity == Severity::warning);
  CHECK(c.checks.severities.at("speaker.unknown").at == Position{17, 14});
  CHECK(c.checks.limits.speakers == 7);
  CHECK(c.checks.limits.unpacked == 16);
  CHECK(c.checks.limits.words == Limits{}.words);
  CHECK(c.profile == "strict");
  CHECK(c.language_at == Position{18, 19});
  CHECK(c.profile_at == Position{18, 35});
  CHECK(c.extra_rules == std::vector<std::filesystem::path>{temp.path() / "my-rules.yaml"});
  CHECK(c.armor);
  CHECK(c.order == "shuffled");
  CHECK(c.transcript_prefix == "INTERVIEW");
  CHECK(c.participant_prefix == "P");
  CHECK(c.supersedes.size() == 1);
  CHECK(c.supersedes.at("corrected.docx").transcript == "INTERVIEW05");
  CHECK(c.review_required);
  CHECK(c.shared);
  CHECK(c.study_key == "/secret/study.key");
  CHECK(c.signing_key == temp.path() / "keys" / "signing.key");
}

TEST_CASE("what an archive gets is read") {
  const TemporaryFolder temp;
  const StudyConfig c = read_example(temp);
  const DepositPolicy& policy = c.policies.at("archive");
  CHECK(policy.profile == "balanced");
  CHECK(policy.k == 5);
  CHECK(policy.prefix == "R");
  CHECK(policy.columns == std::vector<std::string>{"region"});
  CHECK(policy.rules.at("DATE").does == "year");
  CHECK(policy.rules.at("AGE").width == 30);
  CHECK(policy.rules.at("AGE").top == 60);
  CHECK(c.deposit.consent == std::map<std::string, std::string>{{"open", "open archive"}, {"safeguarded", "archive"}});
  CHECK(c.deposit.others == "turns");
  CHECK(c.deposit.access == "open");
  CHECK(c.deposit.creators.size() == 2);
  CHECK(c.deposit.year == 2027);
  CHECK(c.deposit.wording == (temp.path() / "wording.txt").string());
  CHECK(DepositSettings{}.others == "transcript");  // the stricter one, where nothing is said
}

TEST_CASE("columns say what they mean and where they were declared") {
  const TemporaryFolder temp;
  const auto columns = read_example(temp).columns;
  REQUIRE(columns.size() == 5);
  CHECK(columns[0].means == "number");
  CHECK(columns[1].name == "Full name");
  CHECK(columns[1].means == "name");
  CHECK(columns[1].at == Position{6, 5});
  CHECK(columns[2].use == ColumnUse::drop);
  CHECK(columns[3].use == ColumnUse::band);
  CHECK(columns[3].width == 5);
  CHECK(columns[3].top == 85);
  CHECK(columns[3].means == "age");
  CHECK(columns[4].use == ColumnUse::keep);
  CHECK(columns[4].means.empty());
}

TEST_CASE("operators, formats and recipients know their places") {
  const TemporaryFolder temp;
  const StudyConfig c = read_example(temp);
  CHECK(c.operators.by_label.at("PERSON").name == "hash");
  CHECK(c.operators.by_label.at("PERSON").label_at == Position{19, 11});
  CHECK(c.operators.by_label.at("PERSON").at == Position{19, 19});
  const OperatorChoice& fine = c.operators.by_label.at("ID/ni_number");
  CHECK(fine.name == "redact");
  CHECK(fine.at == Position{19, 52});
  CHECK(fine.settings == std::map<std::string, std::string>{{"with", "###"}});
  CHECK_FALSE(c.operators.by_label.contains("DATE"));  // what is not said the label says

  REQUIRE(c.formats.size() == 2);
  CHECK(c.formats[1].name == "docx");
  CHECK(c.formats[1].at == Position{20, 14});

  REQUIRE(c.recipients.size() == 3);
  const std::string key_file = (temp.path() / "keys" / "custodian.pub").string();
  CHECK(c.recipients[0].text == "age1aaa");
  CHECK(c.recipients[0].file == key_file);
  CHECK(c.recipients[0].at == Position{3, 1});
  CHECK(c.recipients[1].text == "age1bbb");
  CHECK(c.recipients[1].at == Position{4, 2});
  CHECK(c.recipients[2].text == "age1zzz");
  CHECK(c.recipients[2].file == "moniker.yaml");
  CHECK(c.recipients[2].at == Position{22, 36});
  REQUIRE(c.linkage_recipients.size() == 1);
  CHECK(c.linkage_recipients[0].text == "age1yyy");
}

TEST_CASE("what is left out has its default") {
  const TemporaryFolder temp;
  const std::string optional = GENERATE("", "roles:\nchecks: ~\nwrite: null\nseal: {}\nnumbering: {order: }\n");
  const StudyConfig c = parse_config("register: {columns: {name: drop}}\n" + optional, "moniker.yaml", temp.path());
  CHECK(c.register_file == temp.path() / "participants.csv");
  CHECK(c.languages == std::vector<std::string>{"en-GB"});
  CHECK(c.profile == "balanced");
  CHECK(c.profile_at == Position{});
  REQUIRE(c.formats.size() == 1);
  CHECK(c.formats[0].name == "txt");
  CHECK(c.recipients.empty());
  CHECK_FALSE(c.armor);
  CHECK(c.order == "sequential");
  CHECK(c.transcript_prefix == "T");
  CHECK(c.participant_prefix == "ID");
  CHECK(c.checks.longest == std::chrono::hours(24));
  CHECK(c.checks.gap == std::chrono::seconds(120));
  CHECK(c.checks.consent_required.empty());
  CHECK(c.operators.by_label.empty());
}

TEST_CASE("a format may be written in a way of its own") {
  const TemporaryFolder temp;
  const auto formats = [&](const std::string& write) {
    return parse_config("register: {columns: {name: drop}}\nwrite: " + write + "\n", "moniker.yaml", temp.path())
        .formats;
  };
  for (const char* write : {"[txt, docx: preserve]", "{txt: new, docx: preserve}", "[txt: , {docx: preserve}]",
                            "\n  txt:\n  docx: preserve", "\n  - txt\n  - docx: preserve"}) {
    CAPTURE(write);
    const auto chosen = formats(write);
    REQUIRE(chosen.size() == 2);
    CHECK((chosen[0].name == "txt" && !chosen[0].preserve));
    CHECK((chosen[1].name == "docx" && chosen[1].preserve));
  }
  CHECK_FALSE(formats("docx").at(0).preserve);
  const auto [write, at] = GENERATE_COPY(table<std::string, Position>({{"[txt: preserve]", {2, 14}},
                                                                       {"[docx: keep]", {2, 15}},
                                                                       {"[docx, docx: preserve]", {2, 15}},
                                                                       {"{docx: [preserve]}", {2, 15}}}));
  CAPTURE(write);
  try {
    formats(write);
    FAIL("was taken");
  } catch (const Error& error) {
    CHECK(error.problem().at == at);
  }
}

TEST_CASE("a byte order mark and Windows line ends change no place") {
  const TemporaryFolder temp;
  const StudyConfig c = parse_config("\xEF\xBB\xBFregister:\r\n  columns:\r\n    name: replace\r\nwrite: [vtt]\r\n",
                                     "moniker.yaml", temp.path());
  CHECK(c.columns.at(0).at == Position{3, 5});
  CHECK(c.formats.at(0).at == Position{4, 9});
}

}  // namespace
}  // namespace moniker
