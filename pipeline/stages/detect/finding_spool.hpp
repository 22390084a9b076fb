#pragma once
#include <vector>

#include "detect/spool.hpp"
#include "moniker/finding.hpp"

namespace moniker::detect {

/// Findings put aside in order and taken up again by their utterances, of which numbers ascend.
class FindingSpool {
 public:
  void add(const std::vector<Finding>& findings) { spool_.add(findings); }
  /// From now on, only take().
  void rewind() { spool_.rewind(); }
  std::vector<Finding> take(std::uint64_t utterance) {
    std::vector<Finding> findings;
    for (const Finding* next = spool_.next(); next && next->utterance == utterance; next = spool_.next())
      findings.push_back(spool_.take());
    return findings;
  }

 private:
  Spool<Finding> spool_{};
};

}  // namespace moniker::detect
