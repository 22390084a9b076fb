#pragma once
#include <memory>
#include <string>
#include <vector>

#include "opened/rules_in_use.hpp"
#include "opened/study.hpp"
#include "prove/prover.hpp"
#include "words/word_table.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// Ordinary words, folded: a name that is one of them (Will, Grace) is searched for with more care.
words::WordTable ordinary_words(const std::filesystem::path& lists);

/// Every name that finished text must not hold: the register's with its diminutives, and the learned ones of labels
/// that are replaced in this study, but for whom an override keeps.
std::vector<prove::KnownName> names_to_prove(const Study& study, const RulesInUse& rules, const StudyMap& map,
                                             const prove::IsWord& is_word);

/// A prover of the register's names alone.
std::unique_ptr<const prove::Prover> registered_names(const Study& study, const RulesInUse& rules,
                                                      const prove::IsWord& is_word);

}  // namespace moniker::study
