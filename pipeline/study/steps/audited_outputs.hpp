#pragma once
#include <filesystem>
#include <vector>

#include "audit/audit_log.hpp"
#include "base/layout.hpp"
#include "config/config.hpp"
#include "keys/study_key.hpp"
#include "moniker/progress.hpp"

namespace moniker::study {

/// Whether the sealed files in out/ and linkage/, and the certificates, are those that the log names last: changed,
/// missing and (but for certificates) unknown ones are faults, and so is one of which an old log names no digest. The
/// log itself must have been verified before. While the study is in shards, what their logs say counts too. Throws
/// Error{integrity} when a log says what cannot be understood.
std::vector<audit::AuditFault> check_outputs(const StudyLayout& layout, const Watcher& progress = {});

/// The log against its signature and its heads - the one beside it and those of these files - and then, where that is
/// good, the files against the log.
audit::AuditReport verify_study(const StudyLayout& layout, const std::filesystem::path& public_key,
                                const std::vector<std::filesystem::path>& heads = {}, const Watcher& progress = {});
/// With the registry and the ledger too, where study.key can be read, and the witness that moniker.yaml names.
audit::AuditReport verify_study(const StudyConfig& config, const std::filesystem::path& public_key,
                                std::vector<std::filesystem::path> heads = {}, const StudyKey& key = StudyKey(),
                                const Watcher& progress = {});

}  // namespace moniker::study
