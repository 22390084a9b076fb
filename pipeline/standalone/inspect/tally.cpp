#include "inspect/tally.hpp"

#include <algorithm>

namespace moniker::inspect {

void Tally::take(const Utterance& utterance) {
  ++into_.parts[utterance.part];
  if (utterance.part != Part::talk) return;
  const auto [place, fresh] = place_.try_emplace(utterance.speaker, into_.speakers.size());
  if (fresh) into_.speakers.push_back({.label = utterance.speaker});
  InspectedSpeaker& speaker = into_.speakers[place->second];
  ++speaker.turns;
  words_.read(utterance.text);
  for (std::string_view word; words_.next(word);) {
    ++speaker.words;
    ++into_.words;
  }
  if (utterance.time) take_time(*utterance.time, speaker);
}

void Tally::take_time(const TimeSpan& time, InspectedSpeaker& speaker) {
  ++into_.timed;
  speaker.spoken += std::max(time.end - time.begin, std::chrono::milliseconds(0));
  if (last_begin_ && time.begin < *last_begin_) ++into_.backwards;
  last_begin_ = time.begin;
  if (!into_.time) into_.time = time;
  into_.time->begin = std::min(into_.time->begin, time.begin);
  into_.time->end = std::max(into_.time->end, time.end);
}

}  // namespace moniker::inspect
