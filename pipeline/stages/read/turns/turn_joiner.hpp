#pragma once
#include <deque>
#include <optional>
#include <string>

#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/reader.hpp"

namespace moniker::read {

/// A short piece of talk with its time: a caption, or what a recogniser takes for a sentence. `text` is one line.
struct Caption {
  std::string speaker{}, text{};
  TimeSpan time{};
  Position at{};
};

/// Joins captions of one speaker to turns, so that a name split over two is whole. A blank joins them (nothing where
/// the first ends in a soft hyphen; a hyphen is kept, for in captions it mostly means that somebody broke off).
/// Utterance::cues has one entry a caption; Utterance::time spans them, ends never shortened. Holds one turn of at most
/// `longest_turn` bytes and a caption.
class TurnJoiner {
 public:
  TurnJoiner(const ReadOptions& options, Sink<Issue> issues);
  void take(Caption caption);
  void close();                     // nothing more comes that goes on with the turn
  std::optional<Utterance> give();  // of the turns that are whole, numbered from 0
  void finish();                    // after the last close(): what there is to tell

 private:
  void cut();

  ReadOptions options_;
  Sink<Issue> issues_;
  std::deque<Utterance> ready_{};
  std::optional<Utterance> open_{};
  std::uint64_t number_ = 0;
  Issue overlong_{.code = IssueCode::line_overlong, .count = 0};
};

/// Blanks and line ends as one blank each, none at either end.
std::string single_line(std::string_view text);

/// A label as a field of its own holds it, without the colon that some write behind it: "MT:" is MT.
std::string plain_label(std::string label);

}  // namespace moniker::read
