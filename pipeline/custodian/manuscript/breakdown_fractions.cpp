// "Half of them" and "the other half": numbers that what was counted last gives, or the number beside them.
#include "manuscript/breakdown_fractions.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::custodian {
namespace {

/// Of "The duty lawyers came from both, half of them from each" the lawyers; of "Half of the nurses" the nurses.
/// Within a sentence that says no such thing it is not known.
double whole_of_fraction(const BlockSoFar& here, const LabelledCount& one) {
  const std::string label = fold(one.label);
  const std::string_view lead = lead_of(label, here.words.part_of);
  const auto noun = folded_words(std::string_view(label).substr(lead.size()));
  if (!lead.empty() && !noun.empty() && !is_one_of(noun[0], here.words.them) &&
      !is_one_of(noun[0], here.words.everybody) && !is_one_of(noun.back(), here.words.whole_sample) &&
      !is_one_of(noun[0], here.words.whole_sample)) {
    const double named = counted_before(noun[0], here.said, here.words);
    return named > 0 || !here.words.people.contains(noun[0]) ? named : whole_here(here);
  }
  const bool at_head = one.bytes.begin - here.said.begin < 3 || here.said.at_head > 0;
  if (at_head) return whole_here(here);
  const auto subject = folded_words(std::string_view(here.said.folded).substr(0, 40));
  if (subject.size() > 2 && is_one_of(subject[0], here.words.the)) {
    for (std::size_t i = 2; i > 0; --i) {
      if (const double named = counted_before(subject[i], here.said, here.words); named > 0) return named;
    }
  }
  return 0;
}

/// "half of them (n = 14)", "half of the officers, fifteen people, ...": the number is the half's.
bool tells_again(const BlockSoFar& here, const LabelledCount& fraction, const LabelledCount& next) {
  const std::string_view text = here.block->text, said = text_between(here, fraction, next);
  if (said.empty() || words_in(said) > 6 || said.find_first_of(";:") != said.npos) return false;
  if (next.bracketed || next.in_brackets) return said.find(',') == said.npos;
  const std::string_view behind = text.substr(next.bytes.end);
  const auto label = folded_words(next.label);
  return trimmed(said).ends_with(',') && behind.substr(0, behind.find_first_of(".;:")).find(',') < 30 &&
         (label.empty() ||
          (label.size() == 1 && (here.words.people.contains(label[0]) || ends_as_plural(label[0], here.words))));
}

}  // namespace

double whole_here(const BlockSoFar& here) {
  if (here.said.at_head > 0) return here.said.at_head;
  return here.totals.local() > 0 ? here.totals.local() : here.said.sample;
}

void take_other_half(BlockSoFar& here) {
  const std::string_view lead = lead_of(here.said.folded, here.words.other_half);
  const double half = whole_here(here) / 2;
  if (lead.empty() || half < 3 || half != std::floor(half)) return;
  here.said.at_head = half;
  here.said.head_end = here.said.begin + lead.size();
}

std::vector<Breakdown> resolve_fractions(const BlockSoFar& here, Counts& counts, const SentencePair& pair) {
  std::vector<Breakdown> found;
  double before = 0;  // "A third grew fruit, a third grew roots": what the fraction before is of
  for (std::size_t i = 0; i < counts.size(); ++i) {
    LabelledCount& one = counts[i];
    if (one.fraction <= 0) continue;
    // "We interviewed 26 cooks, half of them women (n = 12)"
    const std::string_view of = lead_of(fold(one.label), here.words.part_of);
    const auto them = folded_words(std::string_view(one.label).substr(std::min(of.size(), one.label.size())));
    const bool of_last = i > 0 && !of.empty() && !them.empty() && is_one_of(them[0], here.words.them) &&
                         !counts[i - 1].percent && counts[i - 1].value >= 8;
    double whole = of_last ? counts[i - 1].value : whole_of_fraction(here, one);
    if (i + 1 < counts.size() && is_one_of(fold(trimmed(text_between(here, one, counts[i + 1]))), here.words.part_of)) {
      whole = counts[i + 1].value;  // "Half of the twelve, seven singers, ..."
      counts.erase(counts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    if (whole == 0 && one.begins_item && !counts[i].bracketed) whole = before;
    before = whole;
    one.value = whole * one.fraction;
    const LabelledCount* next = i + 1 < counts.size() ? &counts[i + 1] : nullptr;
    if (next && tells_again(here, one, *next)) {
      whole = nearest(next->value / one.fraction, {whole, whole_here(here)});
      if (auto wrong = whole > 0 ? wrong_half(one, *next, whole, pair) : std::nullopt)
        found.push_back(std::move(*wrong));
      one.value = 0;
    }
    if (one.value != std::floor(one.value)) one.value = 0;
  }
  std::erase_if(counts, [](const LabelledCount& one) { return one.fraction > 0 && one.value == 0; });
  return found;
}

}  // namespace moniker::custodian
