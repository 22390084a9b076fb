// What the kernel and the account give. Every fact is asked of the system itself (proc(5), getrlimit(2), adjtimex(2)),
// and what cannot be learned is told as such.
#include "doctor/machine.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <charconv>
#include <ctime>
#include <fstream>

#include "base/this_program.hpp"
#include "sandbox/sandbox.hpp"

namespace moniker::doctor {
namespace {

namespace fs = std::filesystem;

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

/// -1 where there is none.
int number_in(const std::string& text) {
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Of "Seccomp:\t2" the number; of what is not told, -1.
int own_status(const std::string& name) {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(name + ":\t")) return number_in(line.substr(name.size() + 2));
  }
  return -1;
}

Observation confined_files() {
  const int version = sandbox::landlock_version();
  if (version == 0) {
    return {Standing::note, "files", "this kernel gives no Landlock: a command could touch every file of its account",
            "Linux 5.13 or later, with landlock among its security modules (lsm=)"};
  }
  if (own_status("NoNewPrivs") != 1)
    return {Standing::note, "files", "Landlock, but not for this command", "leave out --no-sandbox"};
  return {Standing::good, "files", fmt::format("Landlock {}: what a command names, and nothing else", version), {}};
}

Observation confined_calls() {
  if (!sandbox::can_filter_calls())
    return {Standing::note, "system calls", "this kernel filters none", "a kernel with CONFIG_SECCOMP_FILTER"};
  if (own_status("Seccomp") != 2)
    return {Standing::note, "system calls", "not filtered for this command", "leave out --no-sandbox"};
  return {Standing::good, "system calls", "no network, no other process, no key of the kernel", {}};
}

/// /dev/dm-0 is what cryptsetup made where its number says so; zram never leaves memory.
bool is_safe_swap(const std::string& device) {
  const std::string name = fs::path(device).filename().string();
  return name.starts_with("zram") || first_line("/sys/class/block/" + name + "/dm/uuid").starts_with("CRYPT-");
}

Observation swap() {
  std::ifstream in("/proc/swaps");
  std::string line, plain;
  std::getline(in, line);
  bool any = false;
  while (std::getline(in, line)) {
    const std::string device = line.substr(0, line.find_first_of(" \t"));
    any = true;
    if (!is_safe_swap(device)) plain += (plain.empty() ? "" : ", ") + device;
  }
  if (!in.eof() || !plain.empty()) {
    return {Standing::note, "swap", "not known to be encrypted: " + (plain.empty() ? "/proc/swaps" : plain),
            "talk is not locked in memory: encrypt it, or have none (swapoff)"};
  }
  return {Standing::good, "swap", any ? "encrypted, or in memory" : "none", {}};
}

Observation locked_memory() {
  rlimit most{};
  constexpr rlim_t wanted = 64 * 1024;
  if (::getrlimit(RLIMIT_MEMLOCK, &most) == 0 && (most.rlim_cur == RLIM_INFINITY || most.rlim_cur >= wanted)) {
    return {Standing::good,
            "locked memory",
            most.rlim_cur == RLIM_INFINITY ? "no limit" : fmt::format("{} KiB", most.rlim_cur / 1024),
            {}};
  }
  return {Standing::note, "locked memory", fmt::format("{} KiB: keys may be swapped out", most.rlim_cur / 1024),
          "raise it to 64 KiB (ulimit -l, LimitMEMLOCK=)"};
}

Observation core_files() {
  rlimit most{};
  const bool none = ::getrlimit(RLIMIT_CORE, &most) == 0 && most.rlim_cur == 0;
  const std::string pattern = first_line("/proc/sys/kernel/core_pattern");
  if (!none) return {Standing::wrong, "core files", "cannot be turned off: " + pattern, "set ulimit -c 0 yourself"};
  return {Standing::good, "core files", "none is left, whatever the system does with others: " + pattern, {}};
}

Observation chance() {
  char byte = 0;
  if (::getrandom(&byte, 1, GRND_NONBLOCK) == 1)
    return {Standing::good, "chance", "the kernel's generator is ready", {}};
  return {Standing::wrong, "chance", "the kernel's generator is not ready: keys could be guessed", "wait, or reboot"};
}

Observation clock_reading() {
  struct stat program {};
  if (::stat(this_program().c_str(), &program) == 0 && std::time(nullptr) < program.st_mtime) {
    return {Standing::wrong, "clock", "is earlier than this program is old: the log would tell false times",
            "set it (timedatectl)"};
  }
  timex asked{};
  if (::syscall(SYS_adjtimex, &asked) < 0 || (asked.status & STA_UNSYNC) != 0) {
    return {Standing::note, "clock", "not known to be synchronised: the log tells times by it",
            "a time service (systemd-timesyncd, chrony)"};
  }
  return {Standing::good, "clock", "synchronised", {}};
}

Observation pdf_reader(const fs::path& program) {
  if (::access(program.c_str(), X_OK) == 0) return {Standing::good, "pdftotext", program.string(), {}};
  return {Standing::note, "pdftotext", "is not there: a .pdf is refused", "apt install poppler-utils"};
}

}  // namespace

std::string system_name() {
  utsname facts{};
  if (::uname(&facts) != 0) return "an unknown system";
  return fmt::format("{} {} {}", facts.sysname, facts.release, facts.machine);
}

Chapter sandbox_chapter() { return {"sandbox", {confined_files(), confined_calls()}}; }

Chapter machine_chapter(const fs::path& pdf_to_text) {
  return {"machine", {core_files(), swap(), locked_memory(), chance(), clock_reading(), pdf_reader(pdf_to_text)}};
}

Observation unnamed_files(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    ::close(descriptor);
    return {Standing::good, "new files", "have no name until they are whole (O_TMPFILE)", {}};
  }
  return {Standing::note, "new files", "bear a name while they are written: a killed run can leave .moniker-*.tmp",
          "a local file system (ext4, xfs, btrfs); the next command clears them"};
}

}  // namespace moniker::doctor
