#include "read/formats/caption_reader.hpp"

#include <algorithm>

namespace moniker::read {
namespace {

constexpr std::size_t survey_bytes = 256 * 1024;

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
std::optional<LabelCandidate> caption_label(std::string_view line, const words::Language& language) {
  const auto candidate = label_candidate(line, language);
  return candidate && candidate->style == LabelStyle::colon ? candidate : std::nullopt;
}

}  // namespace

CaptionReader::CaptionReader(ByteSource& source, CueDialect dialect, const Sink<Issue>& issues,
                             const ReadOptions& options)
    : blocks_(source, dialect, issues),
      issues_(issues),
      turns_(options, issues),
      language_(options.language),
      survey_(options.language) {}

std::optional<Utterance> CaptionReader::next() {
  if (!surveyed_) survey();
  for (;;) {
    if (auto turn = turns_.give()) return turn;
    if (ended_) return std::nullopt;
    if (auto raw = next_raw()) {
      take(*raw);
      continue;
    }
    ended_ = true;
    turns_.close();
    turns_.finish();
  }
}

std::optional<CaptionReader::Raw> CaptionReader::next_raw() {
  if (head_.empty()) return read_raw();
  Raw raw = std::move(head_.front());
  head_.pop_front();
  return raw;
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
        if (const auto label = caption_label(line, language_)) survey_.note(line, *label, std::exchange(first, false));
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
    speaker_ = single_line(*voice.speaker);
    turns_.take({speaker_, single_line(voice.text), raw.time, raw.at});
  }
}

void CaptionReader::take_unvoiced(const Raw& raw, const std::string& text) {
  if (!by_label_ && !raw.continues) speaker_.clear();  // a voice tag does not count for the next caption
  Caption caption{speaker_, {}, raw.time, raw.at};
  const auto give = [&] {
    caption.text = single_line(caption.text);
    if (!caption.text.empty()) turns_.take(caption);
    caption.text.clear();
  };
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    const auto label = caption_label(line, language_);
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

}  // namespace moniker::read
