// What programs of speech recognition write: one JSON document with its segments, which are joined to turns as captions
// are. https://github.com/openai/whisper (whisper/utils.py, WriteJSON), https://github.com/ggerganov/whisper.cpp
// (output_json).
#include "moniker/error.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/json_segments.hpp"

namespace moniker::read {

bool claims_json(const Head& head) {
  const auto skip = [](std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  };
  const std::string_view text = skip(head.text);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const std::string_view inner = skip(text.substr(1));
  return text.starts_with('{') ? inner.starts_with('"')
                               : inner.starts_with('{') && skip(inner.substr(1)).starts_with('"');
}

std::unique_ptr<Reader> open_json(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  std::uint64_t asides = 0;
  auto segments = json_segments(source, asides);
  if (segments.empty()) {
    throw Error::input("is json without segments of talk",
                       "export the transcript with its segments, or as .vtt, .srt, .docx or .txt");
  }
  if (asides > 0) issues({IssueCode::annotations_aside, {}, asides});
  return std::make_unique<SegmentReader>(std::move(segments), issues, options);
}

}  // namespace moniker::read
