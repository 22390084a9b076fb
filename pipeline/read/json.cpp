// What programs of speech recognition write: one JSON document with its segments, which are joined to turns as captions are.
// https://github.com/openai/whisper (whisper/utils.py, WriteJSON), https://github.com/ggerganov/whisper.cpp (output_json).
#include "moniker/error.hpp"
#include "read/formats.hpp"
#include "read/given_turns.hpp"
#include "read/json_segments.hpp"
#include "read/turn_joiner.hpp"

namespace moniker {
namespace {

class JsonReader : public Reader {
 public:
  JsonReader(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options)
      : segments_(json_segments(source)), joined_(options, issues), given_(options, issues) {
    if (segments_.empty()) {
      throw Error({.fault = Fault::input, .what = "is json without segments of talk",
                   .remedy = "export the transcript with its segments, or as .vtt, .srt, .docx or .txt"});
    }
  }

  std::optional<Utterance> next() override {
    for (;;) {
      if (auto turn = given_.give()) return turn;
      if (segments_.empty()) return finish();
      JsonSegment segment = std::move(segments_.front());
      segments_.pop_front();
      take(std::move(segment));
    }
  }

 private:
  void take(JsonSegment segment) {
    segment.text = single_line(segment.text);
    if (segment.text.empty()) return;
    if (!segment.time) {
      close();
      given_.take({.speaker = std::move(segment.speaker), .text = std::move(segment.text), .at = segment.at});
      return;
    }
    joined_.take({single_line(segment.speaker), std::move(segment.text), *segment.time, segment.at});
    pass_on();
  }

  void pass_on() {
    while (auto turn = joined_.give()) given_.take(std::move(*turn));
  }
  void close() {
    joined_.close();
    pass_on();
  }

  std::optional<Utterance> finish() {
    close();
    if (auto turn = given_.give()) return turn;
    if (!std::exchange(told_, true)) joined_.finish(), given_.finish();
    return std::nullopt;
  }

  std::deque<JsonSegment> segments_;
  TurnJoiner joined_;
  GivenTurns given_;
  bool told_ = false;
};

}  // namespace

bool claims_json(const Head& head) {
  const auto skip = [](std::string_view text) { return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size())); };
  const std::string_view text = skip(head.text);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const std::string_view inner = skip(text.substr(1));
  return text.starts_with('{') ? inner.starts_with('"') : inner.starts_with('{') && skip(inner.substr(1)).starts_with('"');
}

std::unique_ptr<Reader> open_json(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<JsonReader>(source, issues, options);
}

}  // namespace moniker
