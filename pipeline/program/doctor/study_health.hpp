#pragma once
#include "config/config.hpp"
#include "doctor/doctor_page.hpp"

namespace moniker::doctor {

/// What a study needs to be worked on and believed: who may change what, its keys, its log and the witness, room on its
/// disk. Reads no transcript.
Chapter study_chapter(const study::StudyConfig& config);

}  // namespace moniker::doctor
