// A core file would hold the register and whatever talk was at hand. A limit of 0 keeps the system from writing one
// where core_pattern names a file; where it names a program (systemd-coredump) only a process that is not dumpable is
// left alone: prctl(2). That also closes /proc/PID/mem and ptrace(2) to others of the same user.
#include "base/core_dumps.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace moniker {

void forbid_core_dumps() noexcept {
  const rlimit none{.rlim_cur = 0, .rlim_max = 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

}  // namespace moniker
