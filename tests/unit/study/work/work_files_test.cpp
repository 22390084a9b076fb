#include <catch2/catch.hpp>

#include "base/in_order.hpp"

#include "base/atomic_file.hpp"
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
  summary.facts.counts[3] = 5;
  summary.facts.sketch = {7, 1000, ~std::uint64_t{0}};
  return summary;
}

Marked found(std::uint64_t utterance, std::vector<ByteRange> places) {
  Marked marked{.utterance = {.number = utterance}};
  for (const ByteRange bytes : places)
    marked.findings.push_back({.utterance = utterance, .bytes = bytes, .score = 0.9F});
  return marked;
}

const rules::RuleSet& one_rule() {
  static const rules::RuleSet set = test::SmallRules(R"(
labels: {PERSON: {means: person, balanced: 0.5}}
rules: [{id: a, kind: regex, label: PERSON, pattern: 'x'}]
)")
                                        .load();
  return set;
}

/// A study's folder with one scan in it, of so many utterances with findings.
struct Scan {
  explicit Scan(const Identity& identity, std::uint64_t utterances = 2) {
    make_private_folder(layout.work());
    ScanWriter writer(layout, key, identity);
    for (std::uint64_t i = 0; i < utterances; ++i) writer.add(one_rule(), found(2 * i, {{0, 8}, {9, 12}}));
    writer.add(one_rule(), found(2 * utterances, {}));
    for (const auto& file : writer.finish(summary, {"hello", "kath"})) file->commit();
  }
  const TemporaryFolder folder{};
  const StudyLayout layout{.root = folder.path()};
  const std::string key = "ab";
  ScanSummary summary = example();
};

/// A work file of parts that anybody may have made who has the key.
int status_of_parts(const std::vector<std::string>& all) {
  const TemporaryFolder folder;
  const StudyLayout layout{.root = folder.path()};
  make_private_folder(layout.work());
  const Identity identity = Identity::generate();
  SealedParts parts(layout.summary("ab"), identity);
  for (const std::string& part : all) parts.add(part);
  parts.publish();
  return test::status_of([&] {
    ScanReader reader(layout, "ab", identity);
    ScanSummary summary;
    reader.summary(summary);
    reader.vocabulary();
    const RuleNames names(one_rule());
    while (!reader.findings(names).empty()) {
    }
  });
}

/// The parts of a scan's work file, in clear.
std::vector<std::string> parts_of(const Scan& scan, const Identity& identity) {
  std::vector<std::string> parts;
  SealedPartReader reader(scan.layout.summary(scan.key), identity);
  while (auto part = reader.next()) parts.push_back(std::move(*part));
  return parts;
}

}  // namespace

TEST_CASE("a summary comes back as it went, and cannot be read on the way") {
  const Identity identity = Identity::generate();
  const Scan scan(identity);
  CHECK(read_file(scan.layout.summary(scan.key)).find("Kat") == std::string::npos);
  const ScanSummary back = read_summary(scan.layout, scan.key, identity);
  const ScanSummary wanted = example();
  CHECK(back.facts.words == wanted.facts.words);
  CHECK(back.facts.speakers == wanted.facts.speakers);
  CHECK(back.facts.counts == wanted.facts.counts);
  CHECK(back.facts.sketch == wanted.facts.sketch);
  CHECK(back.mentions.mentions == wanted.mentions.mentions);
  CHECK(back.mentions.label_names == wanted.mentions.label_names);
  CHECK(back.learned.all() == wanted.learned.all());
  const auto [with_vocabulary, vocabulary] = read_vocabulary(scan.layout, scan.key, identity);
  CHECK(vocabulary == SpokenWords{"hello", "kath"});
  for (const ScanRecord& record : {back.record, with_vocabulary, read_record(scan.layout, scan.key, identity)}) {
    CHECK(record.words == 1234);
    CHECK(record.issues == wanted.record.issues);
    CHECK(record.content == wanted.record.content);
    CHECK(record.findings == scan.summary.record.findings);
    CHECK_FALSE(record.failure.has_value());
  }
}

