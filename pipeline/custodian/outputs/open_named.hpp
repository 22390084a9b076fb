#pragma once
#include <filesystem>
#include <vector>

#include "audit/named_files.hpp"
#include "base/byte_sink.hpp"
#include "seal/age.hpp"

namespace moniker::custodian {

/// Whoever may write to a study can seal a file to its public key: that a file opens says nothing of who made it.
/// So a sealed file is opened only where the signed log names it, and all that was read is held against the digest
/// there. What reaches `to` counts only when this returns. Throws Error{integrity}: the log does not name it, it is
/// another than the log names, or no identity opens it.
void open_named(const audit::NamedFiles& named, const std::filesystem::path& file,
                const std::vector<seal::Identity>& identities, ByteSink& to);

}  // namespace moniker::custodian
