#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace moniker {

/// One test vector: lines of "key: value", an empty line, and an age file. The keys are explained in the
/// README of https://github.com/C2SP/CCTV, folder age.
struct AgeVector {
  std::string name{};
  std::string expect{};
  std::string payload{};   // SHA-256 in hex of all plaintext given before the end or the failure
  std::string file_key{};  // bytes
  std::vector<std::string> identities{}, passphrases{};
  bool armored = false;
  std::string file{};  // decompressed
};

/// Throws std::runtime_error at a key it does not know: a vector that is half understood proves nothing.
AgeVector read_age_vector(const std::filesystem::path& file);

}  // namespace moniker
