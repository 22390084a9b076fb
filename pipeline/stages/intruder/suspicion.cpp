#include "intruder/suspicion.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace moniker::intruder {

const std::vector<AttackRow>& attacks() {
  static const std::vector<AttackRow> rows{
      {Attack::known_name, "known-name", "names that the linkage table knows"},
      {Attack::near_name, "near-name",
       "what is nearly or sounds like them, their initials, their letters backwards, their pieces"},
      {Attack::listed_name, "listed-name", "names of people and places that the lists know"},
      {Attack::dates, "dates", "dates that betray by how much they were shifted, or were not replaced"},
      {Attack::order, "order", "pseudonyms that follow the names that they stand for"},
      {Attack::facts, "facts", "what one person alone tells of job, family, place and events"},
      {Attack::described, "described", "who is alone by attributes, and tells more"},
      {Attack::one_voice, "one-voice", "two IDs that talk like one person"},
      {Attack::two_voices, "two-voices", "one ID that talks like two people"},
      {Attack::rare_word, "rare-word", "words that no list knows"}};
  return rows;
}

std::string_view name_of(Attack attack) {
  const auto row =
      std::find_if(attacks().begin(), attacks().end(), [&](const AttackRow& r) { return r.attack == attack; });
  return row == attacks().end() ? std::string_view() : row->name;
}

std::string_view name_of(Risk risk) {
  constexpr std::string_view names[] = {"low", "medium", "high"};
  return names[static_cast<std::size_t>(risk)];
}

namespace {

std::size_t place_of(Attack attack) {
  const auto row =
      std::find_if(attacks().begin(), attacks().end(), [&](const AttackRow& r) { return r.attack == attack; });
  return static_cast<std::size_t>(row - attacks().begin());
}

auto rank_of(const Suspicion& one) {
  static const Spot nowhere;
  const Spot& first = one.where.empty() ? nowhere : one.where.front();
  return std::tuple(-static_cast<int>(one.risk), place_of(one.attack), first.transcript, first.turn, first.part,
                    one.words, one.says);
}

}  // namespace

namespace {

/// The same words, which one decision mends wherever they stand, are told once.
void join_same_words(std::vector<Suspicion>& all) {
  std::map<std::tuple<Attack, std::string, std::string, std::string>, std::size_t> first;
  std::vector<Suspicion> joined;
  for (Suspicion& one : all) {
    const bool mends_all = !one.words.empty() && !one.label.empty() && one.advice.empty();
    const auto key = std::tuple(one.attack, one.words, one.label, one.says);
    const auto known = first.find(key);
    if (!mends_all || known == first.end()) {
      if (mends_all) first.emplace(key, joined.size());
      joined.push_back(std::move(one));
      continue;
    }
    auto& where = joined[known->second].where;
    where.insert(where.end(), one.where.begin(), one.where.end());
  }
  all = std::move(joined);
}

}  // namespace

void in_order_of_risk(std::vector<Suspicion>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Suspicion& a, const Suspicion& b) { return rank_of(a) < rank_of(b); });
  std::set<std::tuple<std::string, std::uint64_t, std::string, std::string>> seen;
  std::erase_if(all, [&](Suspicion& one) {
    if (one.words.empty() || one.where.empty()) return false;
    std::erase_if(one.where, [&](const Spot& spot) {
      return !seen.emplace(spot.transcript, spot.turn, spot.part, one.words).second;
    });
    return one.where.empty();
  });
  join_same_words(all);
}

}  // namespace moniker::intruder
