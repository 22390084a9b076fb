#pragma once
#include <cerrno>

namespace moniker {

/// A system call again for as long as nothing but a signal kept it from being done.
template <class Call>
auto retried(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

}  // namespace moniker
