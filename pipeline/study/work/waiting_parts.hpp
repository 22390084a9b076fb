#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "work/sealed_parts.hpp"

namespace moniker::study {

/// What a transcript leaves as it streams by, until all of it is known: in memory while it is little, then sealed in a
/// file. The identity outlives it.
class WaitingParts {
 public:
  WaitingParts(std::filesystem::path file, const seal::Identity& study) : file_(std::move(file)), study_(study) {}
  void add(std::string_view part);
  /// All of it, while it is little.
  const std::vector<std::string>& few() const { return few_; }
  /// The file of what is much, which then waits to be published; null while it is little. Once, after the last part.
  std::unique_ptr<AtomicFile> release();

 private:
  std::filesystem::path file_;
  const seal::Identity& study_;
  std::vector<std::string> few_{};
  std::size_t bytes_ = 0;
  std::unique_ptr<SealedParts> many_{};
};

/// One transcript's rows for the audit log, which wait until the whole of it is proved. What lay in a file goes with
/// them.
class WaitingRows {
 public:
  WaitingRows(std::filesystem::path file, const seal::Identity& study)
      : file_(std::move(file)), study_(study), rows_(file_, study) {}
  WaitingRows(WaitingRows&&) = default;
  ~WaitingRows();
  void add(std::string_view body) { rows_.add(body); }
  /// In the order in which they came; nothing is added any more.
  void for_each(const std::function<void(std::string_view)>& take);

 private:
  std::filesystem::path file_;
  const seal::Identity& study_;
  WaitingParts rows_;
  std::unique_ptr<AtomicFile> many_{};  // once they are read back
};

}  // namespace moniker::study
