#pragma once
#include <cstdio>
#include <memory>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::detect {

/// Findings put aside in order and taken up again in order. Few stay in memory; more go to a temporary file without a
/// name, which holds places and rules and no word of a transcript.
class FindingSpool {
 public:
  void add(const std::vector<Finding>& findings);
  /// From now on, only take().
  void rewind();
  /// Those of one utterance, of which numbers ascend.
  std::vector<Finding> take(std::uint64_t utterance);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void spill();
  bool fill();

  std::vector<Finding> some_{};
  std::size_t at_ = 0;
  std::unique_ptr<std::FILE, Close> file_{};
};

}  // namespace moniker::detect
