#include "read/turns/turn_joiner.hpp"

#include <algorithm>

#include "base/seen_text.hpp"
#include "read/turns/label_aside.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {

std::string single_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string plain_label(std::string label) {
  label.erase(label.find_last_not_of(": \t") + 1);
  return label;
}

TurnJoiner::TurnJoiner(const ReadOptions& options, Sink<Issue> issues) : options_(options), issues_(std::move(issues)) {
  options_.longest_turn = std::max(options_.longest_turn, shortest_turn);
}

void TurnJoiner::take(Caption caption) {
  caption.speaker = seen_label(caption.speaker);
  take_aside(caption.speaker, caption.text, options_.language);
  const bool same = open_ && open_->speaker == caption.speaker;
  const bool paused = same && caption.time.begin > open_->time->end + options_.longest_pause;
  if (!same || (paused && !options_.join_over_pause)) {
    close();
    open_.emplace();
    open_->speaker = caption.speaker;
    open_->at = caption.at;
    open_->time = caption.time;
  }
  std::string& text = open_->text;
  constexpr std::string_view soft_hyphen = "\u00AD";
  if (text.ends_with(soft_hyphen))
    text.resize(text.size() - soft_hyphen.size());
  else if (!text.empty())
    text += ' ';
  open_->cues.push_back({static_cast<std::uint32_t>(text.size()), caption.time, caption.at});
  open_->time->end = std::max(open_->time->end, caption.time.end);
  text += caption.text;
  while (open_->text.size() > options_.longest_turn) cut();
}

void TurnJoiner::cut() {
  Utterance rest = cut_utterance(*open_, cut_place(open_->text, options_.longest_turn));
  if (overlong_.count++ == 0) overlong_.at = open_->at;
  rest.at = rest.cues.front().at;
  rest.time = rest.cues.front().time;
  const auto span = [](Utterance& turn) {
    for (const Cue& cue : turn.cues) turn.time->end = std::max(turn.time->end, cue.time.end);
  };
  open_->time = open_->cues.front().time;
  span(*open_);
  span(rest);
  close();
  open_ = std::move(rest);
}

void TurnJoiner::close() {
  if (!open_) return;
  ready_.push_back(std::move(*open_));
  open_.reset();
}

std::optional<Utterance> TurnJoiner::give() {
  if (ready_.empty()) return std::nullopt;
  Utterance turn = std::move(ready_.front());
  ready_.pop_front();
  turn.number = number_++;
  return turn;
}

void TurnJoiner::finish() {
  if (overlong_.count > 0) issues_(overlong_);
}

}  // namespace moniker::read
