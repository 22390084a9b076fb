#pragma once
#include <deque>
#include <functional>
#include <optional>

#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/label_survey.hpp"
#include "read/turns/line_numbers.hpp"
#include "read/turns/line_reader.hpp"
#include "read/turns/reader.hpp"
#include "read/turns/text_turns.hpp"
#include "read/turns/timestamp.hpp"
#include "read/turns/usual_labels.hpp"

namespace moniker::read {

/// Lines become turns: labels and times are taken off, lines without a label go on with the turn.
///
/// The first 256 KiB of lines are kept and surveyed before the first turn is given (which words are labels,
/// where the head of the transcript ends); after that one turn is held, of at most `longest_turn` bytes and a
/// line.
/// - Before the first label: Part::matter, one utterance a paragraph; a whole transcript without labels is
/// talk
///   of nobody named, one utterance a paragraph.
/// - A head such as "Date: ... / Interviewee: Kate Shaw" is matter, although "Interviewee" may be a label
/// below.
/// - A time at the beginning of a line, beside its label, alone on its line, or (f4's #00:10:10-2#) at a
/// line's
///   end leaves the text. A turn with several times has a Cue for each; with one it has only Utterance::time.
/// - Blanks at both ends of a line leave the text; "\n" stands between lines.
class TurnReader {
 public:
  using Lines = std::function<std::optional<Line>()>;
  TurnReader(Lines lines, const ReadOptions& options, Sink<Issue> issues);
  std::optional<TextTurn> next();

 private:
  struct Begin {  // how a line begins
    std::optional<Stamp> stamp{};
    std::optional<LabelCandidate> label{};      // accepted
    std::optional<LabelCandidate> candidate{};  // what label_candidate() says of the words, where it was asked that
    bool asked = false;
    std::size_t talk = 0;
  };

  void survey();
  void mark_head();
  void tell_uncertain();
  std::optional<Line> next_line();
  void take(Line line);
  std::optional<LabelCandidate> label_at(const Line& line, std::size_t from, TimeBefore before) const;
  Begin begin_of(const Line& line);
  void start_labelled(const Line& line, const Begin& begin);
  void doubt(const Line& line, std::size_t from);
  void start(Part part, std::string speaker, SourceRange label, Position at);
  void add(const Line& line, std::size_t from, std::optional<TimeSpan> time);
  std::size_t take_closing_time(std::string_view text, std::size_t from);
  void cut();
  void close();

  Lines lines_;
  ReadOptions options_;
  Sink<Issue> issues_;
  LabelSurvey survey_;
  UsualLabels usual_{};
  LineNumbers numbers_{};
  bool surveyed_ = false, ended_ = false, talk_begun_ = false;
  bool below_time_ = false;  // the line before was a time with an end, and nothing else
  std::deque<Line> head_{};
  std::deque<TextTurn> ready_{};
  std::optional<TextTurn> open_{};
  std::string speaker_{};                // who spoke last; goes on after a table or a text box
  std::vector<Position> places_{};       // of open_'s runs
  std::optional<TimeSpan> waiting_{};    // a time that stood alone on its line
  std::chrono::milliseconds closed_{0};  // the last time that closed a paragraph
  std::uint64_t number_ = 0;
  bool aside_ = false;  // open_ holds what stood in brackets beside its label, and nothing else
  bool told_ = false;   // that the layout is not known
  Issue overlong_{.code = IssueCode::line_overlong, .count = 0};
  Issue uncertain_{.code = IssueCode::speaker_uncertain, .count = 0};
};

/// Where a text longer than `longest` bytes is cut: behind the last sentence end of its second half, else
/// behind its last blank, else between two code points. `end`: of the first piece; `next`: the second begins.
struct CutPlace {
  std::size_t end = 0, next = 0;
};
CutPlace cut_place(std::string_view text, std::size_t longest);

/// Cuts `turn` there; what it gives back is the rest, with the times that belong to it.
Utterance cut_utterance(Utterance& turn, CutPlace place);

}  // namespace moniker::read
