// How many children somebody had before the one that a paper is about, as a clause tells it. What is told of an earlier
// birth ("who had had her first baby at home") says nothing of it.
#include "manuscript/told_births.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr double most_children = 12;

std::vector<Attribute> parity(std::size_t births, std::string_view clause, std::size_t slot) {
  return {{"parity", std::to_string(births), fold(clause), slot, {}}};
}

}  // namespace

std::vector<Attribute> births_told(std::string_view clause, std::size_t slot, const PaperWords& words) {
  const auto said = folded_words(clause);
  if (said.size() < 4 || !is_one_of(said[0], words.somebody) || is_one_of(said[0], words.whose)) return {};
  for (const Count& count : counts_in(clause, words)) {
    const auto before = folded_words(clause.substr(0, count.bytes.begin));
    const auto behind = folded_words(clause.substr(count.bytes.end, 40));
    const bool has = before.size() == 2 && is_one_of(before[1], words.has);
    const bool older =
        behind.size() > 1 && is_one_of(behind[0], words.older_ones) && is_one_of(behind[1], words.kids_and_births);
    if (has && older && !count.percent && count.value <= most_children)
      return parity(static_cast<std::size_t>(count.value), clause, slot);
  }
  for (std::size_t at = 1; at + 3 < said.size(); ++at) {
    const bool expects =
        is_one_of(said[at], words.expecting) || is_one_of(said[at] + " " + said[at + 1], words.expecting);
    if (!expects) continue;
    for (std::size_t i = at + 1; i + 1 < std::min(said.size(), at + 5); ++i) {
      const auto nth = std::find(words.ordinals.begin(), words.ordinals.end(), said[i]);
      if (nth != words.ordinals.end() && is_one_of(said[i + 1], words.kids_and_births))
        return parity(static_cast<std::size_t>(nth - words.ordinals.begin()), clause, slot);
    }
  }
  return {};
}

}  // namespace moniker::custodian
