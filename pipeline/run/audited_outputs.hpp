#pragma once
#include <vector>

#include "audit/audit_log.hpp"
#include "study/layout.hpp"

namespace moniker {

/// Whether the sealed files in out/ are those that the log says were published last: changed, missing or unknown
/// ones are faults. The log itself must have been verified before. While the study is in shards, what their logs say
/// counts too.
std::vector<AuditFault> check_outputs(const StudyLayout& layout);

}  // namespace moniker
