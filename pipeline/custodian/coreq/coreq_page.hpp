#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "coreq/checklist.hpp"

namespace moniker::custodian {

/// Both checklists, filled as far as a study's data go.
struct CoreqPage {
  StudyFacts facts{};
};
std::string as_text(const CoreqPage& page, const Style& style);
nlohmann::ordered_json as_json(const CoreqPage& page);

/// For a file that ends in .md or .docx. Throws Error{usage} for another.
void check_coreq_file(const std::string& file);
std::string coreq_file(const CoreqPage& page, const std::string& file);

}  // namespace moniker::custodian
