// Captions to turns: what rolls is read once, lines of a dialogue are parted, and labels are judged as in a text.
#include "read/formats/caption_reader.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "read/turns/label_words.hpp"
#include "read/turns/odd_beginning.hpp"
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

/// The lines of a caption, those parted at each ">>" within them, which says that somebody else speaks.
template <class Do>
void each_said(std::string_view text, Do act) {
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    std::size_t begin = 0;
    for (std::size_t at = line.find(">>", 1); at != std::string_view::npos; at = line.find(">>", at + 2)) {
      if (line[at - 1] == '>' || trimmed(line.substr(begin, at - begin)).empty() || chevrons(line, at) == 0) continue;
      act(line.substr(begin, at - begin), number);
      begin = at;
    }
    act(line.substr(begin), number);
  });
}

/// Whether two lines begin with a dash, each what another says, or a later one does with a hyphen; ">>" says so in one.
bool is_dialogue(std::string_view text) {
  std::size_t marks = 0;
  each_said(text, [&](std::string_view line, std::uint32_t number) {
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
  for (const Issue& issue : {repeated_, nameless_, blocks_.notes()}) {
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
  Raw raw{.time = block->time, .continues = block->continues, .stray = block->stray};
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
  for (CueVoice& voice : raw.voices) {
    if (!voice.speaker && !block->speaker.empty()) voice.speaker = block->speaker;
  }
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
      each_said(voice.text, [&](std::string_view line, std::uint32_t) {
        survey_.note_line();
        if (const auto label = caption_label(line, language_)) survey_.note(line, *label, std::exchange(first, false));
      });
    }
    head_.push_back(std::move(*raw));
  }
  rolling_.begin();
  survey_.settle();
  survey_heads();
  tell_uncertain();
}

/// "Kate Shaw" of a caption whose first line names who says the rest of it.
std::string_view CaptionReader::head_of(std::string_view text) const {
  const std::string_view line = trimmed(text.substr(0, std::min(text.find('\n'), text.size())));
  if (line.size() == trimmed(text).size() ||
      std::string_view(".?!,;:-").find(line.empty() ? '.' : line.back()) != std::string_view::npos)
    return {};
  return is_answer(line, language_) || label_shape(line, language_) < LabelShape::name ? std::string_view() : line;
}

/// Whether captions have a line of their own for who speaks, as meetings are exported.
void CaptionReader::survey_heads() {
  std::map<std::string, std::uint64_t, std::less<>> heads;
  std::uint64_t captions = 0, headed = 0, again = 0;
  for (const Raw& raw : head_) {
    for (const CueVoice& voice : raw.voices) {
      if (voice.speaker) return;
      ++captions;
      const std::string_view head = head_of(voice.text);
      if (head.empty()) continue;
      ++headed;
      again += ++heads[std::string(head)] > 1;
    }
  }
  if (survey_.names_speakers() || again == 0) return;
  headed_ = (headed == captions && captions > 2) || (headed * 4 >= captions * 3 && again * 2 >= headed);
  if (!headed_ && headed * 3 >= captions) issues_({IssueCode::speaker_uncertain, {}, headed});
}

void CaptionReader::tell_uncertain() {
  UnreadLabels unread(language_);
  for (const Raw& raw : head_) {
    for (const CueVoice& voice : raw.voices) {
      if (voice.speaker) continue;
      each_said(voice.text, [&](std::string_view line, std::uint32_t) {
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
    std::string own, others;  // up to ">>" within what the tag names, and from there on
    each_said(voice.text, [&](std::string_view line, std::uint32_t) {
      const bool another = !own.empty() && chevrons(line, 0) > 0;
      (another || !others.empty() ? others : own).append(line).append("\n");
    });
    turns_.take({speaker_, single_line(own), raw.time, raw.at});
    if (!others.empty()) take_unvoiced(raw, others.substr(0, others.size() - 1));
  }
}

void CaptionReader::take_unvoiced(const Raw& raw, const std::string& text) {
  if (raw.stray) return take_stray(raw, text);
  if (!by_label_ && !raw.continues) speaker_.clear();  // a voice tag does not count for the next caption
  Caption caption{speaker_, {}, raw.time, raw.at};
  const auto give = [&] {
    caption.text = single_line(caption.text);
    if (!caption.text.empty()) turns_.take(caption);
    caption.text.clear();
  };
  const bool dialogue = is_dialogue(text);
  const std::string_view head = headed_ && !raw.continues ? head_of(text) : std::string_view();
  if (!head.empty()) by_label_ = true, caption.speaker = speaker_ = std::string(head);
  each_said(text, [&](std::string_view line, std::uint32_t number) {
    if (number == 0 && !head.empty()) return;
    const auto label = caption_label(line, language_);
    const bool labelled = label && survey_.accepts(line, *label);
    if (another_label(line, labelled ? label->talk : 0, survey_, language_) != std::string_view::npos)
      doubt({raw.at.line + (raw.by_line ? number : 0), 1});
    if (!labelled) {
      const std::size_t mark = dialogue ? dialogue_mark(line) : 0;
      if (mark > 0) {
        give();
        turns_.close();
        caption.speaker.clear();
        speaker_.clear();
        doubt({raw.at.line + (raw.by_line ? number : 0), 1});
        line.remove_prefix(mark);
      } else if (begins_oddly(line, 0, survey_, language_)) {
        doubt({raw.at.line + (raw.by_line ? number : 0), 1});
      }
      caption.text += caption.text.empty() ? "" : "\n";
      caption.text += line;
      return;
    }
    give();
    if (!survey_.is_sure(line, *label)) doubt({raw.at.line + (raw.by_line ? number : 0), 1});
    by_label_ = true;
    caption.speaker = speaker_ = std::string(line.substr(label->label.begin, label->label.size()));
    caption.at = {raw.at.line + (raw.by_line ? number : 0), 1};
    caption.text = line.substr(label->talk);
  });
  give();
}

void CaptionReader::doubt(Position at) {
  if (nameless_.count++ == 0) nameless_.at = at;
}

/// What stands behind a note and belongs to no caption: nobody is known to have said it.
void CaptionReader::take_stray(const Raw& raw, const std::string& text) {
  turns_.close();
  turns_.take({{}, single_line(text), raw.time, raw.at});
  turns_.close();
  doubt(raw.at);
}

}  // namespace moniker::read
