#pragma once
#include "dossier/dossier.hpp"
#include "opened/study.hpp"
#include "report/linkage.hpp"
#include "resolve/entities.hpp"

namespace moniker::study {

/// The register by IDs: who agreed to what, and when as far as moniker.yaml lets a date be told. Who has not consented
/// is named by their row alone, and so is who came into the register after the last run.
/// `key` is that of the registry, by which files are known that were put away.
ConsentMatrix consent_matrix(const Study& study, const resolve::Assignment& assignment, const InResults& results,
                             const Secret<32>& key);

}  // namespace moniker::study
