// `describe` says what kind of thing it is, where, and which of them: [town C, Yorkshire], [hospital A], [a South Asian
// language]. The letter is the entity's number in the registry, so that it stands for the same place in the whole study
// and next year. Where a region is not sure none is told: a wrong one would be false data. Brackets or plain words.
#include "base/fold.hpp"
#include "replace/article.hpp"
#include "replace/described.hpp"
#include "replace/fallbacks.hpp"
#include "replace/letters.hpp"
#include "replace/placeholder.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

struct DescribedMeaning {
  Meaning means{};
  Described (*describe)(const ToReplace&, const Generalisations&);
};

// One more thing that can be described is one function and one line here.
constexpr DescribedMeaning meanings[] = {
    {Meaning::place, described_place},       {Meaning::address, described_address},
    {Meaning::postcode, described_postcode}, {Meaning::organisation, described_organisation},
    {Meaning::group, described_group},
};

/// "the North West" of North West, in plain words.
std::string spoken_region(const std::string& region, const Generalisations& tables) {
  const auto words = tables.group_words.find(fold(region));
  return words == tables.group_words.end() || words->second.name.empty() ? region : words->second.name;
}

/// In plain words nothing goes between a name and what makes a compound of it: town C-based.
std::string in_words(const Description& said, const ToReplace& what, const Generalisations& tables, bool plain) {
  if (!said.whole.empty()) return said.whole;
  const std::string which = letters(what.number);
  std::string text = said.kind;
  if (!which.empty())
    text.append(" ").append(which);
  else if (plain)
    text = indefinite_article(text, tables.language) + ' ' + text;
  if (said.where.empty() || (plain && what.about.after.starts_with('-'))) return text;
  return plain ? text + " in " + spoken_region(said.where, tables) : text + ", " + said.where;
}

}  // namespace

std::string apply_describe(const ToReplace& what, const Generalisations& tables, const OperatorKeys& keys) {
  for (const DescribedMeaning& row : meanings) {
    if (row.means != what.means) continue;
    const Described said = row.describe(what, tables);
    if (!said) return apply_pseudonym(what, tables, keys);
    if (said->as_broad) return std::string(what.surface);
    const bool plain = setting(what, "style", "brackets") == "plain";
    std::string text = in_words(*said, what, tables, plain);
    if (plain && what.about.known && words_around(what.about).begins) text = with_case_of("A", std::move(text));
    return in_style(what, text);
  }
  return apply_generalise(what, tables, keys);
}

}  // namespace moniker::replace
