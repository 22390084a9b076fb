#include "intruder/drawn.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/sha256.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t shortest_drawn = 60;  // bytes

}  // namespace

std::vector<DrawnPassage> drawn_passages(const SeenOutputs& seen, std::size_t count, std::string_view seed) {
  std::vector<std::pair<std::string, DrawnPassage>> all;
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (std::size_t t = 0; t < transcript.turns.size(); ++t) {
      const SeenTurn& turn = transcript.turns[t];
      if (turn.text.size() < shortest_drawn) continue;
      all.emplace_back(
          sha256_of(fmt::format("{} {} {}", seed, transcript.name, t)),
          DrawnPassage{{.transcript = transcript.name, .turn = t + 1}, turn.speaker, turn.text, !turn.marks.empty()});
    }
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (all.size() > count) all.resize(count);
  std::vector<DrawnPassage> drawn;
  for (auto& [order, passage] : all) drawn.push_back(std::move(passage));
  return drawn;
}

}  // namespace moniker::intruder
