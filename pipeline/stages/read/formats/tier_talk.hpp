#pragma once
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/segments.hpp"

namespace moniker::read {

/// Whether the labels of a tier read like what somebody said, not like numbers, references or codes.
class TierTalk {
 public:
  void note(std::string_view label);
  /// At least half of its labels that say anything have words in them.
  bool reads() const { return said_ * 2 >= labels_ && said_ > 0; }
  /// At least half of them have several words, or end as sentences do.
  bool is_sentences() const { return sentences_ * 2 >= labels_ && sentences_ > 0; }
  std::size_t words() const { return said_; }
  bool empty() const { return labels_ == 0; }

 private:
  std::size_t labels_ = 0, said_ = 0, sentences_ = 0;
};

/// What a tier's name says of it: 1, talk (tx@TM, Kate-txt); -1, something beside it (ft@TM, notes, gesture); 0,
/// nothing.
int names_talk(std::string_view tier);

/// Whether a tier's name says that its labels are who speaks: "speaker", "sp@TM", "turns".
bool names_who_speaks(std::string_view tier);

/// Who speaks when, by a tier of its own beside that of the talk.
class SpeakerSpans {
 public:
  void note(std::optional<TimeSpan> time, std::string_view name);
  std::string at(std::optional<TimeSpan> time) const;  // in its middle; empty where nobody is told
  bool empty() const { return spans_.empty(); }

 private:
  struct Span {
    TimeSpan time{};
    std::string name{};
  };
  std::vector<Span> spans_{};
};

/// Whom a tier is named after: TM of "tx@TM" and "TM_tx", A of FieldWorks' "A_phrase-txt-en", nobody of "utterances".
std::string speaker_in_name(const std::string& tier);

/// Tells how many annotations are no talk.
void tell_aside(const std::deque<Segment>& segments, const Sink<Issue>& issues);

}  // namespace moniker::read
