#pragma once
#include <optional>
#include <vector>

#include "audit/record.hpp"
#include "audit/sign.hpp"

namespace moniker::audit {

/// A line of a log as the chain sees it.
struct ChainLine {
  std::optional<Link> link{};  // nothing: not a record
  Digest digest{};
};

/// What happened to a chain, told from how its lines point at each other. Empty when every line points at the
/// line before it, the numbers count up from 1 and, where `head` is given, the log reaches it.
std::vector<AuditFault> chain_faults(const std::vector<ChainLine>& lines, const std::optional<SignedHead>& head);

}  // namespace moniker::audit
