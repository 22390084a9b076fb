#pragma once
#include <filesystem>

#include "dossier/dossier.hpp"
#include "opened/options.hpp"

namespace moniker::study {

/// The account of a study as its last run left it, and of its log as it is now: a log that is not as it was signed is
/// told, and stops nothing. Holds the study's lock meanwhile and changes nothing. Throws Error{usage}: no study, not
/// run, a run going on, or anything wrong with moniker.yaml, the register, the rules or the keys.
Dossier gather_dossier(const std::filesystem::path& folder, const RunOptions& options);

}  // namespace moniker::study
