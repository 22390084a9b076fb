// A clock that is wrong: SHIM_CLOCK=SECONDS is added to the time of day, and to nothing that only measures.
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>

namespace {

long seconds_off() {
  static const long only = [] {
    const char* given = std::getenv("SHIM_CLOCK");
    return given ? std::strtol(given, nullptr, 10) : 0L;
  }();
  return only;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t which, timespec* now) noexcept {
  const int result = static_cast<int>(::syscall(SYS_clock_gettime, which, now));
  if (result == 0 && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) now->tv_sec += seconds_off();
  return result;
}

time_t time(time_t* into) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (into) *into = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(timeval* now, void*) noexcept {
  timespec exact{};
  clock_gettime(CLOCK_REALTIME, &exact);
  *now = {exact.tv_sec, exact.tv_nsec / 1000};
  return 0;
}

}  // extern "C"