TEST_CASE(
    "findings come back with their utterances, in the one file, or in one of their own where they are very many") {
  const Identity identity = Identity::generate();
  const std::uint64_t utterances = GENERATE(0U, 2U, 20'000U);
  const Scan scan(identity, utterances);
  CHECK(std::filesystem::exists(scan.layout.findings(scan.key)) == (utterances > 2));
  ScanReader reader(scan.layout, scan.key, identity);
  CHECK(reader.record().findings_apart == (utterances > 2));
  const RuleNames names(one_rule());
  std::uint64_t next = 0;
  for (auto findings = reader.findings(names); !findings.empty(); findings = reader.findings(names)) {
    if (next % 1000 == 0) {
      REQUIRE(findings.size() == 2);
      CHECK(findings[1].utterance == 2 * next);
      CHECK(findings[1].bytes == ByteRange{9, 12});
      CHECK(findings[1].score == 0.9F);
    }
    ++next;
  }
  CHECK(next == utterances);
}

TEST_CASE("a scan's other findings, and nothing else of it, are another digest") {
  const Identity identity = Identity::generate();
  CHECK(Scan(identity, 2).summary.record.findings == Scan(identity, 2).summary.record.findings);
  CHECK(Scan(identity, 2).summary.record.findings != Scan(identity, 3).summary.record.findings);
}

TEST_CASE("a work file of another study's key is refused") {
  const Scan scan(Identity::generate());
  CHECK(test::status_of([&] { read_summary(scan.layout, scan.key, Identity::generate()); }) == 4);
}

TEST_CASE("a work file that cannot have been written is refused") {
  const Identity identity = Identity::generate();
  const std::vector<std::string> good = parts_of(Scan(identity), identity);
  REQUIRE(good.size() == 5);
  REQUIRE(status_of_parts(good) == 0);
  auto bad = good;
  SECTION("of another form") { ++bad[0][0]; }
  SECTION("with a record that goes on") { bad[0] += '\0'; }
  SECTION("with a record that is cut off") { bad[0].pop_back(); }
  SECTION("with a summary that is cut off") { bad[1].pop_back(); }
  SECTION("without its vocabulary") { bad.resize(2); }
  SECTION("with findings of no rule") { bad[3].replace(bad[3].find("\1a"), 2, "\1b"); }
  SECTION("with a finding that ends before it begins") { bad[3][1] = 9; }
  SECTION("with a score that is none") { bad[3].replace(bad[3].find("\1a") + 2, 5, "\x80\x80\x80\xfe\x07"); }
  SECTION("with an utterance that bears nothing") { bad[3].resize(1); }
  CHECK(status_of_parts(bad) == 4);
}

TEST_CASE("parts of any length come back one by one, and are passed over") {
  const TemporaryFolder folder;
  const Identity identity = Identity::generate();
  const std::vector<std::string> parts = {"one\ntwo", "", std::string(200'000, 'x'), "last"};
  SealedParts writer(folder.path() / "l.age", identity);
  for (const std::string& part : parts) writer.add(part);
  writer.publish();
  SealedPartReader reader(folder.path() / "l.age", identity), passing(folder.path() / "l.age", identity);
  for (const std::string& part : parts) CHECK(reader.next() == part);
  CHECK_FALSE(reader.next().has_value());
  for (int i = 0; i < 3; ++i) passing.skip();
  CHECK(passing.next() == "last");
}

TEST_CASE("numbers and texts are packed and come back, and no further than they go") {
  Packer packer;
  const std::vector<std::uint64_t> numbers = {0, 1, 127, 128, 300, ~std::uint64_t{0}};
  for (const std::uint64_t number : numbers) packer.number(number);
  packer.text("talk");
  packer.score(-0.25F);
  Unpacker back(packer.bytes());
  for (const std::uint64_t number : numbers) CHECK(back.number() == number);
  CHECK(back.text() == "talk");
  CHECK(back.score() == -0.25F);
  CHECK(back.ended());
  CHECK_THROWS_AS(back.number(), std::out_of_range);
  CHECK_THROWS_AS(Unpacker("\x05"
                           "talk")
                      .text(),
                  std::out_of_range);
  CHECK_THROWS_AS(Unpacker(std::string(11, '\x80')).number(), std::out_of_range);
  CHECK_THROWS_AS(Unpacker("\x80\x02").number_as<std::uint8_t>(), std::out_of_range);
}

TEST_CASE("what may occur in a text is judged by its vocabulary") {
  const SpokenWords vocabulary = {"hello", "kate's", "shaw"};
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
