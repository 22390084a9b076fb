#include "shards/plan.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "shards/shard.hpp"
#include "unit/study/steps/small_study.hpp"

using namespace moniker;
using namespace moniker::study;
using moniker::test::SmallStudy;

TEST_CASE("the largest file goes first, each to the shard that has least, the earlier at a tie") {
  CHECK(balanced({}, 3).empty());
  CHECK(balanced({5, 5, 5}, 1) == std::vector<unsigned>{1, 1, 1});
  CHECK(balanced({1, 1, 1, 1}, 4) == std::vector<unsigned>{1, 2, 3, 4});
  CHECK(balanced({1, 9, 4, 5}, 2) == std::vector<unsigned>{1, 1, 2, 2});
  CHECK(balanced({7}, 3) == std::vector<unsigned>{1});
}

TEST_CASE("no shard is heavier than the lightest by more than one file") {
  std::vector<std::uint64_t> sizes;
  for (std::uint64_t i = 0; i < 500; ++i) sizes.push_back(i * 7919 % 1000 + 1);
  for (const unsigned shards : {1U, 2U, 7U, 64U}) {
    std::vector<std::uint64_t> loads(shards);
    const std::vector<unsigned> given = balanced(sizes, shards);
    for (std::size_t i = 0; i < given.size(); ++i) loads.at(given[i] - 1) += sizes[i];
    const auto [least, most] = std::minmax_element(loads.begin(), loads.end());
    CHECK(*most - *least <= 1000);
    CHECK(balanced(sizes, shards) == given);
  }
}

TEST_CASE("a plan comes back as it was written, names nobody, and is refused when it is damaged") {
  const test::TemporaryFolder folder;
  const StudyLayout layout{.root = folder.path()};
  make_folders(layout);
  CHECK_FALSE(read_plan(layout).has_value());
  write_plan(layout, {.shards = 2, .audit_records = 7, .audit_head = "abc", .files = {{"k1", 10, 2}, {"k2", 11, 1}}});
  const auto plan = read_plan(layout);
  REQUIRE(plan.has_value());
  CHECK(plan->shards == 2);
  CHECK(plan->audit_records == 7);
  CHECK(plan->audit_head == "abc");
  CHECK(plan->files.at(1).key == "k2");
  CHECK(plan->files.at(0).shard == 2);
  publish(layout.plan(), "{\"shards\": 2");
  CHECK(test::status_of([&] { read_plan(layout); }) == 4);
  publish(layout.plan(), "{\"shards\": 2, \"audit_records\": 0, \"audit_head\": \"\", \"files\": [[\"k\", 1, 3]]}");
  CHECK(test::status_of([&] { read_plan(layout); }) == 4);
}

TEST_CASE("planning gives each shard what is known of its files, and the same plan every time") {
  const SmallStudy small;
  scan_study(*small.open());
  const ShardPlan plan = plan_study(*small.open(), 3);
  CHECK(plan.files.size() == 4);
  const std::string text = read_file(small.layout.plan());
  CHECK(text.find("interview") == text.npos);
  for (const PlannedFile& file : plan.files) {
    const Ledger ledger(small.layout.shard(file.shard, 3).ledger());
    CHECK(ledger.find("scan", file.key).has_value());
    CHECK(ledger.all("scan").size() <= 2);
  }
  plan_study(*small.open(), 3);
  CHECK(read_file(small.layout.plan()) == text);
  CHECK(test::refusal_of([&] { plan_study(*small.open(), 0); }).starts_with("a study is cut into 1 to 900 shards / "));
}
