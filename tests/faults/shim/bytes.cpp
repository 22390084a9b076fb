// The calls that change what is in a file, or make it last.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include "at_call.hpp"
#include "paths.hpp"

namespace shim {
namespace {

ssize_t write_bytes(const char* name, int to, const void* bytes, std::size_t size, off_t where, bool at_place) {
  off_t begin = where;
  return at_call(
      {name, true, true}, path_of(to),
      [&](bool halved) -> ssize_t {
        const std::size_t some = halved && size > 1 ? size / 2 : size;
        if (at_place) return ::syscall(SYS_pwrite64, to, bytes, some, where);
        const ssize_t done = ::syscall(SYS_write, to, bytes, some);
        if (done >= 0) begin = ::lseek(to, 0, SEEK_CUR) - done;
        return done;
      },
      [&](ssize_t done) {
        return Change{.what = "write",
                      .inode = inode_of(to),
                      .at = begin,
                      .path = path_of(to),
                      .bytes = {static_cast<const char*>(bytes), static_cast<std::size_t>(done)}};
      });
}

int sync(const char* name, long system_call, int file) {
  return at_call(
      {name}, path_of(file), [&](bool) { return static_cast<int>(::syscall(system_call, file)); },
      [&](int) {
        return Change{
            .what = system_call == SYS_syncfs ? "syncfs" : "sync", .inode = inode_of(file), .path = path_of(file)};
      });
}

int set_size(int file, off_t size) {
  return at_call(
      {"ftruncate", true}, path_of(file), [&](bool) { return static_cast<int>(::syscall(SYS_ftruncate, file, size)); },
      [&](int) { return Change{.what = "size", .inode = inode_of(file), .at = size, .path = path_of(file)}; });
}

int set_size(const char* path, off_t size) {
  const std::string whole = path_at(AT_FDCWD, path);
  return at_call(
      {"truncate", true}, whole, [&](bool) { return static_cast<int>(::syscall(SYS_truncate, path, size)); },
      [&](int) { return Change{.what = "size", .inode = inode_of(whole), .at = size, .path = whole}; });
}

int reserve(int file, int how, off_t begin, off_t size) {
  return at_call(
      {"fallocate", true}, path_of(file),
      [&](bool) { return static_cast<int>(::syscall(SYS_fallocate, file, how, begin, size)); },
      [&](int) { return Change{.what = "grow", .inode = inode_of(file), .at = begin + size, .path = path_of(file)}; });
}

}  // namespace
}  // namespace shim

extern "C" {

ssize_t write(int to, const void* bytes, size_t size) { return shim::write_bytes("write", to, bytes, size, 0, false); }
ssize_t pwrite(int to, const void* bytes, size_t size, off_t where) {
  return shim::write_bytes("pwrite", to, bytes, size, where, true);
}
ssize_t pwrite64(int to, const void* bytes, size_t size, off64_t where) {
  return shim::write_bytes("pwrite", to, bytes, size, where, true);
}
ssize_t writev(int to, const iovec* pieces, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all.append(static_cast<const char*>(pieces[i].iov_base), pieces[i].iov_len);
  return shim::write_bytes("writev", to, all.data(), all.size(), 0, false);
}
int fsync(int file) { return shim::sync("fsync", SYS_fsync, file); }
int fdatasync(int file) { return shim::sync("fdatasync", SYS_fdatasync, file); }
int syncfs(int file) noexcept { return shim::sync("syncfs", SYS_syncfs, file); }
int ftruncate(int file, off_t size) noexcept { return shim::set_size(file, size); }
int ftruncate64(int file, off64_t size) noexcept { return shim::set_size(file, size); }
int truncate(const char* path, off_t size) noexcept { return shim::set_size(path, size); }
int truncate64(const char* path, off64_t size) noexcept { return shim::set_size(path, size); }
int fallocate(int file, int how, off_t begin, off_t size) { return shim::reserve(file, how, begin, size); }
int fallocate64(int file, int how, off64_t begin, off64_t size) { return shim::reserve(file, how, begin, size); }
int posix_fallocate(int file, off_t begin, off_t size) { return shim::reserve(file, 0, begin, size) == 0 ? 0 : errno; }
int posix_fallocate64(int file, off64_t begin, off64_t size) {
  return shim::reserve(file, 0, begin, size) == 0 ? 0 : errno;
}

}  // extern "C"
