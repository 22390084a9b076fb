#pragma once
#include "opened/ledger.hpp"
#include "opened/rules_in_use.hpp"
#include "opened/study.hpp"
#include "resolve/surrogates/surrogates.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// Gives the map's people and places surrogates, where the study's operators want some. No name of the register, of a
/// finding or of the study's own rules is given to anybody, and no word that any transcript holds.
/// What was said is read with the ledger and the key of the work folder.
resolve::SurrogateCount give_surrogates(const Study& study, const RulesInUse& rules, const Ledger& ledger,
                                        const seal::Identity& work, StudyMap& map, resolve::Registry& registry);

}  // namespace moniker::study
