#pragma once
#include "align/comparison.hpp"
#include "align/stream_aligner.hpp"

namespace moniker::align {

/// A step with the talk's clock.
struct Timed {
  Aligned pair{};
  std::int64_t clock = no_time;  // the captions' time, or the transcript's where the captions have none
};

/// Errors in all, by speaker and by five minutes.
class ErrorTally {
 public:
  explicit ErrorTally(TalkComparison& into) : into_(into) {}
  void take(const Timed& step);
  /// Words missing are their voice's speaker's where it is known who that is, else of the one who spoke before.
  void finish();

 private:
  ErrorCounts& of_speaker(std::size_t speaker);

  TalkComparison& into_;
  std::uint16_t speaking_ = 0;
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint64_t> missing_{};  // by voice and speaker before
};

}  // namespace moniker::align
