#include "base/layout.hpp"

#include <fmt/format.h>

#include "base/atomic_file.hpp"

namespace moniker {
ShardLayout StudyLayout::shard(unsigned number, unsigned count) const {
  return {.folder = shards() / fmt::format("{}-of-{}", number, count)};
}

StudyLayout::Path StudyLayout::decision(std::uint64_t number) const {
  return decisions() / fmt::format("{:06}.age", number);
}

void make_folders(const StudyLayout& layout) {
  for (const auto& folder : {layout.root, layout.incoming(), layout.keys(), layout.work(), layout.out(),
                             layout.linkage(), layout.audit(), layout.reports()}) {
    make_private_folder(folder);
  }
}

}  // namespace moniker
