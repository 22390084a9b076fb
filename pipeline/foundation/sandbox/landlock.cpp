// Landlock: rights are given to what lies under an open folder or file, and all that is handled and given nowhere is
// refused. The numbers are the kernel's, from linux/landlock.h of 6.12: Debian 12's header knows the first two versions
// alone, and the program may run where the kernel is newer. What a version does not know is left out, and never asked.
#include "sandbox/landlock.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <string>

namespace moniker::sandbox {
namespace {

using Rights = std::uint64_t;
constexpr Rights execute = 1 << 0, write_file = 1 << 1, read_file = 1 << 2, read_folder = 1 << 3;
constexpr Rights remove_folder = 1 << 4, remove_file = 1 << 5, make_folder = 1 << 7, make_file = 1 << 8;
constexpr Rights everything_of_first = (1 << 13) - 1;  // sockets, pipes, devices and links among it
constexpr Rights refer = 1 << 13, truncate = 1 << 14, device_calls = 1 << 15;
constexpr Rights bind_port = 1 << 0, connect_port = 1 << 1;
constexpr Rights abstract_sockets = 1 << 0, signals = 1 << 1;

constexpr Rights of_files = execute | write_file | read_file | truncate;  // the others are a folder's
constexpr Rights reading = read_file | read_folder;
constexpr Rights writing =
    reading | write_file | truncate | remove_folder | remove_file | make_folder | make_file | refer;

/// As the kernel lays it out; older ones take a longer one whose rest is 0.
struct Handled {
  Rights files = 0, ports = 0, scopes = 0;
};
struct [[gnu::packed]] BelowRule {
  Rights allowed = 0;
  std::int32_t parent = -1;
};
struct PortRule {
  Rights allowed = 0;
  std::uint64_t port = 0;
};
constexpr int rule_below = 1, rule_port = 2;

Handled handled_by(int version) {
  Handled all{.files = everything_of_first};
  if (version >= 2) all.files |= refer;
  if (version >= 3) all.files |= truncate;
  if (version >= 4) all.ports = bind_port | connect_port;
  if (version >= 5) all.files |= device_calls;
  if (version >= 6) all.scopes = abstract_sockets | signals;
  return all;
}

/// What a program and its libraries look at, wherever they run; no folder of it is anybody's own.
constexpr std::array of_the_system = {"/usr",
                                      "/lib",
                                      "/lib64",
                                      "/etc/ld.so.cache",
                                      "/etc/localtime",
                                      "/etc/fonts",
                                      "/proc/self",
                                      "/proc/meminfo",
                                      "/proc/swaps",
                                      "/proc/cpuinfo",
                                      "/proc/stat",
                                      "/proc/sys",
                                      "/sys/devices/system",
                                      "/sys/fs/cgroup",
                                      "/dev/urandom",
                                      "/var/cache/fontconfig"};
/// What starts any program that is linked to libraries.
constexpr std::array loaders = {"/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1",
                                "/lib/ld-linux-armhf.so.3"};

class Ruleset {
 public:
  explicit Ruleset(int version) : handled_(handled_by(version)) {
    descriptor_ = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled_, sizeof handled_, 0));
  }
  ~Ruleset() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Ruleset(const Ruleset&) = delete;
  Ruleset& operator=(const Ruleset&) = delete;

  void allow(const std::filesystem::path& path, Rights rights) const {
    const int parent = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (parent < 0) return;
    struct stat facts {};
    const bool is_folder = ::fstat(parent, &facts) == 0 && S_ISDIR(facts.st_mode);
    const BelowRule rule{.allowed = rights & handled_.files & (is_folder ? ~Rights{0} : of_files), .parent = parent};
    if (rule.allowed != 0) ::syscall(SYS_landlock_add_rule, descriptor_, rule_below, &rule, 0);
    ::close(parent);
  }
  void allow_port(std::uint16_t port) const {
    const PortRule rule{.allowed = bind_port & handled_.ports, .port = port};
    if (rule.allowed != 0) ::syscall(SYS_landlock_add_rule, descriptor_, rule_port, &rule, 0);
  }
  bool hold() const { return descriptor_ >= 0 && ::syscall(SYS_landlock_restrict_self, descriptor_, 0) == 0; }

 private:
  Handled handled_;
  int descriptor_ = -1;
};

}  // namespace

int landlock_version() noexcept {
  constexpr unsigned ask_version = 1;
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_version);
  return version > 0 ? static_cast<int>(version) : 0;
}

int restrict_files(const Confines& confines) noexcept {
  const int version = landlock_version();
  if (version == 0) return 0;
  const Ruleset rules(version);
  for (const char* path : of_the_system) rules.allow(path, reading);
  rules.allow("/dev/null", read_file | write_file);
  for (const auto& path : confines.reads) rules.allow(path, reading);
  for (const auto& path : confines.writes) rules.allow(path, writing);
  for (const auto& path : confines.scratch) rules.allow(path, read_file | write_file);
  for (const auto& path : confines.programs) rules.allow(path, execute | read_file);
  if (!confines.programs.empty()) {
    for (const char* loader : loaders) rules.allow(loader, execute | read_file);
  }
  if (confines.listens) rules.allow_port(*confines.listens);
  return rules.hold() ? version : 0;
}

}  // namespace moniker::sandbox
