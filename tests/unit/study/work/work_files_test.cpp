#include <catch2/catch.hpp>

#include "base/in_order.hpp"

#include "base/byte_source.hpp"
#include "opened/transcripts.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"
#include "unit/stages/detect/small_rules.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

using namespace moniker;
using namespace moniker::seal;
using namespace moniker::study;
using moniker::test::TemporaryFolder;

namespace {

ScanSummary example() {
  ScanSummary summary;
  summary.facts.file = summary.mentions.file = "interview.vtt";
  summary.facts.format = "vtt";
  summary.facts.words = summary.record.words = 1234;
  summary.facts.speakers = {{"Kate S.", 12}, {"Interviewer", 11}};
  summary.record.issues = {{IssueCode::time_gap, {3, 1}, 2}};
  summary.mentions.speakers = {"Interviewer", "Kate S."};
  summary.mentions.label_names = {{"Kate S.", "Kate"}};
  summary.mentions.mentions = {{"PERSON", "", "Kath", 3, 0, 11}};
  summary.learned.add({"kath", "PERSON", "introduction", 0.9F, 2, false});
  summary.record.content.fill(7);
  summary.record.findings.fill(9);
  return summary;
}

void write(const std::filesystem::path& file, const Recipient& recipient) {
  SealedLines lines(file, recipient);
  write_summary(lines, example(), {"hello", "kath"});
  lines.publish();
}

}  // namespace

TEST_CASE("a summary comes back as it went, and cannot be read on the way") {
  const TemporaryFolder folder;
  const Identity identity = Identity::generate();
  write(folder.path() / "s.age", identity.recipient());
  CHECK(read_file(folder.path() / "s.age").find("Kat") == std::string::npos);
  const ScanSummary back = read_summary(folder.path() / "s.age", identity);
  const ScanSummary wanted = example();
  CHECK(back.facts.words == wanted.facts.words);
  CHECK(back.facts.speakers == wanted.facts.speakers);
  CHECK(back.mentions.mentions == wanted.mentions.mentions);
  CHECK(back.mentions.label_names == wanted.mentions.label_names);
  CHECK(back.learned.all() == wanted.learned.all());
  const auto [with_vocabulary, vocabulary] = read_vocabulary(folder.path() / "s.age", identity);
  CHECK(vocabulary == SpokenWords{"hello", "kath"});
  for (const ScanRecord& record : {back.record, with_vocabulary, read_record(folder.path() / "s.age", identity)}) {
    CHECK(record.words == 1234);
    CHECK(record.issues == wanted.record.issues);
    CHECK(record.content == wanted.record.content);
    CHECK(record.findings == wanted.record.findings);
    CHECK_FALSE(record.failure.has_value());
  }
}

TEST_CASE("a work file of another study's key is refused") {
  const TemporaryFolder folder;
  write(folder.path() / "s.age", Identity::generate().recipient());
  try {
    read_summary(folder.path() / "s.age", Identity::generate());
    FAIL("it was read");
  } catch (const Error& error) {
    CHECK(error.problem().fault == Fault::integrity);
  }
}

TEST_CASE("findings that cannot have been written are refused") {
  const rules::RuleSet set = test::SmallRules(R"(
labels: {PERSON: {means: person, balanced: 0.5}}
rules: [{id: a, kind: regex, label: PERSON, pattern: 'x'}]
)")
                                 .load();
  const RuleNames names(set);
  CHECK(parse_findings_line(names, R"([3,[0,8,"PERSON","a",0.9]])").size() == 1);
  const auto line =
      GENERATE(as<std::string>(), R"([3])", R"([3,[8,0,"PERSON","a",0.9]])", R"([3,[0,8,"PERSON","a",nan]])",
               R"([3,[0,8,"PERSON","a",inf]])", R"([3,[0,8,"PERSON","b",0.9]])", R"([3,[0,8,"PERSON","a",0.9]]])");
  CHECK(test::status_of([&] { parse_findings_line(names, line); }) == 4);
}

TEST_CASE("lines of any length come back one by one") {
  const TemporaryFolder folder;
  const Identity identity = Identity::generate();
  const std::vector<std::string> lines = {"one", "", std::string(200'000, 'x'), "last"};
  SealedLines writer(folder.path() / "l.age", identity.recipient());
  for (const std::string& line : lines) writer.add(line);
  writer.publish();
  SealedLineReader reader(folder.path() / "l.age", identity);
  for (const std::string& line : lines) CHECK(reader.next() == line);
  CHECK_FALSE(reader.next().has_value());
}

TEST_CASE("what may occur in a text is judged by its vocabulary") {
  const std::set<std::string> vocabulary = {"kate's", "shaw", "hello"};
  CHECK(may_occur(vocabulary, "kate"));
  CHECK(may_occur(vocabulary, "kate shaw"));
  CHECK_FALSE(may_occur(vocabulary, "katherine"));
  CHECK_FALSE(may_occur(vocabulary, "kate smith"));
  CHECK_FALSE(may_occur(vocabulary, ""));
}

TEST_CASE("results are published in order, whatever the number of threads") {
  for (const unsigned threads : {1U, 2U, 8U}) {
    std::vector<std::size_t> order;
    in_order<std::size_t>(
        threads, 100, [](std::size_t i) { return i * i; },
        [&](std::size_t i, std::size_t square) {
          CHECK(square == i * i);
          order.push_back(i);
        });
    REQUIRE(order.size() == 100);
    CHECK(std::is_sorted(order.begin(), order.end()));
  }
}

TEST_CASE("an exception in the middle ends the whole and comes out as it is") {
  const std::function<int(std::size_t)> work = [](std::size_t i) -> int {
    if (i == 7) throw Error::input("broken", "", {"x"});
    return 1;
  };
  CHECK_THROWS_AS(in_order<int>(4, 20, work, [](std::size_t, int) {}), Error);
}
