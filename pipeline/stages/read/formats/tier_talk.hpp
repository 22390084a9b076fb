#pragma once
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

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

/// Whom a tier is named after: TM of "tx@TM", A of FieldWorks' "A_phrase-txt-en", nobody of "utterances".
std::string speaker_in_name(const std::string& tier);

/// Tells how many annotations are no talk.
void tell_aside(const std::deque<Segment>& segments, const Sink<Issue>& issues);

}  // namespace moniker::read
