#pragma once
#include <deque>
#include <optional>
#include <string>

#include "read/turns/given_turns.hpp"
#include "read/turns/turn_joiner.hpp"

namespace moniker::read {

/// A piece of talk, or of what was said about it, as a program of recognition or annotation gives it.
struct Segment {
  std::string speaker{}, text{};
  std::optional<TimeSpan> time{};
  Position at{};  // of the text
  Part part = Part::talk;
};

/// Segments as turns, in the order given: those of talk with times are joined as captions are, all others stand alone.
class SegmentReader : public Reader {
 public:
  SegmentReader(std::deque<Segment> segments, const Sink<Issue>& issues, const ReadOptions& options);
  std::optional<Utterance> next() override;

 private:
  void take(Segment segment);
  void pass_on();
  void close();
  std::optional<Utterance> finish();

  std::deque<Segment> segments_;
  TurnJoiner joined_;
  GivenTurns given_;
  bool told_ = false;
};

/// In the order of their times, those without one where they stand; of the same time, in the order given.
void sort_by_time(std::deque<Segment>& segments);

}  // namespace moniker::read
