#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit_log.hpp"
#include "audit/events.hpp"
#include "base/layout.hpp"

namespace moniker::audit {

/// What the log says of a file that must lie in the study now.
struct NamedFile {
  std::uint64_t line = 0;               // of the record; 0 where it is of a shard
  std::optional<std::string> digest{};  // in hex; nothing: the log names none
  bool sha256 = false;                  // or else BLAKE2b-256
  bool wants_digest = true;             // without one nobody can tell whether it is what was written
  std::string_view mend{};              // what to do where it is another, or gone
  std::string recipients{};             // digest of those whom it was sealed to again; empty: by who made it
  std::vector<std::string> before{};    // digests of the same, sealed to others, of which one lies there until then
};

/// The last word of a log on every file that it names: what is sealed, reports, certificates, decisions, and the
/// records of those who withdrew. By paths in the study, with "/".
class NamedFiles {
 public:
  explicit NamedFiles(StudyLayout layout) : layout_(std::move(layout)) {}
  /// Adds what one more log says. Throws Error as for_each_event(). A shard's log is no part of the study's yet.
  void read(const std::filesystem::path& log, bool of_shard = false);
  /// The same of its first records alone: those that somebody signed.
  void read_signed(const std::filesystem::path& log, std::uint64_t records);
  const std::map<std::string, NamedFile>& all() const { return files_; }
  const NamedFile* find(const std::filesystem::path& file) const;
  /// The last record that says something of a file; 0: none does.
  std::uint64_t last_naming() const { return last_naming_; }
  /// As the log calls it.
  std::string name_of(const std::filesystem::path& file) const;

 private:
  struct Taking;
  void read(const std::filesystem::path& log, bool of_shard, std::uint64_t records);
  StudyLayout layout_;
  std::map<std::string, NamedFile> files_{};
  std::uint64_t last_naming_ = 0;
};

/// What is wrong with one of them as it lies there.
std::optional<AuditFault> fault_of(const StudyLayout& layout, const std::string& name, const NamedFile& file);

/// The files that a log names which was verified first, for who has nothing but the public key. Throws Error{integrity}
/// unless every record is as it was written and signed, and the log is the one of every head that was kept. Questions
/// that were recorded by a call that did not live to sign them say nothing of files and stop nobody: the call is given
/// again, and signs them.
NamedFiles verified_files(const StudyLayout& layout, const std::filesystem::path& public_key,
                          const std::filesystem::path& witness = {});

/// A log with its signature and its heads: the one beside it, the witness's and others. Those must be there.
AuditReport verify_log(const StudyLayout& layout, const std::filesystem::path& public_key,
                       const std::vector<std::filesystem::path>& heads);

}  // namespace moniker::audit
