#pragma once
#include "resolve/surrogates.hpp"
#include "run/opened_study.hpp"
#include "run/study_map.hpp"

namespace moniker {

/// Gives the map's people and places surrogates, where the study's operators want some. No name of the register, of a
/// finding or of the study's own rules is given to anybody, and no word that any transcript holds.
SurrogateCount give_surrogates(const OpenedStudy& study, StudyMap& map, Registry& registry);

}  // namespace moniker
