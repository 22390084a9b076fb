// SubRip, which no standard describes: a number, a time, words, a blank line.
#include "base/text.hpp"
#include "read/formats/caption_reader.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/timing_line.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {

/// A file begins with the time of a caption, or with its number and then its time. Without a number a time whose digits
/// are not padded heads what meetings once exported as text, a name below it.
bool claims_srt(const Head& head) {
  MemorySource source(head.text);
  LineReader lines(source);
  bool numbered = false;
  while (const auto line = lines.next()) {
    if (line->text.find_first_not_of(" \t") == std::string::npos) continue;
    const bool timed = cue_time(line->text).has_value();
    if (timed || (numbered && is_timing_line(line->text))) return numbered || clock_time_at(trimmed(line->text));
    if (numbered || line->text.find_first_not_of("0123456789 \t") != std::string::npos) return false;
    numbered = true;
  }
  return false;
}

std::unique_ptr<Reader> open_srt(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<CaptionReader>(source, CueDialect::srt, issues, options);
}

}  // namespace moniker::read
