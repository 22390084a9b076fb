// The calls that change which names there are, and who may use them.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cstdarg>
#include <cstdio>

#include "at_call.hpp"
#include "paths.hpp"

namespace shim {
namespace {

int open_file(int folder, const char* path, int flags, mode_t mode) {
  const auto open_now = [&](bool) { return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode)); };
  const bool unnamed = (flags & O_TMPFILE) == O_TMPFILE;
  if (!unnamed && (flags & (O_CREAT | O_TRUNC)) == 0) return open_now(false);
  const std::string whole = path_at(folder, path);
  const bool is_new = !unnamed && !is_there(whole);
  return at_call({"open", true}, whole, open_now, [&](int file) {
    const char* const what = unnamed ? "unnamed" : is_new ? "create" : flags & O_TRUNC ? "size" : "nothing";
    const bool has_mode = unnamed || is_new;
    return Change{.what = what, .inode = inode_of(file), .at = has_mode ? static_cast<long>(mode) : 0, .path = whole};
  });
}

int make_folder(int folder, const char* path, mode_t mode) {
  const std::string whole = path_at(folder, path);
  return at_call(
      {"mkdir", true}, whole, [&](bool) { return static_cast<int>(::syscall(SYS_mkdirat, folder, path, mode)); },
      [&](int) {
        return Change{.what = "mkdir", .inode = inode_of(whole), .at = static_cast<long>(mode), .path = whole};
      });
}

int link_file(int from_folder, const char* from, int to_folder, const char* to, int flags) {
  const std::string whole = path_at(to_folder, to);
  return at_call(
      {"link", true}, whole,
      [&](bool) { return static_cast<int>(::syscall(SYS_linkat, from_folder, from, to_folder, to, flags)); },
      [&](int) { return Change{.what = "link", .inode = inode_of(whole), .path = whole}; });
}

int rename_file(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
  const std::string old = path_at(from_folder, from), whole = path_at(to_folder, to);
  return at_call(
      {"rename", true}, whole,
      [&](bool) { return static_cast<int>(::syscall(SYS_renameat2, from_folder, from, to_folder, to, flags)); },
      [&](int) {
        return Change{
            .what = "rename", .inode = inode_of(whole), .at = static_cast<long>(flags), .path = old, .to = whole};
      });
}

int remove_name(const char* name, int folder, const char* path, int flags) {
  const std::string whole = path_at(folder, path);
  return at_call(
      {name}, whole, [&](bool) { return static_cast<int>(::syscall(SYS_unlinkat, folder, path, flags)); },
      [&](int) { return Change{.what = flags & AT_REMOVEDIR ? "rmdir" : "unlink", .path = whole}; });
}

int remove_whatever(const char* path) {
  struct stat facts {};
  const bool is_folder = ::lstat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
  return remove_name("remove", AT_FDCWD, path, is_folder ? AT_REMOVEDIR : 0);
}

int set_mode(int folder, const char* path, mode_t mode) {
  const std::string whole = path_at(folder, path);
  return at_call(
      {"chmod"}, whole, [&](bool) { return static_cast<int>(::syscall(SYS_fchmodat, folder, path, mode)); },
      [&](int) {
        return Change{.what = "mode", .inode = inode_of(whole), .at = static_cast<long>(mode), .path = whole};
      });
}

int set_mode(int file, mode_t mode) {
  return at_call(
      {"fchmod"}, path_of(file), [&](bool) { return static_cast<int>(::syscall(SYS_fchmod, file, mode)); },
      [&](int) {
        return Change{.what = "mode", .inode = inode_of(file), .at = static_cast<long>(mode), .path = path_of(file)};
      });
}

mode_t mode_given(int flags, va_list more) {
  const bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
  return makes ? va_arg(more, mode_t) : 0;
}

}  // namespace
}  // namespace shim

extern "C" {

#define OPENS(name)                                      \
  int name(const char* path, int flags, ...) {           \
    va_list more;                                        \
    va_start(more, flags);                               \
    const mode_t mode = shim::mode_given(flags, more);   \
    va_end(more);                                        \
    return shim::open_file(AT_FDCWD, path, flags, mode); \
  }
#define OPENS_AT(name)                                     \
  int name(int folder, const char* path, int flags, ...) { \
    va_list more;                                          \
    va_start(more, flags);                                 \
    const mode_t mode = shim::mode_given(flags, more);     \
    va_end(more);                                          \
    return shim::open_file(folder, path, flags, mode);     \
  }
OPENS(open)
OPENS(open64)
OPENS_AT(openat)
OPENS_AT(openat64)
int creat(const char* path, mode_t mode) { return shim::open_file(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char* path, mode_t mode) {
  return shim::open_file(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int mkdir(const char* path, mode_t mode) noexcept { return shim::make_folder(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char* path, mode_t mode) noexcept { return shim::make_folder(folder, path, mode); }
int link(const char* from, const char* to) noexcept { return shim::link_file(AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
  return shim::link_file(from_folder, from, to_folder, to, flags);
}
int rename(const char* from, const char* to) noexcept { return shim::rename_file(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  return shim::rename_file(from_folder, from, to_folder, to, 0);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept {
  return shim::rename_file(from_folder, from, to_folder, to, flags);
}
int unlink(const char* path) noexcept { return shim::remove_name("unlink", AT_FDCWD, path, 0); }
int unlinkat(int folder, const char* path, int flags) noexcept {
  return shim::remove_name("unlink", folder, path, flags);
}
int rmdir(const char* path) noexcept { return shim::remove_name("rmdir", AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char* path) noexcept { return shim::remove_whatever(path); }
int chmod(const char* path, mode_t mode) noexcept { return shim::set_mode(AT_FDCWD, path, mode); }
int fchmodat(int folder, const char* path, mode_t mode, int) noexcept { return shim::set_mode(folder, path, mode); }
int fchmod(int file, mode_t mode) noexcept { return shim::set_mode(file, mode); }

}  // extern "C"
