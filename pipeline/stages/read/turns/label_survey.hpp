#pragma once
#include <array>
#include <map>
#include <set>
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
  /// `first`: no words stand before this line. `asked`: the words before it end in a question mark.
  void note(std::string_view line, const LabelCandidate& candidate, bool first, bool asked = false);
  /// A speaker was named without a label, in a table.
  void note_given() { evidence_ += 2, ++marked_; }
  std::uint32_t count(std::string_view line, const LabelCandidate& candidate) const;
  bool accepts(std::string_view line, const LabelCandidate& candidate) const;
  /// Ends the counting: from here on it is known who is named in which way.
  void settle();
  /// Whether somebody is called so by a label that counts.
  bool knows(std::string_view label) const;
  /// Whether its labels are codes, of which one more may turn up.
  bool knows_codes() const { return codes_; }
  /// Whether an accepted label is one beyond doubt: not where its mark is another than that of the transcript's labels.
  bool is_sure(std::string_view line, const LabelCandidate& candidate) const;
  /// Whether a label that is not accepted may be one all the same.
  bool may_be(std::string_view line, const LabelCandidate& candidate) const;
  /// Whether the transcript names its speakers: then what stands before the first label is no talk.
  bool names_speakers() const;
  /// Whether its labels stand alone on their lines. What comes back below questions alone are short answers.
  bool lines_are_labels() const { return bare_ > marked_ && bare_labels_ > 1 && bare_asked_ * 4 < bare_ * 3; }
  /// Whether no colon ends them.
  bool set_off_throughout() const;

 private:
  bool lines_are_headed() const;
  bool accepts_odd(std::string_view line, const LabelCandidate& candidate, const std::string& label) const;

  struct Seen {
    std::uint32_t count = 0, asked = 0;
    LabelShape shape{};
  };
  const words::Language& language_;
  std::map<std::pair<LabelStyle, std::string>, Seen> seen_{};
  std::uint32_t marked_ = 0, bare_ = 0, bare_labels_ = 0;       // with a mark; repeated without one, and which
  std::uint32_t bare_asked_ = 0;                                // of those, below a question
  std::uint32_t lines_ = 0, set_off_ = 0, set_off_labels_ = 0;  // and those whose labels are set off, and which
  std::array<std::uint32_t, 7> styled_{};                       // lines with a label seen often enough, by style
  std::uint32_t adorned_ = 0;                                   // of those with a colon, beside which something stands
  bool codes_ = false;                                          // P04 and its like are known
  std::set<std::string> known_{};                               // folded
  std::uint32_t evidence_ = 0;                                  // lines that speak for a transcript with labels
};

}  // namespace moniker::read
