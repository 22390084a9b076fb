// WebVTT (W3C), as Teams and Zoom write it.
#include "read/formats/caption_reader.hpp"
#include "read/formats/formats.hpp"

namespace moniker::read {

bool claims_vtt(const Head& head) {
  constexpr std::string_view mark = "WEBVTT";
  if (!head.text.starts_with(mark)) return false;
  return head.text.size() == mark.size() ||
         std::string_view(" \t\r\n").find(head.text[mark.size()]) != std::string_view::npos;
}

std::unique_ptr<Reader> open_vtt(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<CaptionReader>(source, CueDialect::vtt, issues, options);
}

}  // namespace moniker::read
