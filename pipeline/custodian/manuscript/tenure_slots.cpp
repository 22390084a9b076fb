// Years that stand where others have fewer than anybody is old: how long, and no age.
#include "manuscript/tenure_slots.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr double youngest_speaker = 8;

/// The number of "30 years" and "two years", and of nothing else; 0 else.
double years_alone(const Attribute& one, const PaperWords& words) {
  const auto said = folded_words(one.written);
  const auto counts = counts_in(one.written, words);
  const bool years =
      said.size() == 2 && std::any_of(words.year.begin(), words.year.end(),
                                      [&](const std::string& year) { return said[1].starts_with(year); });
  return years && counts.size() == 1 ? counts[0].value : 0;
}

}  // namespace

void settle_years(PaperTalk& talk, const PaperWords& words) {
  using Slot = std::pair<std::size_t, std::size_t>;
  std::set<Slot> tenure;
  for (const Attribution& one : talk.attributions) {
    for (const Attribute& attribute : one.attributes) {
      const double years = years_alone(attribute, words);
      if (years > 0 && years < youngest_speaker) tenure.emplace(one.slots, attribute.slot);
    }
  }
  for (Attribution& one : talk.attributions) {
    for (Attribute& attribute : one.attributes) {
      if (attribute.kind == "age" && tenure.contains({one.slots, attribute.slot}) && years_alone(attribute, words) > 0)
        attribute.kind = "experience", attribute.value = attribute.written;
    }
  }
}

}  // namespace moniker::custodian
