#pragma once
#include <string>

#include "base/layout.hpp"
#include "work/work_files.hpp"

namespace moniker::study {

/// A transcript's work file is the one that the last scan left, which is known by its inputs. Between steps that are
/// given one by one somebody may put back what an earlier scan left. Throws Error{usage} with the remedy.
void require_last_scan(const StudyLayout& layout, const std::string& key, const ScanRecord& left,
                       const Digest& last_inputs, std::string remedy);

}  // namespace moniker::study
