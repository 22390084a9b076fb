#pragma once
#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <string>

#include "plan.hpp"
#include "trace.hpp"

namespace shim {

/// One call at a time, so that the trace has the order in which changes were made.
inline std::mutex& turn() {
  static std::mutex only;
  return only;
}

/// A process that was forked is not the one that is tried.
inline bool is_tried() {
  static const pid_t own = ::getpid();
  return ::getpid() == own;
}

/// Makes the call as it is ruled: `act(halved)` does it, `change()` says what it came to, where it went well.
template <class Act, class Told>
auto at_call(const Call& call, const std::string& path, const Act& act, const Told& change) {
  if (!is_tried() || !counts(path)) return act(false);
  const std::lock_guard lock(turn());
  const Ruling ruling = rule(call, path);
  using Result = decltype(act(false));
  if (ruling.verdict == Verdict::fail) {
    errno = ruling.error;
    return static_cast<Result>(-1);
  }
  const Result result = act(ruling.verdict != Verdict::go);
  if (ruling.verdict == Verdict::half_then_die) die();
  if (result >= 0 && is_traced()) {
    Change told = change(result);
    told.number = ruling.number;
    trace(told);
  }
  return result;
}

}  // namespace shim
