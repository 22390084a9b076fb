// Those who are of two kinds at once, taken off from the sum of both. A total that counts them twice is believed, too:
// "Two of the therapists also sat on the board, 24 in all" may be told of another board.
#include "manuscript/breakdown_overlap.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::custodian {
namespace {

constexpr double most_off = 3;

/// "22 in all", "in all, 22".
const LabelledCount* total_said(const Counts& counts, const PaperWords& words) {
  const auto found = std::find_if(counts.begin(), counts.end(), [&](const LabelledCount& one) {
    return !one.percent && !tail_of(fold(trimmed(one.label, " .")), words.in_total).empty();
  });
  return found == counts.end() ? nullptr : &*found;
}

/// Two kinds or more, and nothing that is the sum of the others.
bool is_plain_list(const Counts& list) {
  const double sum = sum_of(list);
  return list.size() > 1 && std::none_of(list.begin(), list.end(), [&](const LabelledCount& one) {
           return one.percent || one.hedged || one.bracketed || one.in_brackets || one.value * 2 == sum;
         });
}

}  // namespace

std::optional<Breakdown> overlap_in(const Counts& counts, const Counts& listed, const CountedSentence& said,
                                    const Place& at, const PaperWords& words) {
  const LabelledCount* total = total_said(counts, words);
  if (!total || counts.size() != 2 || !is_plain_list(listed) || !says_one_of(said.folded, words.overlaps)) return {};
  const LabelledCount& twice = &counts[0] == total ? counts[1] : counts[0];
  const double sum = sum_of(listed), once = sum - twice.value;
  if (twice.percent || twice.hedged || twice.value * 2 > sum || std::abs(total->value - once) > most_off + twice.value)
    return {};
  Breakdown out{.where = {at, std::string(said.text)}, .sum = once, .total = total->value};
  for (const LabelledCount& one : listed) out.parts.push_back({one.label, one.value});
  out.parts.push_back({twice.label, -twice.value});
  const bool good = total->value == once || total->value == sum;
  out.verdict = good ? Breakdown::Verdict::adds_up : Breakdown::Verdict::wrong;
  if (good) out.sum = out.total;
  return out;
}

}  // namespace moniker::custodian
