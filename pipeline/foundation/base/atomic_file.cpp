// How a file comes to be there whole or not at all: written where no name leads to it (O_TMPFILE), synced, given its
// name in one step (linkat), and the folder synced after it (only the folder's fsync makes a name durable). A process
// that is killed leaves nothing then: the system takes back what has no name. Where something stands already and is to
// be replaced, the whole file bears a name of chance between linkat and rename(2), and nowhere else. File systems that
// know no O_TMPFILE (NFS) get a file with such a name from the beginning; it is locked (flock) for as long as its
// writer lives, so that remove_stale() tells what a killed one left from what is being written. Invariants: nothing is
// ever seen under its own name half written; what failed leaves nothing; links are not followed. Buffers are wiped,
// since keys pass through here.
#include "base/atomic_file.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>
#include <utility>

#include "base/shared_folder.hpp"
#include "base/system_call.hpp"
#include "base/wiped_text.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

constexpr std::size_t buffer_size = 64 * 1024;
constexpr std::uint64_t large_file = 1024 * 1024;

[[noreturn]] void fail(const std::filesystem::path& file, const char* doing, int error) {
  throw Error::input(fmt::format("cannot {}: {}", doing, std::strerror(error)),
                     "check the folder's permissions and the free space", {file.string()});
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// Where the system shows an open file, so that it can be given a name.
std::string shown_by_system(int descriptor) { return fmt::format("/proc/self/fd/{}", descriptor); }

/// A file that nothing leads to; -1 where the file system, or a system without /proc, cannot do that. Of /proc it is
/// asked once: where it goes later, publishing is refused.
int open_unnamed(const std::filesystem::path& folder, unsigned mode) {
  const int descriptor = open_file(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  if (descriptor < 0) return descriptor;
  static const bool shows_files = ::access(shown_by_system(descriptor).c_str(), F_OK) == 0;
  if (shows_files) return descriptor;
  ::close(descriptor);
  return -1;
}

bool is_named_stale(const std::string& name) { return name.starts_with(".moniker-") && name.ends_with(".tmp"); }

/// Two processes never share such a name, and a left-over never blocks a new one.
std::filesystem::path name_of_chance(const std::filesystem::path& folder) {
  return folder / fmt::format(".moniker-{:08x}{:08x}.tmp", randombytes_random(), randombytes_random());
}

/// /dev/null with a file in its place is a machine that does not start.
void refuse_special_file(const std::filesystem::path& target) {
  std::error_code failed;
  const auto there = std::filesystem::symlink_status(target, failed).type();
  using Type = std::filesystem::file_type;
  if (there == Type::character || there == Type::block || there == Type::fifo || there == Type::socket)
    throw Error::usage("is a device, a pipe or a socket, and is not replaced by a file", "name a file",
                       {target.string()});
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path target, IfThere if_there, unsigned mode)
    : target_(std::move(target)), if_there_(if_there) {
  const unsigned asked = mode;
  mode = mode_in(folder(), asked);
  descriptor_ = open_unnamed(folder(), mode);
  if (descriptor_ < 0) {
    temporary_ = name_of_chance(folder());
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    descriptor_ = open_file(temporary_, flags, mode);
    if (descriptor_ < 0) fail(target_, "create the file", errno);
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
  }
  if (mode != asked) give_mode(descriptor_, mode);
}

AtomicFile::~AtomicFile() {
  sodium_memzero(buffer_.data(), buffer_.size());
  drop_name();
  if (descriptor_ >= 0) ::close(descriptor_);
}

int AtomicFile::drop_name() {
  if (temporary_.empty()) return 0;
  const int dropped = retried([&] { return ::unlink(temporary_.c_str()); });
  if (dropped == 0) temporary_.clear();
  return dropped;
}

void AtomicFile::flush() {
  if (write_all(descriptor_, buffer_) < buffer_.size()) fail(target_, "write the file", errno);
  written_ += buffer_.size();
  sodium_memzero(buffer_.data(), buffer_.size());  // keys pass through here too
  buffer_.clear();
}

void AtomicFile::write(std::string_view bytes) {
  append_wiping(buffer_, bytes);  // keys pass through here
  if (buffer_.size() >= buffer_size) flush();
}

void AtomicFile::sync() {
  flush();
  if (retried([&] { return ::fdatasync(descriptor_); }) != 0)
    fail(target_, "sync the file", errno);  // the size counts as data
}

void AtomicFile::rest() {
  flush();
  std::string().swap(buffer_);
  // A hint: the disk may begin with what is large. Of small files a hundred are quicker in one go, by sync_all().
  if (written_ >= large_file) ::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
}

void AtomicFile::commit() {
  sync();
  rename_now();
  sync_folder(folder());
}

std::filesystem::path AtomicFile::folder() const { return folder_of(target_); }

void AtomicFile::sync_file_system() {
  if (retried([&] { return ::syncfs(descriptor_); }) != 0) fail(target_, "sync the file system", errno);
}

/// linkat() and link() refuse where something stands already, in one step; rename() replaces in one step.
void AtomicFile::rename_now() {
  flush();
  const bool may_rename = if_there_ == IfThere::replace && !temporary_.empty();
  const bool linked = !may_rename && link_to(target_);
  if (!linked && !may_rename && if_there_ == IfThere::refuse) {
    throw Error::usage("is there already and is never overwritten", "move it away first, or name another place",
                       {target_.string()});
  }
  if (!linked) replace();
  if (drop_name() != 0) fail(target_, "take away the file's temporary name", errno);
  ::close(std::exchange(descriptor_, -1));
}

/// False where something stands there.
bool AtomicFile::link_to(const std::filesystem::path& name) const {
  const std::string from = temporary_.empty() ? shown_by_system(descriptor_) : temporary_.string();
  const int flags = temporary_.empty() ? AT_SYMLINK_FOLLOW : 0;
  if (retried([&] { return ::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, name.c_str(), flags); }) == 0) return true;
  if (errno != EEXIST) fail(target_, "publish the file", errno);
  return false;
}

void AtomicFile::replace() {
  refuse_special_file(target_);
  if (temporary_.empty()) {
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
    const std::filesystem::path name = name_of_chance(folder());
    if (!link_to(name)) fail(target_, "publish the file", EEXIST);
    temporary_ = name;
  }
  if (retried([&] { return ::rename(temporary_.c_str(), target_.c_str()); }) != 0)
    fail(target_, "publish the file", errno);
  temporary_.clear();
}

/// A sync of the whole file system waits for the disk once or twice, however many files there are; one for each file
/// waits as often as that. Since Linux 5.8 it tells of bytes that could not be written, as fdatasync() does, to whoever
/// opened a file before: so by a descriptor of these, and not by the folder's (sync_file_system_of).
void sync_all(const std::vector<AtomicFile*>& files) {
  constexpr std::size_t few = 4;
  for (AtomicFile* file : files) file->rest();
  if (files.size() <= few) {
    for (AtomicFile* file : files) file->sync();
    return;
  }
  std::set<std::filesystem::path> folders;
  for (AtomicFile* file : files) {
    if (folders.insert(file->folder()).second) file->sync_file_system();
  }
}

void publish_all(const std::vector<AtomicFile*>& files) {
  std::set<std::filesystem::path> folders;
  for (AtomicFile* file : files) {
    file->rename_now();
    folders.insert(file->folder());
  }
  for (const auto& folder : folders) sync_folder(folder);
}

void publish(const std::filesystem::path& target, std::string_view bytes, AtomicFile::IfThere if_there, unsigned mode) {
  AtomicFile file(target, if_there, mode);
  file.write(bytes);
  file.commit();
}

void remove_stale(const std::filesystem::path& folder) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder.empty() ? "." : folder, ignored)) {
    if (!is_named_stale(entry.path().filename().string())) continue;
    const int descriptor = open_file(entry.path(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) continue;
    const bool is_written = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (!is_written) retried([&] { return ::unlink(entry.path().c_str()); });
    ::close(descriptor);
  }
}

