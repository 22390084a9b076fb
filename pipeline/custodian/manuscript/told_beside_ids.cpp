// What a word or two right beside an ID tell of whoever has it: by whom they have ("B2's wife"), or by whom else there
// is none of ("As the only woman aboard, S4").
#include "manuscript/told_beside_ids.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

/// What "my wife" tells of whoever says it, for "wife" and "late wife" at the head of `owned`.
std::vector<Attribute> told_by_my(const std::vector<std::string>& owned, std::size_t slot, const PaperWords& words) {
  constexpr std::size_t longest_owned = 2;
  std::string phrase = words.my.front();
  std::vector<Attribute> out;
  for (std::size_t i = 0; i < std::min(longest_owned, owned.size()); ++i) {
    phrase += " " + owned[i];
    const auto* told = words::find_word(words.of_self, phrase);
    if (!told) continue;
    for (const SaidOfSomebody& one : *told) out.push_back({one.kind, one.value, phrase, slot, {}});
  }
  return out;
}

}  // namespace

std::vector<Attribute> told_by_kin(std::string_view behind, std::size_t slot, const PaperWords& words) {
  for (const std::string_view sign : {"'s ", "\u2019s "}) {
    if (behind.starts_with(sign)) return told_by_my(folded_words(behind.substr(sign.size(), 60)), slot, words);
  }
  if (!behind.starts_with(", ")) return {};
  auto clause = folded_words(behind.substr(2, 60));
  if (clause.size() < 3 || !is_one_of(clause[0], words.whose)) return {};
  clause.erase(clause.begin());
  std::vector<Attribute> out = told_by_my(clause, slot, words);
  const bool spouse = std::any_of(out.begin(), out.end(), [](const Attribute& one) { return one.kind == "wed"; });
  const bool now = is_one_of(clause[1], words.did) || is_one_of(clause[1], words.now_is);  // no "had died"
  if (spouse && now) out.push_back({"spouse", "some", clause[0], slot, {}});
  return out;
}

std::vector<Attribute> told_of_kind(std::string_view before, std::size_t slot, const PaperWords& words) {
  const std::string folded = fold(before);
  std::string_view lead = lead_of(folded, words.as_the_only);
  if (lead.empty()) lead = lead_of(folded, words.like_other);
  if (lead.empty() || !before.ends_with(", ") || before.find(',') + 2 != before.size()) return {};
  const auto said = folded_words(std::string_view(folded).substr(lead.size()));
  std::vector<Attribute> out = said.empty() ? std::vector<Attribute>{} : attributes_of(said[0], slot, words);
  std::erase_if(out, [](const Attribute& one) { return one.kind != "gender"; });
  return out;
}

}  // namespace moniker::custodian
