// Jumps first: where the medians before and after a point differ by more than the slope between near neighbours
// explains. What is left is a line through the points, by the median of all slopes (Theil 1950, Sen 1968,
// doi 10.1080/01621459.1968.10480934), which a quarter of wrong points does not move.
#include "align/time_drift.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace moniker::align {
namespace {

constexpr std::int64_t point_width = 10'000;  // milliseconds
constexpr std::size_t most_in_point = 32;
constexpr std::size_t window = 6;  // points on each side of a jump
constexpr std::int64_t least_jump = 3'000;
constexpr std::size_t most_jumps = 100;     // beyond, the times have nothing to do with each other; the scatter tells
constexpr std::size_t most_points = 1'000;  // for the slopes, of which there are half the square

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

}  // namespace

void TimeDrift::take(const Timed& timed) {
  const auto& [step, said, written] = timed.pair;
  const bool firm = std::exchange(firm_, step == Step::same);
  if (step != Step::same || !written->stamped || said->time == no_time) return;
  if (!firm && !said->stamped) return;
  if (!open_.empty() && std::abs(said->time - open_.front().at) >= point_width) close_point();
  if (open_.size() < most_in_point) open_.push_back({said->time, written->time - said->time});
}

void TimeDrift::close_point() {
  if (open_.empty()) return;
  std::vector<double> apart;
  for (const Point& point : open_) apart.push_back(static_cast<double>(point.apart));
  points_.push_back({open_[open_.size() / 2].at, std::llround(median(std::move(apart)))});
  open_.clear();
}

/// Where the offset changes at once; later points are brought back by as much.
std::vector<Jump> TimeDrift::take_out_jumps() {
  const double slope = slope_nearby();  // of a recording played too fast, which is no jump
  const auto level = [&](std::size_t begin, std::size_t end) {
    std::vector<double> apart;
    for (std::size_t i = begin; i < end; ++i) {
      apart.push_back(static_cast<double>(points_[i].apart) - slope * static_cast<double>(points_[i].at));
    }
    return median(std::move(apart));
  };
  const auto rise = [&](std::size_t i) {
    return std::llround(level(i, std::min(i + window, points_.size())) - level(i - std::min(i, window), i));
  };
  std::vector<Jump> jumps;
  for (std::size_t i = 3; i + 3 <= points_.size() && jumps.size() < most_jumps;
       ++i) {  // fewer than three points are no level
    if (std::abs(rise(i)) < least_jump) continue;
    // The step itself is where neighbours differ most; medians see it some points early.
    std::size_t at = i;
    for (std::size_t near = i; near < std::min(i + window, points_.size()); ++near) {
      if (std::abs(points_[near].apart - points_[near - 1].apart) > std::abs(points_[at].apart - points_[at - 1].apart))
        at = near;
    }
    const std::int64_t by = rise(at);
    if (std::abs(by) < least_jump) continue;
    jumps.push_back({points_[at].at, by});
    for (std::size_t later = at; later < points_.size(); ++later) points_[later].apart -= by;
    i = std::max(i, at);
  }
  return jumps;
}

/// Between points half a window apart: few of these pairs have a jump in between.
double TimeDrift::slope_nearby() const {
  std::vector<double> slopes;
  for (std::size_t i = 0; i + window / 2 < points_.size(); ++i) {
    const Point& near = points_[i];
    const Point& next = points_[i + window / 2];
    if (next.at != near.at)
      slopes.push_back(static_cast<double>(next.apart - near.apart) / static_cast<double>(next.at - near.at));
  }
  return slopes.size() < 2 * window ? 0 : median(std::move(slopes));
}

double TimeDrift::steepness(const std::vector<Point>& points) {
  const std::size_t stride = points.size() / most_points + 1;
  std::vector<double> slopes;
  for (std::size_t i = 0; i < points.size(); i += stride) {
    for (std::size_t j = i + stride; j < points.size(); j += stride) {
      if (points[j].at == points[i].at) continue;
      slopes.push_back(static_cast<double>(points[j].apart - points[i].apart) /
                       static_cast<double>(points[j].at - points[i].at));
    }
  }
  return median(std::move(slopes));
}

Drift TimeDrift::finish() {
  close_point();
  Drift drift{.points = points_.size()};
  if (points_.empty()) return drift;
  drift.jumps = take_out_jumps();
  const double slope = points_.size() < 5 ? 0 : steepness(points_);  // of fewer, nothing can be said
  std::vector<double> offsets, distances;
  for (const Point& point : points_)
    offsets.push_back(static_cast<double>(point.apart) - slope * static_cast<double>(point.at));
  const double offset = median(offsets);
  for (const double each : offsets) distances.push_back(std::abs(each - offset));
  drift.offset_seconds = offset / 1000;
  drift.seconds_per_hour = slope * 3600;
  drift.scatter_seconds = median(std::move(distances)) / 1000;
  return drift;
}

}  // namespace moniker::align
