#pragma once
#include <filesystem>
#include <span>
#include <string_view>

#include "base/atomic_file.hpp"
#include "base/passphrase.hpp"
#include "base/secret.hpp"

namespace moniker::study {

/// The keys that are derived from study.key by crypto_kdf (context "moniker1"), one for each use. A number is never
/// used again: what was made with it would change. docs/file-formats.md has the same table.
enum class KeyUse : unsigned {
  registry = 1,            // registry.sqlite: rows, the order in which numbers are drawn; names of work files
  work_identity = 2,       // opens work/ and withdrawn/
  audit = 3,               // hashes in the audit log
  decisions = 4,           // hashes of words that people decided about
  decisions_identity = 5,  // opens decisions/
  roots = 16,              // what the log says of registry and ledger as a whole
  hash = 17,               // the operator `hash`
  shift = 18,              // by how many days the operator `shift` moves somebody's dates
  surrogates = 19,         // invented numbers of the operator `surrogate`
  filter = 20              // pseudonyms of `moniker filter`
};

/// All of them, with what each is for.
struct KeyUseEntry {
  KeyUse use{};
  std::string_view says{};
};
std::span<const KeyUseEntry> key_uses();

/// study.key: one line of text, "MONIKER-STUDY-KEY-1" and 64 hex digits, for its owner alone (any other access is
/// refused); or that line as an age file under a passphrase, with or without armor. Errors are Error{usage}, but for a
/// passphrase that asks for more memory than there is.
bool is_under_passphrase(const std::filesystem::path& file);
Secret<32> read_study_key(const std::filesystem::path& file);
Secret<32> read_study_key(const std::filesystem::path& file, const Passphrase& passphrase);
Secret<32> fresh_study_key();
/// Under no passphrase where it is empty.
void write_study_key(const std::filesystem::path& file, const Secret<32>& key, const Passphrase& passphrase,
                     AtomicFile::IfThere if_there);
void write_study_key(const std::filesystem::path& file);  // a fresh one, under none; refuses to overwrite
Secret<32> derive_key(const Secret<32>& study_key, KeyUse use);

}  // namespace moniker::study
