#include "base/lock.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

#include "base/shared_folder.hpp"
#include "base/system_call.hpp"
#include "moniker/error.hpp"

namespace moniker {

// The file stays when the lock goes: removing it would let a third run lock a new file while a second waits
// on the old.
Lock::Lock(const std::filesystem::path& file, std::chrono::milliseconds patience) {
  descriptor_ = open_file(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (const unsigned mode = mode_in(file.parent_path(), 0600); descriptor_ >= 0 && mode != 0600)
    give_mode(descriptor_, mode);
  if (descriptor_ < 0) {
    const bool of_the_place = is_of_the_place(errno);
    throw Error(
        of_the_place ? Fault::usage : Fault::input, fmt::format("cannot open the lock: {}", std::strerror(errno)),
        of_the_place ? "check the folder's permissions" : "see to the disk: it has no room, or fails", {file.string()});
  }
  const auto end = std::chrono::steady_clock::now() + patience;
  int result = ::flock(descriptor_, LOCK_EX | LOCK_NB);
  while (result != 0 && (errno == EINTR || (errno == EWOULDBLOCK && std::chrono::steady_clock::now() < end))) {
    if (errno == EWOULDBLOCK) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    result = ::flock(descriptor_, LOCK_EX | LOCK_NB);
  }
  if (result == 0) return;
  const int error = errno;
  ::close(descriptor_);
  if (error == EWOULDBLOCK) {
    throw Error(Fault::busy, "another run is working on this study",
                "wait until it has ended; the lock goes with it, there is nothing to remove", {file.string()});
  }
  throw Error::usage(fmt::format("cannot lock the study: {}", std::strerror(error)),
                     "keep the study on a file system that knows locks", {file.string()});
}

Lock::~Lock() { ::close(descriptor_); }

}  // namespace moniker
