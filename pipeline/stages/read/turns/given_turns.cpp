#include "read/turns/given_turns.hpp"

#include <algorithm>

#include "base/seen_text.hpp"
#include "read/turns/label_aside.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {
namespace {

void trim(std::string& text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.erase(text.find_last_not_of(blanks) + 1);
  text.erase(0, std::min(text.find_first_not_of(blanks), text.size()));
}

/// One kind of line end within a turn.
void unify_line_ends(std::string& text) {
  std::size_t to = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    text[to++] = text[at] == '\r' ? '\n' : text[at];
  }
  text.resize(to);
}

}  // namespace

GivenTurns::GivenTurns(const ReadOptions& options, Sink<Issue> issues) : options_(options), issues_(std::move(issues)) {
  options_.longest_turn = std::max(options_.longest_turn, shortest_turn);
}

void GivenTurns::take(Utterance turn) {
  unify_line_ends(turn.text);
  trim(turn.text);
  turn.speaker = seen_label(turn.speaker);
  trim(turn.speaker);
  if (turn.text.empty()) return;
  if (turn.part == Part::talk) take_aside(turn.speaker, turn.text, options_.language);
  while (turn.text.size() > options_.longest_turn) {
    if (overlong_.count++ == 0) overlong_.at = turn.at;
    Utterance rest = cut_utterance(turn, cut_place(turn.text, options_.longest_turn));
    rest.at = turn.at;
    ready_.push_back(std::exchange(turn, std::move(rest)));
  }
  ready_.push_back(std::move(turn));
}

std::optional<Utterance> GivenTurns::give() {
  if (ready_.empty()) return std::nullopt;
  Utterance turn = std::move(ready_.front());
  ready_.pop_front();
  turn.number = number_++;
  return turn;
}

void GivenTurns::finish() {
  if (overlong_.count > 0) issues_(overlong_);
}

}  // namespace moniker::read
