// Which call is hit, and by what: read once from the environment.
//
//   SHIM_UNDER=PATH[:PATH]  calls that change something there count
//   SHIM_AT=N               the call that is hit, from 1; unset: none is
//   SHIM_MODE=NAME          what hits it, one of the table below
//   SHIM_HIT=FILE           gets the call that was hit: number, name, path
//
// The files named are opened before main(), so that nothing that the program forbids itself later is in the way.
#include "plan.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace shim {
namespace {

enum class Kind { die, die_half, once, on, on_where_room_is_wanted, half };

struct Mode {
  std::string_view name{};
  Kind kind{};
  int error = 0;
};

constexpr Mode modes[] = {
    {"kill", Kind::die},                              // the process is killed instead of the call
    {"torn", Kind::die_half},                         // half of the bytes go, then it is killed
    {"eio", Kind::once, EIO},                         // the call fails once
    {"enospc", Kind::once, ENOSPC},                   //
    {"quota", Kind::once, EDQUOT},                    //
    {"eintr", Kind::once, EINTR},                     // a signal came in between
    {"short", Kind::half},                            // half of the bytes go, and the call says so
    {"full", Kind::on_where_room_is_wanted, ENOSPC},  // from here on there is no room
    {"readonly", Kind::on, EROFS},                    // the system takes the disk away from writers
    {"dead", Kind::on, EIO},                          // from here on nothing works
};

struct Plan {
  std::vector<std::string> folders{};
  std::uint64_t at = 0, number = 0;
  const Mode* mode = nullptr;
  int hit = -1;
};

Plan read_plan() {
  Plan plan;
  const char* under = std::getenv("SHIM_UNDER");
  for (std::string_view left = under ? under : ""; !left.empty();) {
    const std::size_t colon = left.find(':');
    plan.folders.emplace_back(left.substr(0, colon));
    left = colon == left.npos ? "" : left.substr(colon + 1);
  }
  if (const char* at = std::getenv("SHIM_AT")) plan.at = std::strtoull(at, nullptr, 10);
  const char* name = std::getenv("SHIM_MODE");
  for (const Mode& mode : modes) {
    if (name && mode.name == name) plan.mode = &mode;
  }
  if (const char* file = std::getenv("SHIM_HIT")) {
    constexpr int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
    plan.hit = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, file, flags, 0600));
  }
  return plan;
}

Plan& plan() {
  static Plan only = read_plan();
  return only;
}

__attribute__((constructor)) void read_early() { plan(); }

Verdict verdict_of(const Mode& mode, const Call& call) {
  switch (mode.kind) {
    case Kind::die:
      die();
    case Kind::die_half:
      if (!call.writes) die();
      return Verdict::half_then_die;
    case Kind::half:
      return call.writes ? Verdict::half : Verdict::go;
    case Kind::on_where_room_is_wanted:
      return call.needs_room ? Verdict::fail : Verdict::go;
    case Kind::once:
    case Kind::on:
      return Verdict::fail;
  }
  return Verdict::go;
}

}  // namespace

bool counts(const std::string& path) {
  for (const std::string& folder : plan().folders) {
    if (path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/')) return true;
  }
  return false;
}

Ruling rule(const Call& call, const std::string& path) {
  Plan& now = plan();
  Ruling ruling{.number = ++now.number};
  if (!now.mode || now.at == 0 || ruling.number < now.at) return ruling;
  const bool lasts = now.mode->kind == Kind::on || now.mode->kind == Kind::on_where_room_is_wanted;
  if (ruling.number > now.at && !lasts) return ruling;
  if (ruling.number == now.at && now.hit >= 0) {
    const std::string line = std::to_string(ruling.number) + " " + call.name + " " + path + "\n";
    ::syscall(SYS_write, now.hit, line.data(), line.size());
  }
  ruling.verdict = verdict_of(*now.mode, call);
  ruling.error = now.mode->error;
  return ruling;
}

void die() {
  ::syscall(SYS_kill, ::getpid(), SIGKILL);
  for (;;) ::pause();
}

}  // namespace shim
