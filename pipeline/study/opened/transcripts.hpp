#pragma once
#include <vector>

#include "opened/opened_study.hpp"

namespace moniker::study {

/// A delivered file as the steps see it. A study may have many: it holds what cannot be told from the name.
struct Delivered {
  std::string file{};  // name without folder or bundle
  std::uint64_t bytes = 0;
  std::filesystem::path place{};  // may go through a bundle: open_delivery
};
/// In study order; of a shard, its own.
std::vector<Delivered> delivered(const OpenedStudy& study);

/// Digest of a file's bytes.
Digest digest_of_file(const std::filesystem::path& file);

}  // namespace moniker::study
