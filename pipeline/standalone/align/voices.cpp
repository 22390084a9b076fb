#include "align/voices.hpp"

#include <algorithm>

#include "align/assignment.hpp"

namespace moniker::align {
namespace {

constexpr std::uint64_t least_words =
    20;  // in an exchange: shorter ones are captions that hang over into the next turn
constexpr std::int64_t rightly_between = 20;  // words rightly attributed that end a stretch

}  // namespace

void Voices::take(const Timed& timed) {
  const auto& [step, said, written] = timed.pair;
  if (step != Step::same) return;
  if (runs_.empty() || runs_.back().voice != said->speaker || runs_.back().speaker != written->speaker) {
    runs_.push_back({.voice = said->speaker, .speaker = written->speaker, .line = written->line, .from = timed.clock});
  }
  ++runs_.back().words;
  runs_.back().to = timed.clock;
}

void Voices::finish() {
  into_.words_of.assign(into_.voices.size(), std::vector<std::uint64_t>(into_.speakers.size(), 0));
  for (const Run& run : runs_) into_.words_of[run.voice][run.speaker] += run.words;
  pair_up();
  find_exchanges();
}

void Voices::pair_up() {
  auto named = into_.words_of;  // who is not named is nobody's pair
  for (std::size_t v = 0; v < named.size(); ++v) {
    for (std::size_t s = 0; s < named[v].size(); ++s) {
      if (into_.voices[v].label.empty() || into_.speakers[s].label.empty()) named[v][s] = 0;
    }
  }
  const auto pairs = best_pairs(named);
  for (std::size_t v = 0; v < pairs.size(); ++v) {
    into_.voices[v].other_side = pairs[v];
    if (pairs[v]) into_.speakers[*pairs[v]].other_side = v;
  }
}

bool Voices::is_wrong(const Run& run) const {
  const auto& right = into_.voices[run.voice].other_side;
  return right && *right != run.speaker;
}

/// Stretches of runs in which wrong words outweigh right ones, by the way of PassageFinder.
void Voices::find_exchanges() {
  std::int64_t score = 0, peak = 0;
  std::size_t first = 0, last = 0;
  for (std::size_t i = 0; i <= runs_.size(); ++i) {
    const bool end = i == runs_.size();
    const bool wrong = !end && is_wrong(runs_[i]);
    if (score == 0 && !wrong) continue;
    if (score == 0) first = i;
    if (!end) score += (wrong ? 1 : -1) * static_cast<std::int64_t>(runs_[i].words);
    if (score > peak) {
      peak = score;
      last = i;
    }
    if (!end && score > 0 && score >= peak - rightly_between) continue;
    add_exchange(first, last);
    if (!end) i = last;  // what came after the peak is looked at again
    score = peak = 0;
  }
}

void Voices::add_exchange(std::size_t first, std::size_t last) {
  Exchange exchange{.where = {.from = runs_[first].from, .to = runs_[last].to, .line = runs_[first].line}};
  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t>
      wrong;  // by the speaker written and the one it should be
  for (std::size_t i = first; i <= last; ++i) {
    if (!is_wrong(runs_[i])) continue;
    exchange.words += runs_[i].words;
    wrong[{runs_[i].speaker, *into_.voices[runs_[i].voice].other_side}] += runs_[i].words;
  }
  if (exchange.words < least_words) return;
  const auto most =
      std::max_element(wrong.begin(), wrong.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  exchange.speaker = most->first.first;
  exchange.should_be = most->first.second;
  exchange.both_ways = wrong.contains({exchange.should_be, exchange.speaker});
  into_.exchanges.push_back(exchange);
}

}  // namespace moniker::align
