// Which file a call is about.
#include "paths.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>
#include <filesystem>

namespace shim {

std::string path_of(int descriptor) {
  char target[PATH_MAX];
  const std::string shown = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t size = ::readlink(shown.c_str(), target, sizeof target);
  return size > 0 && target[0] == '/' ? std::string(target, static_cast<std::size_t>(size)) : std::string();
}

std::string path_at(int folder, const char* path) {
  const std::filesystem::path given(path);
  if (given.is_absolute()) return given.lexically_normal().string();
  std::error_code ignored;
  const std::filesystem::path base =
      folder == AT_FDCWD ? std::filesystem::current_path(ignored) : std::filesystem::path(path_of(folder));
  std::string whole = (base / given).lexically_normal().string();
  if (whole.size() > 1 && whole.back() == '/') whole.pop_back();
  return whole;
}

bool is_there(const std::string& path) {
  struct stat facts {};
  return ::lstat(path.c_str(), &facts) == 0;
}

std::uint64_t inode_of(const std::string& path) {
  struct stat facts {};
  return ::lstat(path.c_str(), &facts) == 0 ? facts.st_ino : 0;
}

std::uint64_t inode_of(int descriptor) {
  struct stat facts {};
  return ::fstat(descriptor, &facts) == 0 ? facts.st_ino : 0;
}

}  // namespace shim
