#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/byte_sink.hpp"

namespace moniker {

/// The one way to write a file: of mode 0600 and without a name, which commit() syncs, gives its name in one step and
/// makes durable by syncing the folder. Without commit() nothing is left, nor where the process is killed; but where
/// the file system knows no files without a name, or the instant in which one replaces another, may leave
/// `.moniker-*.tmp`, which remove_stale() clears.
class AtomicFile : public ByteSink {
 public:
  enum class IfThere { replace, refuse };
  explicit AtomicFile(std::filesystem::path target, IfThere = IfThere::replace, unsigned mode = 0600);
  ~AtomicFile() override;
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  void write(std::string_view bytes) override;
  /// Bytes are on the disk, under no name yet; commit() then only gives it.
  void sync();
  void commit();
  /// Hands everything to the system and gives the buffer back: for a file that waits to be synced with others.
  void rest();
  /// Gives the bytes their name. Neither they nor the name are durable: for what may be lost with the power, or
  /// for sync_all() and publish_all() to do.
  void rename_now();
  std::filesystem::path folder() const;
  /// All that was written to the file system that the file is on.
  void sync_file_system();

 private:
  void flush();
  bool link_to(const std::filesystem::path& name) const;
  void replace();
  int drop_name();
  std::filesystem::path target_, temporary_{};  // temporary_: empty while the file has no name
  IfThere if_there_;
  int descriptor_ = -1;
  std::string buffer_{};
  std::uint64_t written_ = 0;  // of it, what the system has
};

/// Many files in two steps that share what is slow: first all bytes are on the disk, then all names are, with one sync
/// for each folder. In between stands whatever must be durable before anything is seen.
void sync_all(const std::vector<AtomicFile*>& files);
void publish_all(const std::vector<AtomicFile*>& files);

void publish(const std::filesystem::path& target, std::string_view bytes,
             AtomicFile::IfThere = AtomicFile::IfThere::replace, unsigned mode = 0600);

/// Removes what was left behind in `folder` (not below it) by whoever was killed; what somebody is writing stays.
void remove_stale(const std::filesystem::path& folder);

/// Makes `folder` (and its parents) of mode 0700 where it is missing, and durable. A link in its place is refused.
void make_private_folder(const std::filesystem::path& folder);

void sync_folder(const std::filesystem::path& folder);

/// Everything on the file system that `folder` is on, names too: for what has to be there before its only other copy
/// goes.
void sync_file_system_of(const std::filesystem::path& folder);

}  // namespace moniker
