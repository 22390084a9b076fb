#pragma once
#include <filesystem>

#include "base/secret.hpp"

namespace moniker::study {

/// The keys that are derived from study.key by crypto_kdf (context "moniker1"). `registry` is for all that must come
/// out alike whenever it is asked again: the registry's hashes, names of work files, the order in which numbers are
/// drawn, surrogates, shifts of dates, the operator `hash`, and what the filter does. keyed_hash() takes a word with
/// each, that tells these uses apart, but for `hash`, whose digest of a name is the registry's own. `work_identity`
/// opens work/ and withdrawn/; `audit` is for the hashes of replaced words in the log; `decisions` for those of words
/// that people decided about, and `decisions_identity` opens decisions/. `roots` is for what the log says of the
/// registry and the ledger as a whole.
enum class KeyUse : unsigned {
  registry = 1,
  work_identity = 2,
  audit = 3,
  decisions = 4,
  decisions_identity = 5,
  roots = 16
};

/// study.key: one line of text, "MONIKER-STUDY-KEY-1" and 64 hex digits, mode 0600 (any other access is
/// refused).
Secret<32> read_study_key(const std::filesystem::path& file);
void write_study_key(const std::filesystem::path& file);  // a fresh one; refuses to overwrite
Secret<32> derive_key(const Secret<32>& study_key, KeyUse use);

}  // namespace moniker::study
