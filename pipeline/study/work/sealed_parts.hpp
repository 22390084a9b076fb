#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/atomic_file.hpp"
#include "base/keyed_hash.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// Parts of any bytes, one after the other, sealed by the study's own key and published whole or not at all.
class SealedParts {
 public:
  SealedParts(const std::filesystem::path& target, const seal::Identity& study);
  ~SealedParts();
  void add(std::string_view part);
  /// Digest of the parts, in clear. Then release() is what publishes them, with others or now.
  Digest finish();
  std::unique_ptr<AtomicFile> release();
  /// finish(), and durable.
  Digest publish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The parts again, one by one. Throws Error{integrity} when the file was damaged, is cut off or belongs to another
/// key.
class SealedPartReader {
 public:
  SealedPartReader(const std::filesystem::path& file, const seal::Identity& study);
  ~SealedPartReader();
  SealedPartReader(SealedPartReader&&) noexcept;
  SealedPartReader& operator=(SealedPartReader&&) noexcept;
  std::optional<std::string> next();
  /// Passes over the next part.
  void skip();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::study
