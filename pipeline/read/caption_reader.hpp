#pragma once
#include <deque>

#include "read/cue_blocks.hpp"
#include "read/cue_text.hpp"
#include "read/label_survey.hpp"
#include "read/reader.hpp"

namespace moniker {

/// Captions of one speaker become one turn, before anything else sees them, so that a name split over two
/// captions is whole. A blank joins them (nothing where the first ends in a soft hyphen; a hyphen is kept,
/// for in captions it mostly means that somebody broke off); the lines of a caption are joined the same way.
///
/// Who speaks: a voice tag (Teams) counts for its own caption; a label "Kate: ..." (Zoom, SubRip) until the
/// next one. Labels are judged after the first 256 KiB of captions. One turn is held, of at most
/// `longest_turn` bytes and a caption. Utterance::cues has one entry a caption; Utterance::time spans them,
/// ends never shortened.
class CaptionReader : public Reader {
 public:
  CaptionReader(ByteSource& source, CueDialect dialect, const Sink<Issue>& issues,
                const ReadOptions& options);
  std::optional<Utterance> next() override;

 private:
  struct Raw {  // a block whose marks are gone
    TimeSpan time{};
    Position at{};
    bool continues = false, by_line = false;  // by_line: the voice's lines are the file's
    std::vector<CueVoice> voices{};
  };
  struct Caption {
    std::string speaker{}, text{};
    TimeSpan time{};
    Position at{};
  };

  std::optional<Raw> read_raw();
  void survey();
  void take(const Raw& raw);
  void take_unvoiced(const Raw& raw, const std::string& text);
  void join(Caption caption);
  void cut();
  void close();

  CueBlocks blocks_;
  Sink<Issue> issues_;
  ReadOptions options_;
  LabelSurvey survey_{};
  bool surveyed_ = false, ended_ = false, by_label_ = false;
  std::string speaker_{};  // who spoke last
  std::deque<Raw> head_{};
  std::deque<Utterance> ready_{};
  std::optional<Utterance> open_{};
  std::uint64_t number_ = 0;
  Issue overlong_{.code = IssueCode::line_overlong, .count = 0};
};

}  // namespace moniker
