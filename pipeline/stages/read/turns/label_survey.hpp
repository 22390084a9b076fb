#pragma once
#include <array>
#include <map>
#include <string>

#include "read/turns/label.hpp"

namespace moniker::read {

/// What counts as a label in one transcript: candidates are counted over its first lines, then judged. Counts
/// are of the exact words, with bounded memory (4,096 different labels). Once judging has begun nothing is
/// noted any more, so a transcript is read alike however it is delivered. Where many lines have labels of one
/// style, a name in that style is a label though seen once: somebody who spoke once.
class LabelSurvey {
 public:
  /// `language` outlives it.
  explicit LabelSurvey(const words::Language& language) : language_(language) {}

  /// A line with words is there, whether it begins with a label or not.
  void note_line() { ++lines_; }
  /// `first`: no words stand before this line.
  void note(std::string_view line, const LabelCandidate& candidate, bool first);
  /// A speaker was named without a label, in a table.
  void note_given() { evidence_ += 2, ++marked_; }
  std::uint32_t count(std::string_view line, const LabelCandidate& candidate) const;
  bool accepts(std::string_view line, const LabelCandidate& candidate) const;
  /// Whether the transcript names its speakers: then what stands before the first label is no talk.
  bool names_speakers() const;
  /// Whether its labels stand alone on their lines.
  bool lines_are_labels() const { return bare_ > marked_ && bare_labels_ > 1; }

 private:
  bool set_off_throughout() const;

  struct Seen {
    std::uint32_t count = 0;
    LabelShape shape{};
  };
  const words::Language& language_;
  std::map<std::pair<LabelStyle, std::string>, Seen> seen_{};
  std::uint32_t marked_ = 0, bare_ = 0, bare_labels_ = 0;       // with a mark; repeated without one, and which
  std::uint32_t lines_ = 0, set_off_ = 0, set_off_labels_ = 0;  // and those whose labels are set off, and which
  std::array<std::uint32_t, 7> styled_{};                       // lines with a label seen often enough, by style
  std::uint32_t evidence_ = 0;                                  // lines that speak for a transcript with labels
};

}  // namespace moniker::read
