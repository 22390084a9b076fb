#include "sandbox/sandbox.hpp"

#include <sys/prctl.h>

#include "sandbox/call_filter.hpp"
#include "sandbox/landlock.hpp"

namespace moniker::sandbox {

/// Files first: the filter refuses nothing that this needs, but who knows what it will refuse one day.
Held confine(const Confines& confines) noexcept {
  // Nothing that is started gains rights by a set-user-ID bit. Both others want it.
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  Held held;
  held.landlock = restrict_files(confines);
  held.calls = restrict_calls(confines);
  return held;
}

}  // namespace moniker::sandbox
