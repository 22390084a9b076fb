#pragma once
#include <vector>

#include "config/config.hpp"
#include "doctor/doctor_page.hpp"
#include "keys/study_key.hpp"
#include "nights/study_state.hpp"

namespace moniker::doctor {

/// What of a study has to fit together: its keys with what they made, its outputs with nobody here, its version with
/// this one's; and what the next run would do. Reads no transcript, and changes nothing.
std::vector<Observation> study_books(const study::StudyConfig& config, const study::StudyKey& key);

}  // namespace moniker::doctor
