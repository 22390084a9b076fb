#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "work/work_files.hpp"

namespace moniker::study {

/// One transcript's rows for the audit log, which wait until the whole of it is proved: in memory while they are few,
/// then sealed in a file that is removed again.
class WaitingRows {
 public:
  WaitingRows(std::filesystem::path file, const seal::Recipient& recipient)
      : file_(std::move(file)), recipient_(recipient) {}
  WaitingRows(WaitingRows&&) = default;
  ~WaitingRows();
  void add(std::string_view body);
  /// In the order in which they came; nothing is added any more.
  void for_each(const seal::Identity& identity, const std::function<void(std::string_view)>& take);

 private:
  std::filesystem::path file_;
  seal::Recipient recipient_;
  std::vector<std::string> few_{};
  std::size_t bytes_ = 0;
  std::unique_ptr<SealedLines> many_{};
};

}  // namespace moniker::study
