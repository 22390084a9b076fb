#include "intruder/suspicions.hpp"

#include "intruder/known_names.hpp"
#include "intruder/linked_order.hpp"
#include "intruder/listed_names.hpp"
#include "intruder/rare_words.hpp"
#include "intruder/shifted_dates.hpp"
#include "intruder/told_facts.hpp"
#include "intruder/voices.hpp"

namespace moniker::intruder {

Attacked suspicions(const SeenOutputs& seen, const std::vector<Original>& originals, const IntruderWords& words) {
  const ToldFacts facts = told_facts(seen, words);
  Attacked voices = alike_voices(voices_of(seen, words.function_words));
  std::vector<Suspicion> all;
  const auto add = [&](std::vector<Suspicion> some) {
    for (Suspicion& one : some) all.push_back(std::move(one));
  };
  add(known_names(seen, originals, words));
  add(near_names(seen, originals, words));
  add(broken_names(seen, originals, words));
  add(listed_names(seen, words));
  add(rare_words(seen, words));
  add(rare_combinations(facts));
  add(described(seen, facts));
  add(shifted_dates(seen, words));
  add(linked_order(originals));
  add(std::move(voices.found));
  in_order_of_risk(all);
  return {std::move(all), std::move(voices.untried)};
}

}  // namespace moniker::intruder
