#pragma once
#include "align/error_tally.hpp"

namespace moniker::align {

/// Finds the stretches in which errors are dense, and keeps the worst.
class PassageFinder {
 public:
  PassageFinder(std::size_t most, bool keep_words) : most_(most), keep_words_(keep_words) {}
  void take(const Timed& step);
  std::vector<Passage> finish();  // the worst first

 private:
  void open(const Timed& step);
  void close();

  std::size_t most_;
  bool keep_words_;
  std::uint32_t line_ = 0;  // of the transcript's last word
  std::int64_t score_ = 0, peak_ = 0;
  Passage now_{}, best_{};  // the open passage, and it as far as its peak
  std::vector<Passage> worst_{};
  std::vector<std::int64_t> scores_{};  // of worst_, descending
};

}  // namespace moniker::align
