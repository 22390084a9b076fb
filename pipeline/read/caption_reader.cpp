#include "read/caption_reader.hpp"

#include <algorithm>

#include "read/turn_reader.hpp"

namespace moniker {
namespace {

constexpr std::size_t survey_bytes = 256 * 1024, shortest_turn = 64;

/// Blanks and line ends as one blank each, none at either end.
std::string one_line(std::string_view text) {
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

template <class Do>
void each_line(std::string_view text, Do act) {
  std::uint32_t number = 0;
  for (std::size_t at = 0; at <= text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    act(text.substr(at, end - at), number);
    at = end + 1;
  }
}

/// A label with a colon; captions know no other.
std::optional<LabelCandidate> caption_label(std::string_view line) {
  const auto candidate = label_candidate(line, 0);
  return candidate && candidate->style == LabelStyle::colon ? candidate : std::nullopt;
}

}  // namespace

CaptionReader::CaptionReader(ByteSource& source, CueDialect dialect, const Sink<Issue>& issues,
                             const ReadOptions& options)
    : blocks_(source, dialect, issues), issues_(issues), options_(options) {
  options_.longest_turn = std::max(options_.longest_turn, shortest_turn);
}

std::optional<Utterance> CaptionReader::next() {
  if (!surveyed_) survey();
  while (ready_.empty() && !ended_) {
    std::optional<Raw> raw;
    if (head_.empty()) {
      raw = read_raw();
    } else {
      raw = std::move(head_.front());
      head_.pop_front();
    }
    if (raw) {
      take(*raw);
      continue;
    }
    close();
    ended_ = true;
    if (overlong_.count > 0) issues_(overlong_);
  }
  if (ready_.empty()) return std::nullopt;
  Utterance turn = std::move(ready_.front());
  ready_.pop_front();
  turn.number = number_++;
  return turn;
}

std::optional<CaptionReader::Raw> CaptionReader::read_raw() {
  auto block = blocks_.next();
  if (!block) return std::nullopt;
  Raw raw{.time = block->time, .continues = block->continues};
  if (block->lines.empty()) return raw;
  raw.at = block->lines.front().at;
  std::string payload;
  for (const Line& line : block->lines) {
    if (!payload.empty() && !line.continues) payload += '\n';
    payload += line.text;
  }
  CueText text = parse_cue_text(payload);
  if (text.broken) issues_({IssueCode::cue_malformed, raw.at, 1});
  raw.voices = std::move(text.voices);
  raw.by_line = raw.voices.size() == 1;
  return raw;
}

void CaptionReader::survey() {
  surveyed_ = true;
  bool first = true;
  std::size_t bytes = 0;
  while (bytes < survey_bytes) {
    auto raw = read_raw();
    if (!raw) break;
    bytes += sizeof(Raw);
    for (const CueVoice& voice : raw->voices) {
      bytes += voice.text.size();
      if (voice.speaker) continue;
      each_line(voice.text, [&](std::string_view line, std::uint32_t) {
        if (const auto label = caption_label(line)) survey_.note(line, *label, std::exchange(first, false));
      });
    }
    head_.push_back(std::move(*raw));
  }
}

void CaptionReader::take(const Raw& raw) {
  for (const CueVoice& voice : raw.voices) {
    if (!voice.speaker || voice.speaker->empty()) {
      take_unvoiced(raw, voice.text);
      continue;
    }
    by_label_ = false;
    speaker_ = one_line(*voice.speaker);
    join({speaker_, one_line(voice.text), raw.time, raw.at});
  }
}

void CaptionReader::take_unvoiced(const Raw& raw, const std::string& text) {
  if (!by_label_ && !raw.continues) speaker_.clear();  // a voice tag does not count for the next caption
  Caption caption{speaker_, {}, raw.time, raw.at};
  const auto give = [&] {
    caption.text = one_line(caption.text);
    if (!caption.text.empty()) join(caption);
    caption.text.clear();
  };
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    const auto label = caption_label(line);
    if (!label || !survey_.accepts(line, *label)) {
      caption.text += caption.text.empty() ? "" : "\n";
      caption.text += line;
      return;
    }
    give();
    by_label_ = true;
    caption.speaker = speaker_ = std::string(line.substr(label->label.begin, label->label.size()));
    caption.at = {raw.at.line + (raw.by_line ? number : 0), 1};
    caption.text = line.substr(label->talk);
  });
  give();
}

void CaptionReader::join(Caption caption) {
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

void CaptionReader::cut() {
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

void CaptionReader::close() {
  if (!open_) return;
  ready_.push_back(std::move(*open_));
  open_.reset();
}

}  // namespace moniker
