#pragma once
#include "config/config.hpp"
#include "resolve/entities.hpp"

namespace moniker::study {

/// Throws Error{usage} with its place for an override of somebody whom the study does not know, and for one that keeps
/// the name of a person of the register.
void check_overrides(const StudyConfig& config, const resolve::Assignment& assignment);

/// Whether the study keeps what is called so in one of its transcripts' talk: it is not for the proof to find.
bool is_kept(const StudyConfig& config, const resolve::Assignment& assignment, const Label& label,
             const std::string& form, const words::Language& language);

}  // namespace moniker::study
