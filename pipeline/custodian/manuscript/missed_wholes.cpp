// Numbers besides the sample that a list of counts may mean to be all of, where it claims to be whole.
#include "manuscript/missed_wholes.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_claims.hpp"
#include "manuscript/breakdown_sentences.hpp"

namespace moniker::custodian {
namespace {

/// How many couples the paper says it has: of all that it counts the nearest; 0 where one of these is the sum.
double nearest_named(const BlockSoFar& here, const std::string& noun, double sum) {
  double nearest = 0;
  for (const auto& [value, named] : here.said.named) {
    const bool named_first = (!named.empty() && named[0] == noun) || (named.size() > 1 && named[1] == noun);
    if (value < 8 || !named_first) continue;
    if (value == sum) return 0;
    if (nearest == 0 || std::abs(value - sum) < std::abs(nearest - sum)) nearest = value;
  }
  return nearest;
}

/// "Seven sculptors worked in stone, five in wood and five in bronze", where the paragraph counted 16 sculptors; 0
/// where it counted none.
double named_before(const BlockSoFar& here, const Counts& chain) {
  const auto label = folded_words(chain[0].label);
  if (chain.size() < 2 || label.empty() || !ends_as_plural(label[0], here.words)) return 0;
  if (is_one_of(label[0], here.words.pair_counts)) return nearest_named(here, label[0], sum_of(chain));
  for (std::size_t n = here.said.named.size(); n-- > here.named_from;) {
    const auto& [value, named] = here.said.named[n];
    if (!named.empty() && named[0] == label[0] && value > chain[0].value) return value;
  }
  return 0;
}

}  // namespace

bool is_said_before(const BlockSoFar& here, const Counts& chain, double sum) {
  if (sum < 3 || chain[0].bytes.begin < here.said.begin) return false;
  const auto before = counts_in(here.said.text.substr(0, chain[0].bytes.begin - here.said.begin), here.words);
  return std::any_of(before.begin(), before.end(), [&](const Count& one) { return one.value == sum && !one.percent; });
}

double local_missed(const BlockSoFar& here, const Counts& chain, double sum) {
  if (here.things_before > 0 && here.things_before != sum && chain.size() >= 3 && leaves_verbs_out(chain, here.words) &&
      !here.totals.is_stated(chain, sum, here.said) &&
      std::abs(here.things_before - sum) <= std::max(1.0, here.things_before * 0.04) &&
      claims_all(chain, sum, here.things_before, false, here.said, here.words))
    return here.things_before;
  for (const double people : {here.totals.local(), here.sibling, named_before(here, chain)}) {
    if (people >= 8 && claims_all(chain, sum, people, false, here.said, here.words)) return people;
  }
  return 0;
}

double another_total(const BlockSoFar& here, const Counts& chain, double sum, double wanted) {
  for (const std::uint32_t people : here.totals.samples()) {
    const bool near = std::abs(people - sum) <= std::max(1.0, people * 0.1);
    if (people != wanted && people >= 8 && near && claims_all(chain, sum, people, false, here.said, here.words))
      return people;
  }
  const double missed = here.totals.missed_by_one(chain, sum);
  return missed > 0 && claims_all(chain, sum, missed, false, here.said, here.words) ? missed : 0;
}

}  // namespace moniker::custodian
