#pragma once
#include <deque>
#include <optional>

#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/reader.hpp"

namespace moniker::read {

/// Turns of formats that say where each begins and ends (a row, an object, an interval): numbered, blanks at their ends
/// off, and cut where one is longer than `longest_turn`. One without words is dropped.
class GivenTurns {
 public:
  GivenTurns(const ReadOptions& options, Sink<Issue> issues);
  void take(Utterance turn);
  std::optional<Utterance> give();
  void finish();  // what there is to tell

 private:
  ReadOptions options_;
  Sink<Issue> issues_;
  std::deque<Utterance> ready_{};
  std::uint64_t number_ = 0;
  Issue overlong_{.code = IssueCode::line_overlong, .count = 0};
};

}  // namespace moniker::read
