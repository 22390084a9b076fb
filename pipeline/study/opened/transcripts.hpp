#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/keyed_hash.hpp"
#include "base/layout.hpp"

namespace moniker::study {

/// A delivered file as the steps see it. A study may have many: it holds what cannot be told from the name.
struct Delivered {
  std::string file{};  // name without folder or bundle
  std::string key{};   // file_key
  std::uint64_t bytes = 0;
  std::filesystem::path place{};  // may go through a bundle: open_delivery
};

/// The keys of a shard's files; nothing: the whole study's.
using ShardFiles = std::optional<std::set<std::string>>;

/// In study order; of a shard, its own.
std::vector<Delivered> delivered(const StudyLayout& layout, const Secret<32>& registry_key,
                                 const ShardFiles& shard = std::nullopt);

/// Digest of a file's bytes.
Digest digest_of_file(const std::filesystem::path& file);

}  // namespace moniker::study
