#pragma once
#include <deque>

#include "read/formats/cue_blocks.hpp"
#include "read/formats/cue_text.hpp"
#include "read/formats/rolling_captions.hpp"
#include "read/turns/label_survey.hpp"
#include "read/turns/reader.hpp"
#include "read/turns/turn_joiner.hpp"

namespace moniker::read {

/// Captions of one speaker become one turn, before anything else sees them (turn_joiner.hpp); the lines of a caption
/// are joined the same way.
///
/// Who speaks: a voice tag (Teams) counts for its own caption; a label "Kate: ..." (Zoom, SubRip) until the
/// next one. Lines of a dialogue that begin with a dash or ">>" are turns, of nobody named where no label follows.
/// Captions that roll are written once (`cue_repeated`). Labels and rolling are judged by the first 256 KiB.
class CaptionReader : public Reader {
 public:
  CaptionReader(ByteSource& source, CueDialect dialect, const Sink<Issue>& issues, const ReadOptions& options);
  std::optional<Utterance> next() override;

 private:
  struct Raw {  // a block whose marks are gone
    TimeSpan time{};
    Position at{};
    bool continues = false, by_line = false, stray = false;  // by_line: the voice's lines are the file's
    std::vector<CueVoice> voices{};
  };
  std::optional<Raw> read_raw();
  std::optional<Raw> next_raw();
  void survey();
  void tell_uncertain();
  void unroll(Raw& raw);
  void take(const Raw& raw);
  void take_unvoiced(const Raw& raw, const std::string& text);
  void take_stray(const Raw& raw, const std::string& text);
  void survey_heads();
  std::string_view head_of(std::string_view text) const;
  void doubt(Position at);
  void finish();

  CueBlocks blocks_;
  Sink<Issue> issues_;
  TurnJoiner turns_;
  const words::Language& language_;
  LabelSurvey survey_;
  RollingCaptions rolling_{};
  Issue repeated_{.code = IssueCode::cue_repeated, .count = 0};
  Issue nameless_{.code = IssueCode::speaker_uncertain, .count = 0};  // lines that leave open who speaks
  bool surveyed_ = false, ended_ = false, by_label_ = false;
  bool headed_ = false;    // first lines of captions name who speaks
  std::string speaker_{};  // who spoke last
  std::deque<Raw> head_{};
};

}  // namespace moniker::read
