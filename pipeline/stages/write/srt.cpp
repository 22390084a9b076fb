// SubRip, which nobody has specified; as players and transcription programs read it: a number, a line of
// times, the words, a blank line. Who speaks stands before a colon. There are no notes, so what has no time
// is shown for a moment at the end of what came before it: no word is lost.
#include "write/captions.hpp"
#include "write/turn_text.hpp"
#include "write/writer.hpp"

namespace moniker::write {
namespace {

/// "-->" would be a line of times, and <i> or {\an8} a mark that readers take out.
std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (text[at] == '-' && text.substr(at).starts_with("-->"))
      out += ' ';
    else if (text[at] == '<' && (letter || next == '/'))
      out += ' ';
    else if (text[at] == '{' && next == '\\')
      out += ' ';
  }
  return out;
}

class SrtWriter : public Writer {
 public:
  explicit SrtWriter(ByteSink& sink) : sink_(sink) {}

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    const std::string label = speaker_id(utterance.speaker);
    if (utterance.part == Part::talk && (utterance.time || !utterance.cues.empty())) {
      for (const CaptionText& caption : captions_of(utterance))
        write(label.empty() ? label_of(Part::talk) : label, caption);
      return;
    }
    const std::string_view shown =
        utterance.part == Part::talk && !label.empty() ? std::string_view(label) : label_of(utterance.part);
    CaptionText caption{{last_, last_ + std::chrono::milliseconds(1)}, caption_lines(utterance.text)};
    if (!caption.lines.empty()) write(shown, caption);
  }

  void finish() override {}

 private:
  void write(std::string_view label, const CaptionText& caption) {
    sink_.write((number_ == 0 ? "" : "\n") + std::to_string(number_ + 1) + '\n' +
                caption_clock(caption.time.begin, ',') + " --> " + caption_clock(caption.time.end, ',') + '\n' +
                std::string(label) + ": " + harmless(caption.lines) + '\n');
    ++number_;
    last_ = std::max(last_, caption.time.end);
  }

  ByteSink& sink_;
  std::uint64_t number_ = 0;
  std::chrono::milliseconds last_{0};
};

}  // namespace

std::unique_ptr<Writer> open_srt(ByteSink& sink, const WriteHeader&) { return std::make_unique<SrtWriter>(sink); }

}  // namespace moniker::write
