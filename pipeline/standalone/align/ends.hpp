#pragma once
#include "align/error_tally.hpp"

namespace moniker::align {

/// Counts what one text has and the other has not before the first and after the last run of words in common.
class Ends {
 public:
  explicit Ends(TalkComparison& into) : into_(into) {}
  void take(const Timed& step);
  void finish();

 private:
  TalkComparison& into_;
  End open_{};
  std::uint32_t line_ = 0;  // of the transcript's last word
  std::size_t run_ = 0;     // words in common, unbroken
  bool begun_ = false;
};

}  // namespace moniker::align
