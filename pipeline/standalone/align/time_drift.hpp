#pragma once
#include "align/error_tally.hpp"

namespace moniker::align {

/// Collects how far the transcript's times stand from the captions', a point for every ten seconds.
class TimeDrift {
 public:
  void take(const Timed& step);
  Drift finish();

 private:
  struct Point {
    std::int64_t at = 0, apart = 0;  // milliseconds
  };
  void close_point();
  std::vector<Jump> take_out_jumps();
  double slope_nearby() const;
  static double steepness(const std::vector<Point>& points);

  bool firm_ = false;          // the word before is in common too
  std::vector<Point> open_{};  // of the ten seconds that are being read
  std::vector<Point> points_{};
};

}  // namespace moniker::align
