#include "cli/would_write.hpp"

#include "audit/checkpoint.hpp"

namespace moniker::cli {

std::vector<std::string> files_of_a_record(const StudyLayout& layout, const std::filesystem::path& witness) {
  std::vector<std::string> files;
  for (const auto& file : {layout.audit_log(), layout.audit_signature(), audit::checkpoint_of(layout.audit_log())})
    files.push_back(file.lexically_relative(layout.root).generic_string());
  if (!witness.empty()) files.push_back(witness.string());
  return files;
}

}  // namespace moniker::cli
