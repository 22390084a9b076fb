#pragma once
#include "opened/ledger.hpp"
#include "opened/rules_in_use.hpp"
#include "opened/study.hpp"
#include "resolve/surrogates/surrogates.hpp"
#include "work/kept_transcript.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// What is known of the words of all transcripts: of those whose summaries lie in work/, and by hashes of the others.
struct WhatWasSaid {
  const Ledger& ledger;
  const seal::Identity& work;
  const Secret<32>& hashes;  // key of hashed_word()
  const KeptTranscripts& kept;
};

/// Gives the map's people and places surrogates, where the study's operators want some. No name of the register, of a
/// finding or of the study's own rules is given to anybody, and no word that any transcript holds.
resolve::SurrogateCount give_surrogates(const Study& study, const RulesInUse& rules, const WhatWasSaid& said,
                                        StudyMap& map, resolve::Registry& registry);

}  // namespace moniker::study
