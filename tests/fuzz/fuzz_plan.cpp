// plan.json from anybody: what was read and written reads the same, and no file is of a shard that there is not.
#include "fuzz/fuzzing.hpp"
#include "shards/plan.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const StudyLayout layout{.root = folder.path()};
  folder.write("work/plan.json", fuzz::text_of(data, size));
  fuzz::takes([&] {
    const auto plan = study::read_plan(layout);
    fuzz::hold(plan.has_value());
    for (const auto& file : plan->files) fuzz::hold(file.shard >= 1 && file.shard <= plan->shards);
    study::write_plan(layout, *plan);
    const auto again = study::read_plan(layout);
    fuzz::hold(again && again->shards == plan->shards && again->audit_records == plan->audit_records);
    fuzz::hold(again->audit_head == plan->audit_head && again->files.size() == plan->files.size());
    for (std::size_t i = 0; i < plan->files.size(); ++i) {
      fuzz::hold(again->files[i].key == plan->files[i].key && again->files[i].bytes == plan->files[i].bytes);
      fuzz::hold(again->files[i].shard == plan->files[i].shard);
    }
  });
  return 0;
}
