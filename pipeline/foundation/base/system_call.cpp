// What the system may do halfway: a signal comes in between (EINTR), and a write takes a part. Neither is a fault.
#include "base/system_call.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace moniker {

int open_file(const std::filesystem::path& file, int flags, unsigned mode) {
  return retried([&] { return ::open(file.c_str(), flags, static_cast<mode_t>(mode)); });
}

std::size_t write_all(int descriptor, std::string_view bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = retried([&] { return ::write(descriptor, bytes.data() + done, bytes.size() - done); });
    if (n == 0) errno = EIO;  // of no file that is in order
    if (n <= 0) return done;
    done += static_cast<std::size_t>(n);
  }
  return done;
}

bool is_of_the_place(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
    case ELOOP:
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case EEXIST:
    case ENAMETOOLONG:
      return true;
    default:
      return false;
  }
}

}  // namespace moniker
