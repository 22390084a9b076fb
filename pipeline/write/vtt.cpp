// WebVTT (W3C): captions re-made from where each began in the turn, with a voice span each, as Teams writes
// them. What has no time cannot be a caption and becomes a NOTE, so that no word is lost.
#include <algorithm>

#include "base/utf8.hpp"
#include "write/turn_text.hpp"
#include "write/writer_functions.hpp"

namespace moniker {
namespace {

/// hh:mm:ss.mmm; more digits for hours where it takes them.
std::string clock(std::chrono::milliseconds time) {
  const auto total = std::max<std::int64_t>(0, time.count());
  const auto padded = [](std::int64_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
  };
  return padded(total / 3'600'000, 2) + ':' + padded(total / 60'000 % 60, 2) + ':' +
         padded(total / 1000 % 60, 2) + '.' + padded(total % 1000, 3);
}

/// Also makes "-->" harmless, which may not stand in a caption's or a note's text.
std::string escaped(std::string_view text) {
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

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

/// No blank line may stand in a caption: it would end it.
std::string lines_of(std::string_view text) {
  std::string out;
  for (const std::string& line : paragraphs(text)) {
    const std::string_view words = trimmed(line);
    if (!words.empty()) out += (out.empty() ? "" : "\n") + std::string(words);
  }
  return out;
}

class VttWriter : public Writer {
 public:
  VttWriter(ByteSink& sink, const WriteHeader& header) : sink_(sink) {
    sink_.write(header.transcript.empty() ? "WEBVTT\n"
                                          : "WEBVTT " + escaped(one_line(header.transcript)) + '\n');
  }

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    const std::string speaker = speaker_id(utterance.speaker);
    if (utterance.part != Part::talk) return note(label_of(utterance.part), utterance.text);
    if (utterance.cues.empty()) {
      if (!utterance.time) return note(speaker.empty() ? label_of(Part::talk) : speaker, utterance.text);
      return caption(speaker, *utterance.time, utterance.text);
    }
    const std::string_view text = utterance.text;
    for (std::size_t i = 0; i < utterance.cues.size(); ++i) {
      const std::size_t begin = i == 0 ? 0 : utterance.cues[i].begin;
      const std::size_t end = i + 1 < utterance.cues.size() ? utterance.cues[i + 1].begin : text.size();
      caption(speaker, utterance.cues[i].time, text.substr(begin, end - begin));
    }
  }

  void finish() override {}

 private:
  void caption(const std::string& speaker, TimeSpan time, std::string_view text) {
    const std::string lines = lines_of(text);
    if (lines.empty()) return;  // all its words went into a placeholder of the caption before
    const auto end =
        std::max(time.end, time.begin + std::chrono::milliseconds(1));  // the format wants it later
    sink_.write('\n' + clock(time.begin) + " --> " + clock(end) + '\n');
    sink_.write((speaker.empty() ? "" : "<v " + speaker + ">") + escaped(lines) +
                (speaker.empty() ? "\n" : "</v>\n"));
  }

  void note(std::string_view label, std::string_view text) {
    sink_.write("\nNOTE " + std::string(label) + '\n' + escaped(lines_of(text)) + '\n');
  }

  ByteSink& sink_;
};

}  // namespace

std::unique_ptr<Writer> open_vtt(ByteSink& sink, const WriteHeader& header) {
  return std::make_unique<VttWriter>(sink, header);
}

}  // namespace moniker
