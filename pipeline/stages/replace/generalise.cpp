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
  std::string_view label{};
  Broader (*broader)(const ToReplace&, const Generalisations&);
};

// One more label that can be generalised is one function and one line here.
constexpr Row rows[] = {
    {"LOCATION", broader_place},
    {"ADDRESS", broader_address},
    {"POSTCODE", broader_postcode},
    {"DATE", broader_date},
    {"AGE", broader_age},
    {"ORG", broader_organisation},
    {"ORGANISATION", broader_organisation},
    {"OCCUPATION", broader_occupation},
    {"NATIONALITY", broader_group},
    {"ETHNICITY", broader_group},
    {"RELIGION", broader_group},
    {"LANGUAGE", broader_group},
};

}  // namespace

std::string apply_generalise(const ToReplace& what, const Generalisations& tables, const Secret<32>& hash_key) {
  for (const Row& row : rows) {
    if (row.label != what.label) continue;
    const Broader broader = row.broader(what, tables);
    if (!broader) break;
    if (fold(*broader) == fold(core_text(what.surface))) return std::string(what.surface);
    return in_style(what, *broader);
  }
  return apply_pseudonym(what, tables, hash_key);
}

}  // namespace moniker::replace
