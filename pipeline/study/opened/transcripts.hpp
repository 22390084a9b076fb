#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/delivery_folder.hpp"
#include "base/display_name.hpp"
#include "base/keyed_hash.hpp"
#include "base/layout.hpp"

namespace moniker::study {

/// A delivered file as the steps see it. A study may have many: it holds what cannot be told from the name.
struct Delivered {
  std::string file{};  // DeliveryEntry::name
  std::string key{};   // file_key
  std::uint64_t bytes = 0;
  std::filesystem::path place{};  // may go through a bundle: open_delivery
  const Oddity* odd = nullptr;    // never opened
  std::size_t number = 0;         // among all of incoming/, from 0
};

/// The keys of a shard's files; nothing: the whole study's.
using ShardFiles = std::optional<std::set<std::string>>;

/// In study order; of a shard, its own.
std::vector<Delivered> delivered(const StudyLayout& layout, const Secret<32>& registry_key,
                                 const ShardFiles& shard = std::nullopt);

/// As messages may call it.
std::string shown_name_of(const Delivered& delivery, const Register& people);
std::string shown_name_of(const Delivered& delivery, const DisplayNames& names);

/// Digest of a delivery's bytes; nothing where it is odd or cannot be read.
std::optional<Digest> content_of(const Delivered& delivery);

}  // namespace moniker::study
