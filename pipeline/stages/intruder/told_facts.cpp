// What people tell is what gives them away when every name is gone: a job, a family, an event of which the newspaper
// told. One of these is everybody's; the more kinds of them one person alone tells, the fewer people they can be.
#include "intruder/told_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "intruder/seen_words.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t longest_fact = 4, longest_lead = 4, words_told = 6;
constexpr std::size_t kinds_low = 3, kinds_medium = 4, kinds_high = 5;

class FactSearch {
 public:
  FactSearch(const SeenTurn& turn, const IntruderWords& words)
      : words_(words), turn_(turn), seen_(seen_words(turn, words)) {}

  std::vector<ToldFact> found(const Spot& where) const {
    std::vector<ToldFact> facts;
    const auto add = [&](std::string kind, std::size_t first, std::size_t count) {
      facts.push_back({.kind = std::move(kind),
                       .value = phrase_of(seen_, first, count),
                       .words = words_at(turn_, {seen_[first].bytes.begin, seen_[first + count - 1].bytes.end}),
                       .where = where});
    };
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      for (std::size_t count = std::min(longest_fact, seen_.size() - i); count > 0; --count) {
        if (any_replaced(i, count)) continue;
        if (const std::string* kind = words::find_word(words_.facts, phrase_of(seen_, i, count))) {
          add(*kind, i, count);
          break;
        }
        if (words_.occupations.contains(phrase_of(seen_, i, count)) && is_job(i)) {
          add("job", i, count);
          break;
        }
      }
    }
    return facts;
  }

 private:
  bool any_replaced(std::size_t i, std::size_t count) const {
    return std::any_of(seen_.begin() + static_cast<std::ptrdiff_t>(i),
                       seen_.begin() + static_cast<std::ptrdiff_t>(i + count),
                       [](const SeenWord& word) { return word.replaced; });
  }
  /// "I was a _", "worked as a _", with a word or none between.
  bool is_job(std::size_t i) const {
    for (std::size_t skipped = 0; skipped <= 1 && skipped < i; ++skipped) {
      for (std::size_t count = 1; count <= std::min(longest_lead, i - skipped); ++count) {
        if (words_.before_jobs.contains(phrase_of(seen_, i - skipped - count, count))) return true;
      }
    }
    return false;
  }

  const IntruderWords& words_;
  const SeenTurn& turn_;
  std::vector<SeenWord> seen_;
};

std::string listed(const std::vector<ToldFact>& facts) {
  std::set<std::string> kinds;
  for (const ToldFact& fact : facts) kinds.insert(fact.kind);
  return fmt::format("{}", fmt::join(kinds, ", "));
}

bool tells_public(const std::vector<ToldFact>& facts) {
  return std::any_of(facts.begin(), facts.end(), [](const ToldFact& fact) { return fact.kind == "public"; });
}

/// Where, and the words, one fact a kind first; no more than a person reads.
void add_places(const std::vector<ToldFact>& facts, Suspicion& suspicion) {
  std::set<std::string> kinds;
  std::vector<const ToldFact*> first, rest;
  for (const ToldFact& fact : facts) (kinds.insert(fact.kind).second ? first : rest).push_back(&fact);
  first.insert(first.end(), rest.begin(), rest.end());
  if (first.size() > words_told) first.resize(words_told);
  for (const ToldFact* fact : first) {
    if (std::find(suspicion.where.begin(), suspicion.where.end(), fact->where) == suspicion.where.end())
      suspicion.where.push_back(fact->where);
    suspicion.words += (suspicion.words.empty() ? "" : "; ") + fact->words;
  }
}

}  // namespace

ToldFacts told_facts(const SeenOutputs& seen, const IntruderWords& words) {
  ToldFacts all;
  std::map<std::string, std::set<std::string>> who;  // by value
  std::set<std::pair<std::string, std::string>> once;
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (std::size_t t = 0; t < transcript.turns.size(); ++t) {
      const SeenTurn& turn = transcript.turns[t];
      if (turn.speaker.empty()) continue;
      for (ToldFact& fact : FactSearch(turn, words).found({.transcript = transcript.name, .turn = t + 1})) {
        who[fact.value].insert(turn.speaker);
        const bool participant = turn.speaker.starts_with(seen.participant_prefix);
        if (participant && once.emplace(turn.speaker, fact.value).second) all[turn.speaker].push_back(std::move(fact));
      }
    }
  }
  for (auto& [id, facts] : all) std::erase_if(facts, [&](const ToldFact& fact) { return who[fact.value].size() > 1; });
  return all;
}

std::size_t kinds_of(const std::vector<ToldFact>& facts) {
  std::set<std::string> kinds;
  for (const ToldFact& fact : facts) kinds.insert(fact.kind);
  return kinds.size();
}

std::vector<Suspicion> rare_combinations(const ToldFacts& told) {
  std::vector<Suspicion> all;
  for (const auto& [id, facts] : told) {
    const std::size_t kinds = kinds_of(facts) + (tells_public(facts) ? 1 : 0);
    if (kinds < kinds_low) continue;
    Suspicion suspicion{.attack = Attack::facts,
                        .risk = kinds >= kinds_high     ? Risk::high
                                : kinds >= kinds_medium ? Risk::medium
                                                        : Risk::low,
                        .says = fmt::format("{} alone tells of {}", id, listed(facts)),
                        .why = tells_public(facts) ? "together they single out one person, and one of them is public"
                                                   : "together they may single out one person"};
    suspicion.label = "OTHER";
    suspicion.advice = "replace the rarest of them";
    add_places(facts, suspicion);
    all.push_back(std::move(suspicion));
  }
  return all;
}

}  // namespace moniker::intruder
