#include "shards/shard_records.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "audit/record.hpp"
#include "audit/replacement_rows.hpp"
#include "audit/segment.hpp"
#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "moniker/error.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::audit;
using namespace moniker::study;
using moniker::test::TemporaryFolder;

namespace {

Clock ticking() {
  return [tick = 0]() mutable {
    return std::chrono::system_clock::time_point(std::chrono::seconds(1'795'400'000 + tick++));
  };
}

/// Two shards' logs, of four files that the plan gives to them by turns, and a study's log of one record.
struct TwoShards {
  TemporaryFolder folder;
  std::filesystem::path log = folder.path() / "audit.jsonl", one = folder.path() / "1.jsonl",
                        two = folder.path() / "2.jsonl";
  ShardPlan plan{.shards = 2, .files = {{"a", 1, 1}, {"b", 1, 2}, {"c", 1, 1}, {"d", 1, 2}}};

  TwoShards() {
    AuditLog audit(log, ticking());
    audit.append(events::Finished{});
    plan.audit_records = audit.records();
    plan.audit_head = hex(audit.head());
    write(one, {"a", "c"});
    write(two, {"d", "b"});  // a shard that was run again does files in another order
  }

  static void write(const std::filesystem::path& file, const std::vector<std::string>& keys) {
    AuditLog audit(file, ticking());
    for (const std::string& key : keys) {
      ReplacementRows rows("T" + key, [&](std::string_view body) { audit.add(events::Replaced{body}); });
      rows.add({.label = "PERSON", .rule = "r", .by = "b"});
      rows.finish();
      audit.append(events::Published{.transcript = "T" + key, .file = key, .input = "0", .digest = "0", .rules = "0"});
    }
    audit.append(events::Recovered{3});
  }

  void merge() const {
    ShardRecords records(plan);
    records.add(one);
    records.add(two);
    AuditLog audit(log, ticking());
    records.take_into(audit, log);
  }

  /// What the merged log says, a word a record; its chain is tested on the way.
  std::vector<std::string> words() const {
    std::vector<std::string> list;
    walk_chain(log, [&](std::string_view line, std::uint64_t) {
      const std::string text(line);
      const auto value = [&](const std::string& name) {
        const auto at = text.find("\"" + name + "\":\"");
        return at == text.npos
                   ? std::string()
                   : text.substr(at + name.size() + 4, text.find('"', at + name.size() + 4) - at - name.size() - 4);
      };
      list.push_back(value("event") + value("transcript"));
    });
    return list;
  }
};

const std::vector<std::string> merged{"finished",    "replacedTa", "publishedTa", "replacedTb",
                                      "publishedTb", "recovered",  "replacedTc",  "publishedTc",
                                      "recovered",   "replacedTd", "publishedTd"};

}  // namespace

TEST_CASE("shards' records come in the order of the study, each with its own file") {
  const TwoShards shards;
  shards.merge();
  CHECK(shards.words() == merged);
  const std::string once = read_file(shards.log);
  shards.merge();
  CHECK(read_file(shards.log) == once);
}

TEST_CASE("a record that is taken over keeps its time and its fields") {
  const TwoShards shards;
  shards.merge();
  std::multiset<std::string> before, after;
  for (const auto& log : {shards.one, shards.two}) {
    walk_chain(log, [&](std::string_view line, std::uint64_t) { before.emplace(record_body(line)); });
  }
  walk_chain(shards.log, [&](std::string_view line, std::uint64_t offset) {
    if (offset > 0) after.emplace(record_body(line));
  });
  CHECK(before == after);
}

TEST_CASE("a merge that was killed at any byte and is run again takes every record once") {
  const TwoShards shards;
  const std::string planned = read_file(shards.log);
  shards.merge();
  const std::string whole = read_file(shards.log);
  for (std::size_t size = planned.size(); size < whole.size(); ++size) {
    std::ofstream(shards.log, std::ios::binary) << whole.substr(0, size);
    shards.merge();
    auto words = shards.words();
    const bool torn = whole[size - 1] != '\n';
    if (torn) {  // the cut of the torn line is told where it happened; nothing else is new
      const auto at = static_cast<std::ptrdiff_t>(
          std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
      REQUIRE(words.at(static_cast<std::size_t>(at)) == "recovered");
      words.erase(words.begin() + at);
    }
    REQUIRE(words == merged);
  }
}

TEST_CASE("a broken chain is not taken over, nor one into another log than the planned") {
  const TwoShards shards;
  const std::string planned = read_file(shards.log);
  std::string text = read_file(shards.one);
  text[text.find("published")] = 'P';
  std::ofstream(shards.one, std::ios::binary) << text;
  CHECK_THROWS_AS(shards.merge(), Error);
  CHECK(read_file(shards.log) == planned);

  std::filesystem::remove(shards.one);
  TwoShards::write(shards.one, {"a", "c"});
  std::filesystem::remove(shards.log);
  AuditLog(shards.log, ticking()).append(events::Finished{.transcripts = 7});
  CHECK_THROWS_AS(shards.merge(), Error);
}
