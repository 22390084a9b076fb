// How a file comes to be there whole or not at all: written under a name of chance in the folder where it will lie,
// synced, renamed, and the folder synced after it (rename(2) is atomic, but only the folder's fsync makes it durable).
// Invariants: nothing is ever seen under its own name half written; what failed leaves no temporary file but where the
// process was killed, and remove_stale() takes those; links are not followed. Buffers are wiped, since keys pass
// through here.
#include "base/atomic_file.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>

#include "moniker/error.hpp"

namespace moniker {
namespace {

constexpr std::size_t buffer_size = 64 * 1024;

[[noreturn]] void fail(const std::filesystem::path& file, const char* doing, int error) {
  throw Error::input(fmt::format("cannot {}: {}", doing, std::strerror(error)),
                     "check the folder's permissions and the free space", {file.string()});
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path target, IfThere if_there, unsigned mode)
    : target_(std::move(target)), if_there_(if_there) {
  // Two processes never share a temporary name, and a left-over never blocks a new one.
  temporary_ =
      folder_of(target_) / fmt::format(".moniker-{:08x}{:08x}.tmp", randombytes_random(), randombytes_random());
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
  if (descriptor_ < 0) fail(target_, "create the file", errno);
  buffer_.reserve(buffer_size);  // keys pass through here: no copy is left behind by growing
}

AtomicFile::~AtomicFile() {
  sodium_memzero(buffer_.data(), buffer_.size());
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t n = ::write(descriptor_, left.data(), left.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(target_, "write the file", errno);
    left.remove_prefix(static_cast<std::size_t>(n));
  }
  sodium_memzero(buffer_.data(), buffer_.size());  // keys pass through here too
  buffer_.clear();
}

void AtomicFile::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= buffer_size) flush();
}

void AtomicFile::sync() {
  flush();
  if (::fdatasync(descriptor_) != 0) fail(target_, "sync the file", errno);  // the size counts as data
}

void AtomicFile::rest() {
  flush();
  std::string().swap(buffer_);
  // A hint: the disk may begin. What it is worth shows when sync_all() waits for many files at once.
  ::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
}

void AtomicFile::commit() {
  sync();
  rename_now();
  sync_folder(folder());
}

std::filesystem::path AtomicFile::folder() const { return folder_of(target_); }

void AtomicFile::sync_file_system() {
  if (::syncfs(descriptor_) != 0) fail(target_, "sync the file system", errno);
}

void AtomicFile::rename_now() {
  flush();
  ::close(descriptor_);
  descriptor_ = -1;
  // link() refuses where something stands already, in one step; rename() replaces in one step.
  if (if_there_ == IfThere::refuse) {
    if (::link(temporary_.c_str(), target_.c_str()) != 0) {
      if (errno == EEXIST) {
        throw Error::usage("is there already and is never overwritten", "move it away first, or name another place",
                           {target_.string()});
      }
      fail(target_, "publish the file", errno);
    }
    ::unlink(temporary_.c_str());
  } else if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
    fail(target_, "publish the file", errno);
  }
  temporary_.clear();
}

/// A sync of the whole file system waits for the disk once or twice, however many files there are; one for each file
/// waits as often as that. Since Linux 5.8 it tells of bytes that could not be written, as fdatasync() does.
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
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(".moniker-") && name.ends_with(".tmp")) std::filesystem::remove(entry.path(), ignored);
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
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder, "make the folder", errno);
}

void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(folder, "open the folder", errno);
  const int result = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (result != 0 && error != EINVAL) fail(folder, "sync the folder", error);
}

}  // namespace moniker
