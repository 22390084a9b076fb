// Who talks like whom. An alarm needs more than one number: two people who cannot be told apart say little where nobody
// can be told apart, so that the study's own pairs are the measure.
#include "intruder/voices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.hpp"

namespace moniker::intruder {
namespace {

constexpr double differ = 0.01, surely_differ = 0.002, alike = 0.2, much_alike = 0.5, nearly_all_pairs = 0.9;
constexpr std::size_t fewest_pairs = 6, most_tried = 100, nearest_judged = 20;

/// The talk outside of what is replaced.
void add_words(const SeenTurn& turn, std::vector<std::string>& words) {
  std::size_t at = 0;
  const auto take = [&](std::size_t end) {
    for (std::string& word : folded_words(std::string_view(turn.text).substr(at, end - at)))
      words.push_back(std::move(word));
  };
  for (const SeenMark& mark : turn.marks) {
    if (mark.bytes.begin > at) take(mark.bytes.begin);
    at = std::max<std::size_t>(at, mark.bytes.end);
  }
  if (at < turn.text.size()) take(turn.text.size());
}

struct ComparedVoices {
  const Voice *a = nullptr, *b = nullptr;
  double delta = 0;
  double p = -1;  // not asked yet
  bool same_id() const { return a->id == b->id; }
  double chance() {
    if (p < 0) p = chance_of_delta(a->blocks, b->blocks);
    return p;
  }
};

/// Who is in one talk is two people.
bool were_together(const ComparedVoices& pair, const std::vector<Voice>& voices) {
  std::set<std::string> of_a;
  for (const Voice& voice : voices) {
    if (voice.id == pair.a->id) of_a.insert(voice.transcript);
  }
  return std::any_of(voices.begin(), voices.end(),
                     [&](const Voice& voice) { return voice.id == pair.b->id && of_a.contains(voice.transcript); });
}

std::string sizes(const ComparedVoices& pair) {
  return fmt::format("Delta {:.2f}, p = {:.3f}, {} and {} words", pair.delta, pair.p, pair.a->size(), pair.b->size());
}

Suspicion one_voice(const ComparedVoices& pair, double told_apart, std::size_t pairs) {
  return {.attack = Attack::one_voice,
          .risk = pair.p >= much_alike ? Risk::medium : Risk::low,
          .says = fmt::format("{} and {} talk like one person ({})", pair.a->id, pair.b->id, sizes(pair)),
          .why = fmt::format("{:.0f} % of {} pairs of people of this study are told apart", 100 * told_apart, pairs),
          .where = {{.transcript = pair.a->transcript}, {.transcript = pair.b->transcript}},
          .advice = fmt::format("ask who they are: `moniker relink STUDY {0} {1} -i IDENTITY`; if they are one: "
                                "`moniker decide STUDY same {1} {0}`",
                                pair.a->id, pair.b->id)};
}

Suspicion two_voices(const ComparedVoices& pair, double near) {
  return {.attack = Attack::two_voices,
          .risk = Risk::medium,
          .says = fmt::format("{} talks like two people in {} and {} ({})", pair.a->id, pair.a->transcript,
                              pair.b->transcript, sizes(pair)),
          .why = fmt::format("a quarter of the pairs of different people of this study are {:.2f} apart or less", near),
          .where = {{.transcript = pair.a->transcript}, {.transcript = pair.b->transcript}},
          .advice = fmt::format("see whose label is whose in participants.csv; if they are two: "
                                "`moniker decide STUDY speaker {} LABEL ID`",
                                pair.b->transcript)};
}

std::vector<ComparedVoices> compared(const std::vector<Voice>& voices) {
  std::vector<ComparedVoices> pairs;
  for (std::size_t i = 0; i < voices.size(); ++i) {
    for (std::size_t k = i + 1; k < voices.size(); ++k) {
      ComparedVoices pair{.a = &voices[i], .b = &voices[k]};
      if (!pair.same_id() && pair.a->transcript == pair.b->transcript) continue;
      pair.delta = delta_of(pair.a->blocks, pair.b->blocks);
      pairs.push_back(pair);
    }
  }
  return pairs;
}

/// Pairs of different IDs, the nearest first, then those of one ID.
struct SortedPairs {
  std::vector<ComparedVoices> pairs{};
  std::size_t others = 0;  // of different IDs
};
SortedPairs sorted_pairs(const std::vector<Voice>& voices) {
  SortedPairs sorted{.pairs = compared(voices)};
  auto& pairs = sorted.pairs;
  const auto end = std::stable_partition(pairs.begin(), pairs.end(), [](const auto& pair) { return !pair.same_id(); });
  std::stable_sort(pairs.begin(), end, [](const auto& a, const auto& b) { return a.delta < b.delta; });
  sorted.others = static_cast<std::size_t>(end - pairs.begin());
  return sorted;
}

/// How many pairs of different IDs are told apart: all of them, or in a large study a hundred from the nearest to the
/// farthest, since each takes a thousand orders.
class PairsTried {
 public:
  PairsTried(std::vector<ComparedVoices>& pairs, std::size_t others) {
    const std::size_t count = std::min(others, most_tried);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = i * others / count;
      apart_.emplace(at, pairs[at].chance() <= differ);
    }
  }
  std::size_t count() const { return apart_.size(); }
  /// Their share among the rest.
  double told_apart_without(std::size_t pair) const {
    std::size_t apart = 0, rest = 0;
    for (const auto& [at, is_apart] : apart_) {
      if (at == pair) continue;
      ++rest;
      apart += is_apart ? 1 : 0;
    }
    return rest == 0 ? 0 : static_cast<double>(apart) / static_cast<double>(rest);
  }

