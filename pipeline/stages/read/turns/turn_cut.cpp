#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {
namespace {

bool ends_sentence(std::string_view text) {
  while (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')') || text.ends_with(']'))
    text.remove_suffix(1);
  if (text.ends_with("\u201D") || text.ends_with("\u2019")) text.remove_suffix(3);
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("\u2026");
}

}  // namespace

CutPlace cut_place(std::string_view text, std::size_t longest) {
  const std::size_t last = std::min(longest, text.size());
  CutPlace at_blank, at_sentence;
  for (std::size_t at = last; at > last / 2 && at_sentence.next == 0; --at) {
    if (at >= text.size() || !is_white(text[at])) continue;
    CutPlace place{at, at + 1};
    while (place.end > 1 && is_white(text[place.end - 1])) --place.end;
    while (place.next < text.size() && is_white(text[place.next])) ++place.next;
    if (at_blank.next == 0) at_blank = place;
    if (ends_sentence(text.substr(0, place.end))) at_sentence = place;
  }
  if (at_sentence.next > 0) return at_sentence;
  if (at_blank.next > 0) return at_blank;
  std::size_t at = last;
  while (at > 1 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return {at, at};
}

Utterance cut_utterance(Utterance& turn, CutPlace place) {
  Utterance rest;
  rest.speaker = turn.speaker;
  rest.part = turn.part;
  rest.text = turn.text.substr(place.next);
  turn.text.resize(place.end);
  if (turn.cues.empty()) {
    rest.time = turn.time;
    return rest;
  }
  for (const Cue& cue : turn.cues) {
    if (cue.begin >= place.next)
      rest.cues.push_back({static_cast<std::uint32_t>(cue.begin - place.next), cue.time, cue.at});
  }
  const auto kept =
      std::find_if(turn.cues.begin(), turn.cues.end(), [&](const Cue& c) { return c.begin >= place.next; });
  const bool in_two = rest.cues.empty() || rest.cues.front().begin > 0;  // a cue's words are on both sides
  if (in_two && kept != turn.cues.begin()) rest.cues.insert(rest.cues.begin(), {0, (kept - 1)->time, (kept - 1)->at});
  turn.cues.erase(kept, turn.cues.end());
  return rest;
}

}  // namespace moniker::read
