// What a shard leaves for the merge, from anybody: its marker, its log, and assign's marker, cut where a byte is 0.
#include "fuzz/fuzzing.hpp"
#include "shards/merge.hpp"
#include "shards/plan.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

Clock still() {
  return [] { return std::chrono::system_clock::time_point{}; };
}

/// A study of one shard that has two files, with nothing in its log.
StudyLayout planned(const test::TemporaryFolder& folder) {
  const StudyLayout layout{.root = folder.path() / "study"};
  std::filesystem::remove_all(layout.root);
  make_folders(layout);
  study::write_plan(layout, {.shards = 1,
                             .audit_records = 0,
                             .audit_head = hex(digest_of("")),
                             .files = {{"adf4aa88d8ebf2ac93bf86db6efdf99d", 10, 1}}});
  return layout;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const StudyLayout layout = planned(folder);
  const auto parts = fuzz::parts_of(fuzz::text_of(data, size), 3);
  folder.write("study/work/shards/assigned", parts[2]);
  const auto own = layout.shard(1, 1);
  for (const char* step : {"scan", "apply"}) {
    folder.write(own.marker(step).lexically_relative(folder.path()).string(), parts[0]);
    folder.write(own.log(step).lexically_relative(folder.path()).string(), parts[1]);
  }
  const std::vector<study::Delivered> files{{.file = "a.txt", .key = "adf4aa88d8ebf2ac93bf86db6efdf99d", .bytes = 10}};
  study::Books books({layout.lock(), layout.ledger(), layout.audit_log(), {}}, still());
  fuzz::takes([&] { study::merge_scans(layout, files, books, still()); });
  fuzz::takes([&] { study::merge_applies(layout, files, books, still()); });
  fuzz::takes([&] { study::take_over_shards(layout, books, still()); });
  return 0;
}
