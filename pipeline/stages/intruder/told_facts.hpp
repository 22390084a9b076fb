#pragma once
#include <map>
#include <string>
#include <vector>

#include "intruder/intruder_words.hpp"
#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// Something that one participant alone tells of themselves or of theirs.
struct ToldFact {
  std::string kind{};   // job, family, event, public, place, ...
  std::string value{};  // folded
  std::string words{};  // as they stand
  Spot where{};
};
/// Of every ID what nobody else of the study tells, once a value.
using ToldFacts = std::map<std::string, std::vector<ToldFact>>;
ToldFacts told_facts(const SeenOutputs& seen, const IntruderWords& words);

/// How many kinds of facts there are.
std::size_t kinds_of(const std::vector<ToldFact>& facts);

/// Who tells so much, of different kinds, that it could be one person.
std::vector<Suspicion> rare_combinations(const ToldFacts& facts);

/// Who is alone by what is published of them, and tells more on top.
std::vector<Suspicion> described(const SeenOutputs& seen, const ToldFacts& facts);

}  // namespace moniker::intruder
