#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "intruder/suspicions.hpp"

namespace moniker::test {

/// The lists and the English that ship, loaded once.
inline const intruder::IntruderWords& intruder_english() {
  static const auto loaded = intruder::IntruderWords::load(MONIKER_SOURCE_DIR "/rules", "en-GB");
  return loaded;
}

/// A turn in which what stands in square brackets stands for something: "[ID04]", "[DATE|14 March 2024]".
inline intruder::SeenTurn seen_turn(const std::string& speaker, const std::string& written) {
  intruder::SeenTurn turn{.speaker = speaker};
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t open = std::min(written.find('[', at), written.size());
    turn.text += written.substr(at, open - at);
    if (open == written.size()) break;
    const std::size_t close = written.find(']', open), bar = written.find('|', open);
    const bool labelled = bar < close;
    const std::string inside = written.substr((labelled ? bar : open) + 1, close - (labelled ? bar : open) - 1);
    const auto begin = static_cast<std::uint32_t>(turn.text.size());
    turn.text += "[" + inside + "]";
    turn.marks.push_back({{begin, static_cast<std::uint32_t>(turn.text.size())},
                          labelled ? written.substr(open + 1, bar - open - 1) : "PERSON",
                          labelled ? "" : inside});
    at = close + 1;
  }
  return turn;
}

/// A transcript of ID01's talk, a turn a line; one of [PLACE|..], so that the study is one that replaces places.
inline intruder::SeenOutputs seen_talk(const std::vector<std::string>& lines, const std::string& speaker = "ID01") {
  intruder::SeenOutputs seen;
  seen.transcripts.push_back({.name = "T01"});
  for (const std::string& line : lines) seen.transcripts[0].turns.push_back(seen_turn(speaker, line));
  return seen;
}

inline std::vector<intruder::Suspicion> of_attack(const std::vector<intruder::Suspicion>& all,
                                                  intruder::Attack attack) {
  std::vector<intruder::Suspicion> some;
  for (const auto& one : all) {
    if (one.attack == attack) some.push_back(one);
  }
  return some;
}
inline std::size_t above_low(const std::vector<intruder::Suspicion>& all) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const auto& one) { return one.risk > intruder::Risk::low; }));
}

}  // namespace moniker::test