 private:
  std::map<std::size_t, bool> apart_{};  // by place among the pairs
};

std::string enough() { return fmt::format("{} words or more", fewest_blocks * block_words); }

std::vector<Untried> too_few(std::size_t pairs) {
  const std::string why = fmt::format("{} pairs of people say {} in a transcript each, and it takes {} to judge by",
                                      pairs, enough(), fewest_pairs);
  return {{Attack::one_voice, why}, {Attack::two_voices, why}};
}

std::vector<Untried> not_told_apart(double share, std::size_t pairs) {
  if (share >= nearly_all_pairs) return {};
  return {{Attack::one_voice,
           fmt::format("only {:.0f} % of {} pairs of people of this study are told apart by how they talk", 100 * share,
                       pairs)}};
}

}  // namespace

std::vector<Voice> voices_of(const SeenOutputs& seen, const words::WordSet& function_words) {
  std::vector<Voice> voices;
  for (const SeenTranscript& transcript : seen.transcripts) {
    std::map<std::string, Voice> by_id;
    for (const SeenTurn& turn : transcript.turns) {
      if (!turn.speaker.starts_with(seen.participant_prefix)) continue;
      Voice& voice = by_id[turn.speaker];
      voice.id = turn.speaker;
      voice.transcript = transcript.name;
      add_words(turn, voice.words);
    }
    for (auto& [id, voice] : by_id) {
      if (voice.words.size() / block_words >= fewest_blocks) voices.push_back(std::move(voice));
    }
  }
  measure_voices(voices, function_words);
  return voices;
}

Attacked alike_voices(const std::vector<Voice>& voices) {
  auto [pairs, others] = sorted_pairs(voices);
  if (others < fewest_pairs) return {{}, too_few(others)};
  const double near = pairs[others / 4].delta;
  const PairsTried tried(pairs, others);

  Attacked attacked{.found = {}, .untried = not_told_apart(tried.told_apart_without(others), tried.count())};
  for (std::size_t i = 0; i < std::min(others, nearest_judged + voices.size()); ++i) {
    ComparedVoices& pair = pairs[i];
    const double told_apart = tried.told_apart_without(i);
    if (told_apart >= nearly_all_pairs && pair.chance() >= alike && !were_together(pair, voices))
      attacked.found.push_back(one_voice(pair, told_apart, tried.count()));
  }
  if (others == pairs.size())
    attacked.untried.push_back({Attack::two_voices, "nobody says " + enough() + " in two transcripts"});
  for (std::size_t i = others; i < pairs.size(); ++i) {
    if (pairs[i].delta >= near && pairs[i].chance() <= surely_differ)
      attacked.found.push_back(two_voices(pairs[i], near));
  }
  return attacked;
}

}  // namespace moniker::intruder
