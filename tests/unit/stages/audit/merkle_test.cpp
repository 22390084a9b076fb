#include "audit/merkle.hpp"

#include <sodium.h>

#include <catch2/catch.hpp>
#include <string>

#include "base/keyed_hash.hpp"

namespace moniker {

using namespace moniker::audit;
namespace {

std::string hex_of(const TreeHash& hash) { return hex({reinterpret_cast<const char*>(hash.data()), hash.size()}); }

std::string bytes_of_hex(const std::string& digits) {
  std::string bytes(digits.size() / 2, '\0');
  std::size_t size = 0;
  sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), digits.data(), digits.size(), nullptr,
                 &size, nullptr);
  return bytes;
}

/// The leaves and roots that implementations of Certificate Transparency are tested with.
const std::vector<std::pair<std::string, std::string>> known{
    {"", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
    {"00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"},
    {"10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"},
    {"2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"},
    {"3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"},
    {"40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"},
    {"5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"},
    {"606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"}};

std::vector<TreeHash> leaves_of_size(std::uint64_t size) {
  std::vector<TreeHash> leaves;
  for (std::uint64_t i = 0; i < size; ++i) leaves.push_back(leaf_hash("record " + std::to_string(i)));
  return leaves;
}

TreeHash root_of_first(const std::vector<TreeHash>& leaves, std::uint64_t size) {
  TreeRoot root;
  for (std::uint64_t i = 0; i < size; ++i) root.add(leaves[i]);
  return root.root();
}

}  // namespace

TEST_CASE("the tree has the roots that other implementations give") {
  TreeRoot tree;
  CHECK(hex_of(tree.root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (const auto& [leaf, root] : known) {
    tree.add(leaf_hash(bytes_of_hex(leaf)));
    CHECK(hex_of(tree.root()) == root);
  }
}

TEST_CASE("each place of every tree is proved, and a proof serves for no other") {
  for (std::uint64_t size = 1; size <= 40; ++size) {
    const auto leaves = leaves_of_size(size);
    const TreeHash root = root_of_first(leaves, size);
    for (std::uint64_t index = 0; index < size; ++index) {
      const Proof proof = inclusion_proof(leaves, index);
      CHECK(root_of_inclusion(leaves[index], index, size, proof) == root);
      for (std::uint64_t other = 0; other < size + 2; ++other) {
        if (other != index) CHECK(root_of_inclusion(leaves[index], other, size, proof) != root);
      }
      if (size > 1) CHECK(root_of_inclusion(leaves[(index + 1) % size], index, size, proof) != root);
      Proof longer = proof, shorter = proof;
      longer.push_back(root);
      CHECK(root_of_inclusion(leaves[index], index, size, longer) != root);
      if (!shorter.empty()) {
        shorter.pop_back();
        CHECK(root_of_inclusion(leaves[index], index, size, shorter) != root);
        Proof other = proof;
        other.front()[0] ^= 1;
        CHECK(root_of_inclusion(leaves[index], index, size, other) != root);
      }
    }
  }
}

TEST_CASE("a tree is proved to begin with each smaller one, and with nothing else") {
  for (std::uint64_t size = 1; size <= 40; ++size) {
    const auto leaves = leaves_of_size(size);
    const TreeHash root = root_of_first(leaves, size);
    for (std::uint64_t before = 1; before <= size; ++before) {
      const TreeHash old_root = root_of_first(leaves, before);
      const Proof proof = consistency_proof(leaves, before);
      CHECK(is_consistent(before, old_root, size, root, proof));
      TreeHash other = old_root;
      other[31] ^= 1;
      CHECK_FALSE(is_consistent(before, other, size, root, proof));
      CHECK_FALSE(is_consistent(before, old_root, size, other, proof));
      CHECK_FALSE(is_consistent(before + 1, old_root, size, root, proof));
      Proof longer = proof;
      longer.push_back(root);
      CHECK_FALSE(is_consistent(before, old_root, size, root, longer));
      if (proof.empty()) continue;
      Proof shorter = proof;
      shorter.pop_back();
      CHECK_FALSE(is_consistent(before, old_root, size, root, shorter));
    }
    CHECK_FALSE(is_consistent(0, root, size, root, {}));
  }
}

}  // namespace moniker
