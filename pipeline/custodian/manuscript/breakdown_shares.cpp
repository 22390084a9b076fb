// Percentages: whether they are 100 together within what rounding allows, and whether one beside a count is of the
// sample where the others are.
#include "manuscript/breakdown_shares.hpp"

#include <algorithm>
#include <cmath>

#include "manuscript/breakdown_claims.hpp"

namespace moniker::custodian {

Breakdown breakdown_of(const Counts& list, double sum, double total, const CountedSentence& said, const Place& at) {
  Breakdown one{.where = {at, std::string(said.text)}, .sum = sum, .total = total};
  for (const LabelledCount& part : list) one.parts.push_back({part.label, part.value});
  return one;
}

std::optional<Breakdown> percentages_of(const Counts& chain, const CountedSentence& said, const Place& at,
                                        const PaperWords& words) {
  const double sum = sum_of(chain), off = std::abs(sum - 100);
  int decimals = 9;
  for (const LabelledCount& one : chain) decimals = std::min(decimals, one.decimals);
  const double slack = 0.5 * std::pow(10.0, -decimals) * static_cast<double>(chain.size()) + 1e-6;
  Breakdown one = breakdown_of(chain, sum, 100, said, at);
  one.percent = true;
  const bool whole = chain.size() >= 3 || is_gender_pair(chain, words);
  if (off <= slack)
    one.verdict = Breakdown::Verdict::adds_up;
  else if (whole && off <= 12 && claims_all(chain, 100, 100, false, said, words))
    one.verdict = Breakdown::Verdict::wrong;
  else if (sum > 50 && sum < 100)
    one.verdict = Breakdown::Verdict::open;
  else
    return std::nullopt;
  return one;
}

/// "31 (69%)": where the others agree with one total, the one that does not.
std::optional<Breakdown> odd_share(const Counts& counts, double whole, const CountedSentence& said, const Place& at) {
  Counts shared;
  for (const LabelledCount& one : counts) {
    if (one.share >= 0) shared.push_back(one);
  }
  const double all = whole > 0 ? whole : said.at_head > 0 ? said.at_head : said.sample;
  if (shared.empty() || all == 0) return std::nullopt;
  std::size_t agree = 0;
  const LabelledCount* odd = nullptr;
  for (const LabelledCount& one : shared) {
    const bool good = std::abs(one.value / all * 100 - one.share) <=
                      0.5 * std::pow(10.0, -one.share_decimals) + 0.51 * (one.share_decimals == 0) + 1e-6;
    agree += good;
    if (!good) odd = &one;
  }
  if (!odd || agree + 1 != shared.size() || agree == 0) return std::nullopt;
  Breakdown one = breakdown_of({*odd}, odd->share, std::round(odd->value / all * 1000) / 10, said, at);
  one.percent = true;
  one.verdict = Breakdown::Verdict::wrong;
  return one;
}

}  // namespace moniker::custodian
