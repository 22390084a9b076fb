// `generalise` gives something broader in brackets: [Yorkshire and the Humber], [March 2024], [80-89],
// [HOSPITAL]. What is as broad already (a bare weekday, a country) stays as it is; what cannot be made
// broader becomes a pseudonym.
#include "base/fold.hpp"
#include "replace/fallbacks.hpp"
#include "replace/generalisations.hpp"
#include "replace/placeholder.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

struct Row {
  Meaning means{};
  Broader (*broader)(const ToReplace&, const Generalisations&);
};

// One more thing that can be generalised is one function and one line here.
constexpr Row rows[] = {
    {Meaning::place, broader_place},
    {Meaning::address, broader_address},
    {Meaning::postcode, broader_postcode},
    {Meaning::date, broader_date},
    {Meaning::age, broader_age},
    {Meaning::organisation, broader_organisation},
    {Meaning::occupation, broader_occupation},
    {Meaning::group, broader_group},
};

}  // namespace

std::string apply_generalise(const ToReplace& what, const Generalisations& tables, const OperatorKeys& keys) {
  for (const Row& row : rows) {
    if (row.means != what.means) continue;
    const Broader broader = row.broader(what, tables);
    if (!broader) break;
    if (fold(*broader) == fold(core_text(what.surface))) return std::string(what.surface);
    return in_style(what, *broader);
  }
  return apply_pseudonym(what, tables, keys);
}

}  // namespace moniker::replace
