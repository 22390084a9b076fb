// Writes down every change as it is made, bytes included, so that whoever reads it can say what would lie on the disk
// if the power had failed at any of them (see disk.py). SHIM_TRACE=FILE; a change is a line of fields with tabs
// between, which ends in the number of bytes that follow it.
#include "trace.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>

namespace shim {
namespace {

int trace_file() {
  static const int only = [] {
    const char* file = std::getenv("SHIM_TRACE");
    constexpr int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
    return file ? static_cast<int>(::syscall(SYS_openat, AT_FDCWD, file, flags, 0600)) : -1;
  }();
  return only;
}

__attribute__((constructor)) void open_early() { trace_file(); }

}  // namespace

bool is_traced() { return trace_file() >= 0; }

void trace(const Change& change) {
  std::string line(change.what);
  for (const std::string& field :
       {std::to_string(change.number), std::to_string(change.inode), std::to_string(change.at), change.path, change.to,
        std::to_string(change.bytes.size())}) {
    line.append("\t").append(field);
  }
  line.append("\n").append(change.bytes);
  ::syscall(SYS_write, trace_file(), line.data(), line.size());
}

}  // namespace shim
