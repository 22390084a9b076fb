// Where somebody lives, as the authors' own sentences tell it: in town or in the country. Believed of the place that a
// clause says they live in, and of none that is only near.
#include "manuscript/told_places.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_between = 3;  // "in a small market town"

/// Whether one lives in the place, and not near it: "in the town", "in the middle of the town".
bool is_lived_in(const std::vector<std::string>& said, std::size_t at, const PaperWords& words) {
  const std::size_t least = at > most_between ? at - most_between - 1 : 0;
  for (std::size_t i = at; i-- > least;) {
    if (is_one_of(said[i], words.of)) return i > 0 && is_one_of(said[i - 1], words.town_parts);
    if (is_one_of(said[i], words.lived_in)) return true;
    if (is_one_of(said[i], words.head_ends)) return false;
  }
  return false;
}

}  // namespace

std::vector<Attribute> home_told(std::string_view clause, std::size_t slot, const PaperWords& words) {
  const auto said = folded_words(clause);
  const bool lives = said.size() > 2 && is_one_of(said[0], words.somebody) && !is_one_of(said[0], words.whose) &&
                     is_one_of(said[1], words.living);
  if (!lives) return {};
  for (std::size_t at = 2; at < said.size(); ++at) {
    const bool town = is_one_of(said[at], words.towns), country = is_one_of(said[at], words.countryside);
    const bool ends = ends_head(said, at + 1, words) || is_one_of(said[at + 1], words.an);  // "a village an hour away"
    if ((!town && !country) || !ends || !is_lived_in(said, at, words)) continue;
    // whatever word of the kind the table has, town or city, is the same
    const Phrases& kind = town ? words.towns : words.countryside;
    return {{"area", kind.front(), fmt::format("{}", fmt::join(kind, " ")), slot, {}}};
  }
  return {};
}

}  // namespace moniker::custodian
