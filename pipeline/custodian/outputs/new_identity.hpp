#pragma once
#include <filesystem>

namespace moniker::custodian {

/// A fresh identity, which opens whatever is sealed to its public half: `secret` in the form of age-keygen, for its
/// owner alone, and `recipient`, for everybody. Throws Error{usage} where something is already.
void make_identity(const std::filesystem::path& secret, const std::filesystem::path& recipient);

}  // namespace moniker::custodian
