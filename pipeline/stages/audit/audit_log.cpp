// Writes the chain of records. Each names the digest of the line before it, so a record is made under the lock that
// gives its number. Records wait in memory until 256 KiB are there or somebody asks for sync(); after an error the log
// takes nothing more, since nobody knows what reached the disk. On opening, what follows the last line feed was torn by
// a crash and is cut off, which is itself recorded (`recovered`); a last line that is no record is a fault.
#include "audit/audit_log.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>

#include "audit/record.hpp"
#include "base/atomic_file.hpp"
#include "base/shared_folder.hpp"
#include "base/system_call.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

constexpr std::size_t most_waiting = 256 * 1024;  // bytes of records that wait to be written

[[noreturn]] void fail(const std::filesystem::path& file, std::string_view doing, int error) {
  throw Error::input(fmt::format("cannot {} the audit log: {}", doing, std::strerror(error)),
                     "check the folder's permissions and the free space; nothing happens that cannot be recorded",
                     {file.string()});
}

/// The end of a log: its last whole line, and how many bytes follow that line's feed.
struct Tail {
  std::string last_line{};
  std::uint64_t torn_bytes = 0;
};

Tail read_tail(int descriptor, std::uint64_t size, const std::filesystem::path& file) {
  constexpr std::uint64_t step = 64 * 1024;
  std::string bytes;
  std::uint64_t begin = size;
  for (;;) {
    const std::size_t feed = bytes.rfind('\n');
    const bool whole = feed != bytes.npos && feed > 0 && bytes.rfind('\n', feed - 1) != bytes.npos;
    if (whole || begin == 0) break;
    const std::uint64_t n = std::min(step, begin);
    std::string piece(n, '\0');
    begin -= n;
    const ssize_t got = retried([&] { return ::pread(descriptor, piece.data(), n, static_cast<off_t>(begin)); });
    if (got != static_cast<ssize_t>(n)) fail(file, "read", got < 0 ? errno : EIO);
    bytes.insert(0, piece);
  }
  const std::size_t feed = bytes.rfind('\n');
  if (feed == bytes.npos) return {.torn_bytes = bytes.size()};
  const std::size_t before = feed == 0 ? bytes.npos : bytes.rfind('\n', feed - 1);
  const std::size_t first = before == bytes.npos ? 0 : before + 1;
  return {.last_line = bytes.substr(first, feed - first), .torn_bytes = bytes.size() - feed - 1};
}

}  // namespace

struct AuditLog::State {
  std::filesystem::path file;
  Clock clock;
  int descriptor = -1;
  mutable std::mutex mutex{};
  std::uint64_t records = 0, size = 0, records_written = 0;
  Digest head = digest_of(""), head_written = head;
  std::string waiting{};
  bool synced = true, failed = false;

  State(const std::filesystem::path& path, Clock now) : file(path), clock(std::move(now)) {
    descriptor = open_file(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) fail(file, "open", errno);
    if (const unsigned mode = mode_in(file.parent_path(), 0600); mode != 0600) give_mode(descriptor, mode);
  }
  ~State() { ::close(descriptor); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// Two writers would each continue the chain from the same record. File systems without locks are left to
  /// the study's own lock.
  void take_lock() const {
    if (retried([&] { return ::flock(descriptor, LOCK_EX | LOCK_NB); }) == 0 || errno != EWOULDBLOCK) return;
    throw Error::usage("the audit log is in use by another run", "wait for that run to end", {file.string()});
  }

  /// Takes up after the last whole line, and gives the number of bytes that were cut off behind it.
  std::uint64_t take_up() {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) fail(file, "read", errno);
    if (status.st_size == 0) {
      sync_folder(file.has_parent_path() ? file.parent_path() : ".");
      return 0;
    }
    size = static_cast<std::uint64_t>(status.st_size);
    const Tail tail = read_tail(descriptor, size, file);
    const auto link = parse_link(tail.last_line);
    if (!link && tail.torn_bytes < size) {
      throw Error::integrity("the audit log does not end in a record",
                             "see what happened to it with `moniker audit verify`, and restore it from a copy",
                             {file.string()});
    }
    if (tail.torn_bytes > 0) cut(size - tail.torn_bytes);
    if (link) {
      records = records_written = link->number;
      head = head_written = digest_of(tail.last_line);
    }
    return tail.torn_bytes;
  }

  void cut(std::uint64_t to) {
    if (retried([&] { return ::ftruncate(descriptor, static_cast<off_t>(to)); }) != 0) fail(file, "cut", errno);
    size = to;
    synced = false;
  }

  void put(std::string_view event, std::string_view fields) {
    refuse_after_failure();
    put(event_record({records + 1, iso_time(clock()), event}, fields, head));
  }

  void put(std::string_view line) {
    head = digest_of(line);
    ++records;
    waiting.append(line) += '\n';
    if (waiting.size() >= most_waiting) write_waiting();
  }

  void write_waiting() {
    if (waiting.empty()) return;
    const std::size_t written = write_all(descriptor, waiting);
    if (written < waiting.size()) {
      const int error = errno;
      failed = true;
      records = records_written;
      head = head_written;
      // Half a record would be cut by the next run. Better to leave none; if even this fails, that run does.
      if (written > 0) retried([&] { return ::ftruncate(descriptor, static_cast<off_t>(size)); });
      fail(file, "write", error);
    }
    size += waiting.size();
    records_written = records;
    head_written = head;
    waiting.clear();
    synced = false;
  }

  void sync() {
    write_waiting();
    if (synced) return;
    if (retried([&] { return ::fdatasync(descriptor); }) != 0) {
      failed = true;  // what a failed sync leaves on the disk is anyone's guess
      fail(file, "sync", errno);
    }
    synced = true;
  }

  void refuse_after_failure() const {
    if (failed) fail(file, "write", EIO);
  }
};

AuditLog::AuditLog(const std::filesystem::path& file, Clock clock)
    : state_(std::make_unique<State>(file, std::move(clock))) {
  state_->take_lock();
  const std::uint64_t torn = state_->take_up();
  if (torn > 0) append(events::Recovered{torn});
}

AuditLog::~AuditLog() = default;

void AuditLog::append(const Event& event) {
  const std::string fields = fields_of(event);
  const std::lock_guard lock(state_->mutex);
  state_->put(name_of(event), fields);
  state_->sync();
}

void AuditLog::add(const Event& event) {
  const std::string fields = fields_of(event);
  const std::lock_guard lock(state_->mutex);
  state_->put(name_of(event), fields);
}

void AuditLog::adopt(std::string_view record) {
  if (!parse_link(record)) {
    throw Error::integrity("what should be taken over is no record",
                           "see where it comes from; the log was left as it is", {state_->file.string()});
  }
  const std::lock_guard lock(state_->mutex);
  state_->refuse_after_failure();
  state_->put(chained_record(state_->records + 1, record_body(record), state_->head));
}

std::uint64_t AuditLog::records() const {
  const std::lock_guard lock(state_->mutex);
  return state_->records;
}

Digest AuditLog::head() const {
  const std::lock_guard lock(state_->mutex);
  return state_->head;
}

void AuditLog::sync() {
  const std::lock_guard lock(state_->mutex);
  state_->refuse_after_failure();
  state_->sync();
}

}  // namespace moniker::audit
