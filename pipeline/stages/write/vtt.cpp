// WebVTT (W3C): captions re-made from where each began in the turn, with a voice span each, as Teams writes
// them. Heads and footnotes are no captions and become a NOTE, so that no word is lost.
#include "write/captions.hpp"
#include "write/spread_captions.hpp"
#include "write/turn_text.hpp"
#include "write/writer.hpp"

namespace moniker::write {
namespace {

/// Also makes "-->" harmless, which may not stand in a caption's or a note's text.
std::string cue_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

class VttWriter : public Writer {
 public:
  VttWriter(ByteSink& sink, const WriteHeader& header) : sink_(sink) {
    sink_.write(header.transcript.empty() ? "WEBVTT\n" : "WEBVTT " + cue_text(one_line(header.transcript)) + '\n');
  }

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    captions_.take(utterance, speaker_id(utterance.speaker));
  }

  void finish() override { captions_.finish(); }

 private:
  void write(const SpreadCaption& caption) {
    if (caption.part != Part::talk) return note(label_of(caption.part), caption.lines);
    const std::string& speaker = caption.speaker;
    sink_.write('\n' + caption_clock(caption.time.begin) + " --> " + caption_clock(caption.time.end) + '\n');
    sink_.write((speaker.empty() ? "" : "<v " + speaker + ">") + cue_text(caption.lines) +
                (speaker.empty() ? "\n" : "</v>\n"));
  }

  void note(std::string_view label, std::string_view lines) {
    sink_.write("\nNOTE " + std::string(label) + '\n' + cue_text(lines) + '\n');
  }

  ByteSink& sink_;
  SpreadCaptions captions_{[this](const SpreadCaption& caption) { write(caption); }};
};

}  // namespace

std::unique_ptr<Writer> open_vtt(ByteSink& sink, const WriteHeader& header) {
  return std::make_unique<VttWriter>(sink, header);
}

}  // namespace moniker::write
