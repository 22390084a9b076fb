#pragma once
#include <cstdint>
#include <vector>

#include "work/work_files.hpp"

namespace moniker::study {

/// What scan found in a transcript, handed out as its utterances come by again. What it is made of outlives it.
class FoundBefore {
 public:
  FoundBefore(ScanReader& scanned, const RuleNames& names);
  /// Of an utterance; numbers ascend from call to call.
  std::vector<Finding> in(std::uint64_t utterance);
  /// After the last utterance. Throws Error{integrity}: findings are left that none bore.
  void finish() const;

 private:
  ScanReader& scanned_;
  const RuleNames& names_;
  std::vector<Finding> ahead_{};  // of the next utterance that has some
};

}  // namespace moniker::study
