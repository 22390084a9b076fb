#pragma once
#include "opened/opened_study.hpp"
#include "resolve/surrogates/surrogates.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// Gives the map's people and places surrogates, where the study's operators want some. No name of the register, of a
/// finding or of the study's own rules is given to anybody, and no word that any transcript holds.
resolve::SurrogateCount give_surrogates(const OpenedStudy& study, StudyMap& map, resolve::Registry& registry);

}  // namespace moniker::study
