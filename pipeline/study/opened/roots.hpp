#pragma once
#include <string>

#include "opened/ledger.hpp"
#include "opened/log_memory.hpp"
#include "opened/study.hpp"
#include "opened/study_keys.hpp"
#include "resolve/registry.hpp"

namespace moniker::study {

/// Roots of the registry and the ledger, for the record of this number: BLAKE2b, keyed by study.key, over the number
/// and a digest of all rows in their order. In hex.
std::string root_of(const resolve::Registry& registry, const StudyKeys& keys, std::uint64_t record);
std::string root_of(const Ledger& ledger, const StudyKeys& keys, std::uint64_t record);

/// Throws Error{integrity}: the registry is gone, or is another than the log names.
struct RegistryKeys {
  const Secret<32>& registry;
  const Secret<32>& roots;
};
void require_registry(const StudyLayout& layout, const RegistryKeys& keys, const LogMemory& memory);

/// The same of the ledger, of which nothing is asked where it is empty, since it may be deleted, or where work went on
/// since the last run that ended: that is marked in it, by a hash that only this study can make.
void require_ledger(const StudyLayout& layout, Ledger& ledger, const StudyKeys& keys, const LogMemory& memory);

/// Whoever withdrew has a record, but for `beginning`, whose withdrawal is being begun. Throws Error{integrity}.
void require_withdrawals(const Study& study, const LogMemory& memory, const std::string& beginning = {});

}  // namespace moniker::study
