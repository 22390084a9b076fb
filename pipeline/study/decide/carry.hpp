#pragma once
#include <filesystem>
#include <vector>

#include "decisions/decision.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// Decisions in a file for another server of the same study, sealed; refuses to overwrite.
void export_decisions(const std::vector<Decision>& all, const std::vector<seal::Recipient>& recipients,
                      const std::filesystem::path& file);
/// And back. Throws Error{integrity}: no key fits, or it does not hold decisions.
std::vector<Decision> import_decisions(const std::filesystem::path& file,
                                       const std::vector<seal::Identity>& identities);

}  // namespace moniker::study
