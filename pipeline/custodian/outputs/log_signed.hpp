#pragma once
#include <filesystem>

#include "audit/audit_log.hpp"
#include "audit/events.hpp"
#include "base/layout.hpp"

namespace moniker::custodian {

/// Records what somebody with the custodian's key gets, and signs the log, before they get it. Takes the study's lock.
/// Throws Error: no log that can be signed, no answer.
void log_signed(const StudyLayout& layout, const std::filesystem::path& signing_key,
                const std::filesystem::path& witness, const Clock& clock, const audit::Event& event);

}  // namespace moniker::custodian
