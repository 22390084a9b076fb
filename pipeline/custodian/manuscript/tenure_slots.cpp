// Years that stand where others have fewer than anybody is old, or fewer than who works and more than a child: how
// long, and no age.
#include "manuscript/tenure_slots.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr double youngest_speaker = 8, youngest_at_work = 18, oldest_child = 25;

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
  std::map<Slot, std::pair<double, double>> least_and_most;
  for (const Attribution& one : talk.attributions) {
    for (const Attribute& attribute : one.attributes) {
      const double years = years_alone(attribute, words);
      if (years <= 0) continue;
      auto& [least, most] = least_and_most.try_emplace({one.slots, attribute.slot}, years, years).first->second;
      least = std::min(least, years), most = std::max(most, years);
    }
  }
  const auto is_tenure = [&](const Slot& slot) {
    const auto found = least_and_most.find(slot);
    if (found == least_and_most.end()) return false;
    const auto [least, most] = found->second;
    return least < youngest_speaker || (least < youngest_at_work && most > oldest_child);
  };
  for (Attribution& one : talk.attributions) {
    std::vector<Attribute> more;
    for (Attribute& attribute : one.attributes) {
      const double years = years_alone(attribute, words);
      if (attribute.kind != "age" || years <= 0 || !is_tenure({one.slots, attribute.slot})) continue;
      attribute.kind = "experience", attribute.value = attribute.written;
      if (years >= years_of_a_senior) more.push_back({"seniority", senior, attribute.written, attribute.slot, {}});
    }
    one.attributes.insert(one.attributes.end(), more.begin(), more.end());
  }
}

}  // namespace moniker::custodian
