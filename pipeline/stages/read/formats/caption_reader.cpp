// Captions to turns: what rolls is read once, lines of a dialogue are parted, and labels are judged as in a text.
#include "read/formats/caption_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "read/turns/unread_labels.hpp"

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

/// "- ", "-" before a letter, ">>": bytes with which a line of a dialogue begins.
std::size_t dialogue_mark(std::string_view line) {
  const std::size_t at = skip_blanks(line, 0);
  for (const std::string_view mark : {">>>", ">>", "-", "\u2013", "\u2014"}) {
    if (!line.substr(at).starts_with(mark)) continue;
    const std::size_t words = skip_blanks(line, at + mark.size());
    const bool again = words < line.size() && (line[words] == '-' || line[words] == '>');
    return words == line.size() || again || is_ascii_digit(line[words]) ? 0 : words;
  }
  return 0;
}

/// A label with a colon, or set off throughout; captions know no other.
std::optional<LabelCandidate> caption_label(std::string_view line, const words::Language& language) {
  const std::size_t mark = dialogue_mark(line);
  const auto candidate = label_candidate(line, language, mark);
  const bool known =
      candidate && (candidate->style == LabelStyle::colon || (candidate->style == LabelStyle::set_off && mark == 0));
  return known ? candidate : std::nullopt;
}

/// Whether two lines begin with a dash, each what another says, or a later one does with a hyphen; ">>" says so in one.
bool is_dialogue(std::string_view text) {
  std::size_t marks = 0;
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    const std::size_t at = skip_blanks(line, 0);
    if (dialogue_mark(line) > 0) marks += line[at] == '>' || (line[at] == '-' && number > 0) ? 2 : 1;
  });
  return marks > 1;
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
    finish();
  }
}

void CaptionReader::finish() {
  ended_ = true;
  turns_.close();
  turns_.finish();
  for (const Issue& issue : {repeated_, nameless_}) {
    if (issue.count > 0) issues_(issue);
  }
}

std::optional<CaptionReader::Raw> CaptionReader::next_raw() {
  if (head_.empty()) {
    auto raw = read_raw();
    if (raw) unroll(*raw);
    return raw;
  }
  Raw raw = std::move(head_.front());
  head_.pop_front();
  unroll(raw);
  return raw;
}

/// Takes away what the caption before has shown already, where captions roll.
void CaptionReader::unroll(Raw& raw) {
  if (!rolling_.roll() || raw.voices.size() != 1) return;
  std::string& text = raw.voices.front().text;
  const std::size_t fresh = rolling_.fresh(text);
  if (fresh == 0) return;
  if (repeated_.count++ == 0) repeated_.at = raw.at;
  text.erase(0, fresh);
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
    if (raw->voices.size() == 1) rolling_.note(raw->voices.front().text);
    for (const CueVoice& voice : raw->voices) {
      bytes += voice.text.size();
      if (voice.speaker) continue;
      each_line(voice.text, [&](std::string_view line, std::uint32_t) {
        survey_.note_line();
        if (const auto label = caption_label(line, language_)) survey_.note(line, *label, std::exchange(first, false));
      });
    }
    head_.push_back(std::move(*raw));
  }
  rolling_.begin();
  tell_uncertain();
}

void CaptionReader::tell_uncertain() {
  UnreadLabels unread(language_);
  for (const Raw& raw : head_) {
    for (const CueVoice& voice : raw.voices) {
      if (voice.speaker) continue;
      each_line(voice.text, [&](std::string_view line, std::uint32_t) {
        const auto label = caption_label(line, language_);
        if (!trimmed(line).empty()) unread.note(trimmed(line), label && survey_.accepts(line, *label));
      });
    }
  }
  if (const std::uint64_t lines = unread.count()) issues_({IssueCode::speaker_uncertain, {}, lines});
}

void CaptionReader::take(const Raw& raw) {
  for (const CueVoice& voice : raw.voices) {
    if (!voice.speaker || voice.speaker->empty()) {
      take_unvoiced(raw, voice.text);
      continue;
    }
    by_label_ = false;
    speaker_ = plain_label(single_line(*voice.speaker));
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
  const bool dialogue = is_dialogue(text);
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    const auto label = caption_label(line, language_);
    if (!label || !survey_.accepts(line, *label)) {
      const std::size_t mark = dialogue ? dialogue_mark(line) : 0;
      if (mark > 0) {
        give();
        turns_.close();
        caption.speaker.clear();
        speaker_.clear();
        if (nameless_.count++ == 0) nameless_.at = {raw.at.line + (raw.by_line ? number : 0), 1};
        line.remove_prefix(mark);
      }
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
