#pragma once
#include <optional>
#include <string>
#include <vector>

#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/line_reader.hpp"

namespace moniker::read {

/// A caption as it stands in the file: its time and the lines of its payload with their marks. Cue ids and
/// settings are gone: Teams makes ids from meeting numbers, and neither is talk. Webex names the speaker in the id.
struct CueBlock {
  TimeSpan time{};
  std::vector<Line> lines{};
  std::string speaker{};   // of the cue's id, where it names one
  bool continues = false;  // goes on with the caption before: a block without a time, or a caption too long
  bool stray = false;      // words without a time behind a note: of no caption
};

/// The two formats differ in little: WebVTT has a head and blocks of notes, style and regions (dropped, notes told);
/// SubRip writes a comma before the milliseconds. Either mark is taken in both.
enum class CueDialect { vtt, srt };

/// Blocks one by one. What does not fit gives `cue_malformed` at its line and keeps its words: a time that
/// cannot be read or runs backwards, a block without a time, two captions without a blank line between.
class CueBlocks {
 public:
  CueBlocks(ByteSource& source, CueDialect dialect, Sink<Issue> issues);
  std::optional<CueBlock> next();
  /// Lines of the head and of notes, so far, that are more than a field of a program.
  const Issue& notes() const { return notes_; }

 private:
  void note(const Line& line, std::string_view text);
  std::optional<Line> line();
  void skip_head();
  bool goes_on_with_head(std::string_view text) const;
  bool skip_note(const Line& first);
  void read_time(const Line& line, CueBlock& block);
  void read_payload(CueBlock& block);
  void read_lines(CueBlock& block);
  void malformed(const Line& line) { issues_({IssueCode::cue_malformed, line.at, 1}); }

  LineReader lines_;
  CueDialect dialect_;
  Sink<Issue> issues_;
  Issue notes_{.code = IssueCode::annotations_aside, .count = 0};
  std::optional<Line> again_{};  // read too far
  TimeSpan last_{};
  bool begun_ = false, unfinished_ = false;
  enum class Head { none, style, region, note } head_ = Head::none;  // what the block before was, if no caption
  bool cued_ = false, wordless_ = false;  // a time was read; the last one had no words below it
};

}  // namespace moniker::read
