#include "write/captions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "write/turn_text.hpp"

namespace moniker::write {
namespace {

void add(std::vector<CaptionText>& captions, TimeSpan time, std::string_view text) {
  std::string lines = caption_lines(text);
  if (lines.empty()) return;  // all its words went into a placeholder of the caption before
  time.end = std::max(time.end, time.begin);
  captions.push_back({time, std::move(lines)});
}

}  // namespace

std::vector<CaptionText> captions_of(const Utterance& utterance) {
  std::vector<CaptionText> captions;
  const std::string_view text = utterance.text;
  if (utterance.cues.empty()) {
    if (utterance.time) add(captions, *utterance.time, text);
    return captions;
  }
  for (std::size_t i = 0; i < utterance.cues.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : utterance.cues[i].begin;
    const std::size_t end = i + 1 < utterance.cues.size() ? utterance.cues[i + 1].begin : text.size();
    add(captions, utterance.cues[i].time, text.substr(begin, end - begin));
  }
  return captions;
}

std::string caption_lines(std::string_view text) {
  std::string out;
  for (const std::string& line : paragraphs(text)) {
    const std::string_view words = trimmed(line);
    if (!words.empty()) out += (out.empty() ? "" : "\n") + std::string(words);
  }
  return out;
}

std::string caption_clock(std::chrono::milliseconds time, char mark) {
  const auto total = std::max<std::int64_t>(0, time.count());
  return fmt::format("{:02}:{:02}:{:02}{}{:03}", total / 3'600'000, total / 60'000 % 60, total / 1000 % 60, mark,
                     total % 1000);
}

}  // namespace moniker::write