void make_private_folder(const std::filesystem::path& folder) {
  struct stat status {};
  if (::lstat(folder.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return;
    throw Error::usage("is not a folder", "move it away: moniker wants a folder of its own there and follows no links",
                       {folder.string()});
  }
  if (folder.has_parent_path() && folder.parent_path() != folder) make_private_folder(folder.parent_path());
  if (retried([&] { return ::mkdir(folder.c_str(), 0700); }) != 0) {
    if (errno != EEXIST) fail(folder, "make the folder", errno);
    return;
  }
  if (is_shared_study_folder(folder.parent_path())) ::chmod(folder.c_str(), S_ISGID | 0770);
  // What is made durable in it is worth nothing where its own name is lost. A parent may be one that nobody may list.
  const std::filesystem::path parent = folder_of(folder);
  if (::access(parent.c_str(), R_OK) == 0) sync_folder(parent);
}

namespace {

void sync_by(int (*call)(int), const std::filesystem::path& folder, const char* what) {
  const int descriptor = open_file(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(folder, "open the folder", errno);
  const int result = retried([&] { return call(descriptor); });
  const int error = errno;
  ::close(descriptor);
  if (result != 0 && error != EINVAL) fail(folder, what, error);
}

}  // namespace

void sync_folder(const std::filesystem::path& folder) { sync_by(::fsync, folder, "sync the folder"); }

void sync_file_system_of(const std::filesystem::path& folder) { sync_by(::syncfs, folder, "sync the file system"); }

}  // namespace moniker
