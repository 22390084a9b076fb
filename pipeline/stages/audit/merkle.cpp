// https://www.rfc-editor.org/rfc/rfc6962#section-2.1 and https://www.rfc-editor.org/rfc/rfc9162#section-2.1. A tree of
// n leaves is split at the largest power of two below n; what is left of the split is whole, so that a log that grows
// keeps the roots of its whole parts.
#include "audit/merkle.hpp"

#include <sodium.h>

#include <bit>

#include "base/raw_bytes.hpp"

namespace moniker::audit {
namespace {

constexpr unsigned char leaf_mark = 0, node_mark = 1;

std::uint64_t split_of(std::uint64_t size) { return std::bit_floor(size - 1); }

/// The root of leaves [begin, begin + size), size at least 1.
TreeHash root_of(const std::vector<TreeHash>& leaves, std::uint64_t begin, std::uint64_t size) {
  TreeRoot root;
  for (std::uint64_t i = 0; i < size; ++i) root.add(leaves[begin + i]);
  return root.root();
}

}  // namespace

TreeHash leaf_hash(std::string_view record) {
  TreeHash hash;
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, &leaf_mark, 1);
  crypto_hash_sha256_update(&state, raw(record), record.size());
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

TreeHash node_hash(const TreeHash& left, const TreeHash& right) {
  TreeHash hash;
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, &node_mark, 1);
  crypto_hash_sha256_update(&state, left.data(), left.size());
  crypto_hash_sha256_update(&state, right.data(), right.size());
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

void TreeRoot::add(const TreeHash& leaf) {
  whole_.push_back(leaf);
  ++size_;
  // As many subtrees became one as the number ends in zeros.
  for (std::uint64_t n = size_; n % 2 == 0; n /= 2) {
    const TreeHash right = whole_.back();
    whole_.pop_back();
    whole_.back() = node_hash(whole_.back(), right);
  }
}

TreeHash TreeRoot::root() const {
  TreeHash root;
  if (whole_.empty()) {
    crypto_hash_sha256(root.data(), nullptr, 0);
    return root;
  }
  root = whole_.back();
  for (std::size_t i = whole_.size() - 1; i > 0; --i) root = node_hash(whole_[i - 1], root);
  return root;
}

Proof inclusion_proof(const std::vector<TreeHash>& leaves, std::uint64_t index) {
  Proof from_root;
  for (std::uint64_t begin = 0, size = leaves.size(); size > 1;) {
    const std::uint64_t split = split_of(size);
    if (index - begin < split) {
      from_root.push_back(root_of(leaves, begin + split, size - split));
      size = split;
    } else {
      from_root.push_back(root_of(leaves, begin, split));
      begin += split;
      size -= split;
    }
  }
  return {from_root.rbegin(), from_root.rend()};
}

Proof consistency_proof(const std::vector<TreeHash>& leaves, std::uint64_t before) {
  if (before == leaves.size()) return {};
  Proof from_root;
  std::uint64_t begin = 0, size = leaves.size();
  bool known = true;  // the subtree's root is the old root itself
  while (before != size) {
    const std::uint64_t split = split_of(size);
    if (before <= split) {
      from_root.push_back(root_of(leaves, begin + split, size - split));
      size = split;
    } else {
      from_root.push_back(root_of(leaves, begin, split));
      begin += split;
      before -= split;
      size -= split;
      known = false;
    }
  }
  if (!known) from_root.push_back(root_of(leaves, begin, size));
  return {from_root.rbegin(), from_root.rend()};
}

std::optional<TreeHash> root_of_inclusion(const TreeHash& leaf, std::uint64_t index, std::uint64_t size,
                                          const Proof& proof) {
  if (index >= size) return std::nullopt;
  std::uint64_t place = index, last = size - 1;
  TreeHash root = leaf;
  for (const TreeHash& beside : proof) {
    if (last == 0) return std::nullopt;
    if (place % 2 == 1 || place == last) {
      root = node_hash(beside, root);
      while (place % 2 == 0 && place != 0) place /= 2, last /= 2;
    } else {
      root = node_hash(root, beside);
    }
    place /= 2, last /= 2;
  }
  return last == 0 ? std::optional(root) : std::nullopt;
}

bool is_consistent(std::uint64_t before, const TreeHash& root_before, std::uint64_t size, const TreeHash& root,
                   const Proof& proof) {
  if (before == 0 || before > size) return false;
  if (before == size) return proof.empty() && root_before == root;
  Proof path = proof;
  if (std::has_single_bit(before)) path.insert(path.begin(), root_before);
  if (path.empty()) return false;
  std::uint64_t place = before - 1, last = size - 1;
  while (place % 2 == 1) place /= 2, last /= 2;
  TreeHash old_root = path.front(), new_root = path.front();
  for (auto beside = path.begin() + 1; beside != path.end(); ++beside) {
    if (last == 0) return false;
    if (place % 2 == 1 || place == last) {
      old_root = node_hash(*beside, old_root);
      new_root = node_hash(*beside, new_root);
      while (place % 2 == 0 && place != 0) place /= 2, last /= 2;
    } else {
      new_root = node_hash(new_root, *beside);
    }
    place /= 2, last /= 2;
  }
  return last == 0 && old_root == root_before && new_root == root;
}

}  // namespace moniker::audit
