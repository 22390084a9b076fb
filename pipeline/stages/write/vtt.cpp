// WebVTT (W3C): captions re-made from where each began in the turn, with a voice span each, as Teams writes
// them. What has no time cannot be a caption and becomes a NOTE, so that no word is lost.
#include "write/captions.hpp"
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
    const std::string speaker = speaker_id(utterance.speaker);
    if (utterance.part != Part::talk) return note(label_of(utterance.part), utterance.text);
    if (utterance.cues.empty() && !utterance.time)
      return note(speaker.empty() ? label_of(Part::talk) : speaker, utterance.text);
    for (const CaptionText& caption : captions_of(utterance)) write(speaker, caption);
  }

  void finish() override {}

 private:
  void write(const std::string& speaker, const CaptionText& caption) {
    sink_.write('\n' + caption_clock(caption.time.begin) + " --> " + caption_clock(caption.time.end) + '\n');
    sink_.write((speaker.empty() ? "" : "<v " + speaker + ">") + cue_text(caption.lines) +
                (speaker.empty() ? "\n" : "</v>\n"));
  }

  void note(std::string_view label, std::string_view text) {
    sink_.write("\nNOTE " + std::string(label) + '\n' + cue_text(caption_lines(text)) + '\n');
  }

  ByteSink& sink_;
};

}  // namespace

std::unique_ptr<Writer> open_vtt(ByteSink& sink, const WriteHeader& header) {
  return std::make_unique<VttWriter>(sink, header);
}

}  // namespace moniker::write
