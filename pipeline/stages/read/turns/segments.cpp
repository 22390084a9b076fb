#include "read/turns/segments.hpp"

#include <algorithm>
#include <utility>

namespace moniker::read {

SegmentReader::SegmentReader(std::deque<Segment> segments, const Sink<Issue>& issues, const ReadOptions& options)
    : segments_(std::move(segments)), joined_(options, issues), given_(options, issues) {}

std::optional<Utterance> SegmentReader::next() {
  for (;;) {
    if (auto turn = given_.give()) return turn;
    if (segments_.empty()) return finish();
    Segment segment = std::move(segments_.front());
    segments_.pop_front();
    take(std::move(segment));
  }
}

void SegmentReader::take(Segment segment) {
  segment.text = single_line(segment.text);
  if (segment.text.empty()) return;
  if (segment.part == Part::talk && segment.time) {
    joined_.take({single_line(segment.speaker), std::move(segment.text), *segment.time, segment.at});
    return pass_on();
  }
  if (segment.part == Part::talk) close();
  given_.take({.speaker = std::move(segment.speaker),
               .time = segment.time,
               .text = std::move(segment.text),
               .at = segment.at,
               .part = segment.part});
}

void SegmentReader::pass_on() {
  while (auto turn = joined_.give()) given_.take(std::move(*turn));
}

void SegmentReader::close() {
  joined_.close();
  pass_on();
}

std::optional<Utterance> SegmentReader::finish() {
  close();
  if (auto turn = given_.give()) return turn;
  if (!std::exchange(told_, true)) joined_.finish(), given_.finish();
  return std::nullopt;
}

void sort_by_time(std::deque<Segment>& segments) {
  // A segment without a time keeps that of the one before it.
  std::chrono::milliseconds last{0};
  std::vector<std::pair<std::chrono::milliseconds, std::size_t>> order;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].time) last = segments[i].time->begin;
    order.emplace_back(last, i);
  }
  std::sort(order.begin(), order.end());
  std::deque<Segment> sorted;
  for (const auto& [time, i] : order) sorted.push_back(std::move(segments[i]));
  segments.swap(sorted);
}

}  // namespace moniker::read
