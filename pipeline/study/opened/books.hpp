#pragma once
#include <chrono>
#include <filesystem>

#include "audit/audit_log.hpp"
#include "base/clock.hpp"
#include "base/lock.hpp"
#include "opened/ledger.hpp"

namespace moniker::study {

/// Where the books of a run lie: the study's own, or those of a shard of it.
struct BookPlaces {
  std::filesystem::path lock{}, ledger{}, log{};
  std::chrono::milliseconds patience{};  // with somebody else who holds the lock
};

/// What a run keeps while it lasts, and nobody else has open: what is done, and what is told of it.
struct Books {
  Lock lock;
  Ledger ledger;
  audit::AuditLog audit;

  Books(const BookPlaces& places, const Clock& clock)
      : lock(places.lock, places.patience), ledger(places.ledger, Ledger::Use::alone), audit(places.log, clock) {}
};

}  // namespace moniker::study
