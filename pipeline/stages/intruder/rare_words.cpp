#include "intruder/rare_words.hpp"

#include <map>
#include <set>

#include "intruder/seen_words.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t shortest_rare = 5;

struct RareWord {
  std::set<std::string> transcripts{};
  Spot first{};
  std::string words{};
};

bool is_rare(const SeenWord& word, const IntruderWords& words) {
  return word.letters && !word.capital && !word.replaced && !word.harmless && word.folded.size() >= shortest_rare &&
         !words.is_ordinary(word.folded) && !words.occupations.contains(word.folded);
}

}  // namespace

std::vector<Suspicion> rare_words(const SeenOutputs& seen, const IntruderWords& words) {
  std::map<std::string, RareWord> rare;
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (std::size_t t = 0; t < transcript.turns.size(); ++t) {
      for (const SeenWord& word : seen_words(transcript.turns[t], words)) {
        if (!is_rare(word, words)) continue;
        RareWord& one = rare[word.folded];
        if (one.transcripts.empty()) {
          one.first = {.transcript = transcript.name, .turn = t + 1};
          one.words = words_at(transcript.turns[t], word.bytes);
        }
        one.transcripts.insert(transcript.name);
      }
    }
  }
  std::vector<Suspicion> all;
  for (const auto& [folded, one] : rare) {
    if (one.transcripts.size() > 1) continue;
    all.push_back({.attack = Attack::rare_word,
                   .risk = Risk::low,
                   .says = "a word that no dictionary has",
                   .why = "one transcript alone says it",
                   .where = {one.first},
                   .words = one.words,
                   .label = "OTHER"});
  }
  return all;
}

}  // namespace moniker::intruder
