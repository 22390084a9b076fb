// JSON lines, an object a turn: moniker's own, and those of others under the usual names. https://jsonlines.org
#include "moniker/error.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/json_segments.hpp"
#include "read/turns/given_turns.hpp"
#include "read/turns/line_reader.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t longest_line = std::size_t{16} << 20;

class JsonLinesReader : public Reader {
 public:
  JsonLinesReader(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options)
      : lines_(source, longest_line), turns_(options, issues), issues_(issues) {}

  std::optional<Utterance> next() override {
    for (;;) {
      if (auto turn = turns_.give()) return turn;
      if (ended_) return std::nullopt;
      if (!surveyed_) survey();
      if (const auto line = next_line()) {
        take(*line);
      } else {
        ended_ = true;
        if (asides_.count > 0) issues_(asides_);
        turns_.finish();
      }
    }
  }

 private:
  /// What a time counts is judged by the first lines.
  void survey() {
    constexpr std::size_t most_lines = 200, most_bytes = 256 * 1024;
    surveyed_ = true;
    TimeUnit unit;
    for (std::size_t bytes = 0; head_.size() < most_lines && bytes < most_bytes;) {
      auto line = lines_.next();
      if (!line) break;
      bytes += line->text.size();
      note_json_turn(line->text, unit);
      head_.push_back(std::move(*line));
    }
    unit_ = unit.seconds(1);
  }
  std::optional<Line> next_line() {
    if (head_.empty()) return lines_.next();
    Line line = std::move(head_.front());
    head_.pop_front();
    return line;
  }
  void take(const Line& line) {
    if (line.text.find_first_not_of(" \t") == std::string::npos) return;
    if (line.continues || line.text.size() >= longest_line) {
      throw Error::input("a line is longer than 16 MiB", "write one object a turn", {.at = {line.at.line, 1}});
    }
    JsonAsides asides;
    Segment turn = json_turn(line.text, line.at.line, unit_, &asides);
    const std::uint64_t beside = asides.count();
    if (beside > 0 && asides_.count == 0) asides_.at = {line.at.line, 1};
    asides_.count += beside;
    turns_.take({.speaker = std::move(turn.speaker),
                 .time = turn.time,
                 .text = std::move(turn.text),
                 .at = turn.at,
                 .part = turn.part});
  }

  LineReader lines_;
  GivenTurns turns_;
  Sink<Issue> issues_;
  Issue asides_{.code = IssueCode::annotations_aside, .count = 0};
  std::deque<Line> head_{};
  double unit_ = 1;  // seconds of one of a time
  bool surveyed_ = false, ended_ = false;
};

}  // namespace

bool claims_jsonl(const Head& head) {
  const auto begin = head.text.find_first_not_of(" \t\r\n");
  return begin != std::string_view::npos && head.text[begin] == '{' && begins_with_json_turn(head.text.substr(begin));
}

std::unique_ptr<Reader> open_jsonl(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<JsonLinesReader>(source, issues, options);
}

}  // namespace moniker::read
