// SubRip, which nobody has specified; as players and transcription programs read it: a number, a line of
// times, the words, a blank line. Who speaks stands before a colon. There are no notes, so heads and footnotes are
// shown for a moment at the end of what came before them: no word is lost.
#include "write/captions.hpp"
#include "write/spread_captions.hpp"
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
    const bool time = text.substr(at).starts_with("-->");
    const bool mark = text[at] == '<' && (letter || next == '/');
    const bool code = text[at] == '{' && next == '\\';
    if (time || mark || code) out += ' ';
  }
  return out;
}

class SrtWriter : public Writer {
 public:
  explicit SrtWriter(ByteSink& sink) : sink_(sink) {}

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    captions_.take(utterance, speaker_id(utterance.speaker));
  }

  void finish() override { captions_.finish(); }

 private:
  void write(const SpreadCaption& caption) {
    const bool named = caption.part == Part::talk && !caption.speaker.empty();
    const std::string_view label = named ? std::string_view(caption.speaker) : label_of(caption.part);
    sink_.write((number_ == 0 ? "" : "\n") + std::to_string(number_ + 1) + '\n' +
                caption_clock(caption.time.begin, ',') + " --> " + caption_clock(caption.time.end, ',') + '\n' +
                std::string(label) + ": " + harmless(caption.lines) + '\n');
    ++number_;
  }

  ByteSink& sink_;
  std::uint64_t number_ = 0;
  SpreadCaptions captions_{[this](const SpreadCaption& caption) { write(caption); }};
};

}  // namespace

std::unique_ptr<Writer> open_srt(ByteSink& sink, const WriteHeader&) { return std::make_unique<SrtWriter>(sink); }

}  // namespace moniker::write
