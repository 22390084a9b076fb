#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace moniker::audit {

/// The tree over a log's records, as Certificate Transparency has it: SHA-256, hashing as RFC 6962 section 2.1, proofs
/// as RFC 9162 sections 2.1.3 and 2.1.4. A leaf is a record's line without its line feed.

using TreeHash = std::array<unsigned char, 32>;

TreeHash leaf_hash(std::string_view record);
TreeHash node_hash(const TreeHash& left, const TreeHash& right);

/// The root of leaves that come one by one; holds a hash for each power of two.
class TreeRoot {
 public:
  void add(const TreeHash& leaf);
  std::uint64_t size() const { return size_; }
  TreeHash root() const;  // of nothing: SHA-256 of nothing

 private:
  std::uint64_t size_ = 0;
  std::vector<TreeHash> whole_{};  // of whole subtrees, the largest first
};

using Proof = std::vector<TreeHash>;

/// That `leaves[index]` is in the tree of all: what to hash it with on the way up. `index` is less than their number.
Proof inclusion_proof(const std::vector<TreeHash>& leaves, std::uint64_t index);
/// That the tree of all begins with the tree of the first `before`, which is from 1 to their number.
Proof consistency_proof(const std::vector<TreeHash>& leaves, std::uint64_t before);

/// The root that a proof leads to; nothing where it has not the shape for that place in a tree of that size.
std::optional<TreeHash> root_of_inclusion(const TreeHash& leaf, std::uint64_t index, std::uint64_t size,
                                          const Proof& proof);
/// Whether a tree of `size` with this root begins with the one of `before` leaves.
bool is_consistent(std::uint64_t before, const TreeHash& root_before, std::uint64_t size, const TreeHash& root,
                   const Proof& proof);

}  // namespace moniker::audit
