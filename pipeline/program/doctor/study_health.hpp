#pragma once
#include "config/config.hpp"
#include "doctor/doctor_page.hpp"
#include "keys/study_key.hpp"

namespace moniker::doctor {

/// What a study needs to be worked on and believed: who may change what, its keys and what they fit, its log and the
/// witness, room on its disk, what the next run would do. Reads no transcript.
Chapter study_chapter(const study::StudyConfig& config, const study::StudyKey& key);

}  // namespace moniker::doctor
