#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "audit/audit_log.hpp"
#include "seal/minisign.hpp"

namespace moniker::audit {

/// Writes LOG.minisig beside the log, a signature of the log's bytes that plain `minisign -V -p PUBLIC -m
/// LOG` verifies as long as nothing is added. Its trusted comment holds the number of records and the digest
/// of the last, which let verify_audit() vouch for a log that went on. Throws Error{integrity} instead of
/// signing a log whose chain is broken or that does not begin with what the signature at hand covers: a run
/// by night would otherwise lend its signature to whatever somebody did by day. Before that it writes the head as a
/// checkpoint (checkpoint.hpp) beside the log, and into the witness's file where there is one; an earlier head there
/// that is none of this log is refused in the same way.
void sign_head(AuditLog& log, const std::filesystem::path& file, const seal::SigningKey& key,
               const std::filesystem::path& witness = {});

/// What a signature vouches for: so many records, the last with this digest.
struct SignedHead {
  std::uint64_t records = 0;
  Digest head{};
};
std::string head_comment(const SignedHead& head);
std::optional<SignedHead> parse_head_comment(std::string_view trusted_comment);

}  // namespace moniker::audit
