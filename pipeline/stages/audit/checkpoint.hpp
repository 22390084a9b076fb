#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit_log.hpp"
#include "audit/log_keys.hpp"
#include "audit/merkle.hpp"
#include "seal/note.hpp"

namespace moniker::audit {

/// The head of a log as others' verifiers read it (https://c2sp.org/tlog-checkpoint): the log's name, how many records,
/// the root of the tree over them, signed.
struct Checkpoint {
  std::uint64_t size = 0;
  TreeHash root{};
  seal::Note note{};
};

/// Signed with the log's key.
Checkpoint make_checkpoint(std::uint64_t size, const TreeHash& root, const seal::SigningKey& key);
/// Throws Error{integrity} unless the note is a head of the log, signed by whichever of its keys it is called after,
/// and not of more records than that key vouches for.
Checkpoint checked_checkpoint(const seal::Note& note, const LogKeys& keys);
/// All heads of a file, each checked: the one of a log, or those that a witness kept.
std::vector<Checkpoint> read_checkpoints(const std::filesystem::path& file, const LogKeys& keys);

/// Beside a log; and what a witness keeps, each head after the one before.
std::filesystem::path checkpoint_of(const std::filesystem::path& log);
/// Adds a head to the file, durable on return, unless it is its last one. Throws Error{input}.
void append_to_witness(const std::filesystem::path& witness, const Checkpoint& head);

/// What is wrong with a log held against heads of it, in files: one that is missing, not signed by this key, of more
/// records than there are (the log was put back as it once was), or of others (it was made anew, by whoever holds the
/// signing key). Files that are not there are a fault.
std::vector<AuditFault> head_faults(const std::filesystem::path& log, std::string_view public_key_text,
                                    const std::vector<std::filesystem::path>& files);

/// What is wrong with the heads of these files as cosigned ones: each must have been by this key.
std::vector<AuditFault> cosigner_faults(const std::vector<std::filesystem::path>& files, const LogKeys& keys,
                                        std::string_view cosigner_text);

/// The leaves of a log, in order.
std::vector<TreeHash> leaves_of(const std::filesystem::path& log);

}  // namespace moniker::audit
