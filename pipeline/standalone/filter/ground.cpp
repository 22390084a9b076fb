#include "filter/ground.hpp"

#include <utility>

#include "replace/operator_choice.hpp"
#include "words/nicknames.hpp"

namespace moniker::filter {
namespace {

/// Nothing where there is no register.
std::optional<prove::Prover> prover_of(const GroundParts& parts, const prove::IsWord& is_word) {
  if (parts.people.people.empty()) return std::nullopt;
  const words::Nicknames nicknames = words::Nicknames::load(parts.lists / "names" / "nicknames.tsv");
  const prove::NicknamesOf related = [&](const std::string& given) { return nicknames.related(given); };
  return prove::Prover(prove::known_names(parts.people, related, is_word), is_word);
}

}  // namespace

Ground::Ground(GroundParts parts)
    : parts_(std::move(parts)),
      generalisations_(replace::load_generalisations(parts_.lists, parts_.rules.language())),
      is_word_([this](std::string_view word) { return parts_.ordinary_words.contains(word); }),
      known_(prover_of(parts_, is_word_)) {
  replace::add_defaults(parts_.operators.by_label, parts_.rules.labels());
  replace::give_style(parts_.operators, parts_.rules.labels());
}

MaskerNeeds Ground::needs() const {
  return {.rules = parts_.rules,
          .people = parts_.people,
          .operators = parts_.operators,
          .generalisations = *generalisations_,
          .key = parts_.key,
          .operator_keys = parts_.operator_keys,
          .is_word = is_word_,
          .known = known_ ? &*known_ : nullptr};
}

}  // namespace moniker::filter
