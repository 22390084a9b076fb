#pragma once
#include <filesystem>

namespace moniker::custodian {

/// A fresh identity, which opens whatever is sealed to its public half: `recipient`, for everybody, and then `secret`
/// in the form of age-keygen, for its owner alone. Throws Error{usage} where something is already.
void make_identity(const std::filesystem::path& secret, const std::filesystem::path& recipient);
/// Whether both are there and are of one identity: a call that was interrupted had made them.
bool is_identity_made(const std::filesystem::path& secret, const std::filesystem::path& recipient);

}  // namespace moniker::custodian
