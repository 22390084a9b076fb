#pragma once
#include <vector>

#include "audit/audit_log.hpp"
#include "base/layout.hpp"

namespace moniker::study {

/// Whether the sealed files in out/ are those that the log says were published last: changed, missing or unknown
/// ones are faults. The log itself must have been verified before. While the study is in shards, what their logs say
/// counts too.
std::vector<audit::AuditFault> check_outputs(const StudyLayout& layout);

}  // namespace moniker::study
