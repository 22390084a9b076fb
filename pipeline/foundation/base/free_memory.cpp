// Linux lends memory that it has not: who takes too much is killed later, and not refused now. So whoever is about to
// take as much as a file asks for looks first (proc(5), getrlimit(2), cgroups(7)).
#include "base/free_memory.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace moniker {
namespace {

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

std::uint64_t machine_has_left() {
  std::ifstream facts("/proc/meminfo");
  std::string name;
  std::uint64_t kilobytes = 0;
  for (std::string unit; facts >> name >> kilobytes; std::getline(facts, unit)) {
    if (name == "MemAvailable:") return kilobytes * 1024;
  }
  return no_limit;
}

std::uint64_t number_in(const std::string& file) {
  std::ifstream in(file);
  std::uint64_t number = 0;
  return in >> number ? number : no_limit;  // "max" is none
}

std::uint64_t group_has_left() {
  std::ifstream groups("/proc/self/cgroup");
  std::string line;
  while (std::getline(groups, line)) {
    if (!line.starts_with("0::")) continue;
    const std::string folder = "/sys/fs/cgroup" + line.substr(3);
    const std::uint64_t most = number_in(folder + "/memory.max"), now = number_in(folder + "/memory.current");
    return most == no_limit || now == no_limit ? no_limit : most - std::min(most, now);
  }
  return no_limit;
}

std::uint64_t limit_leaves() {
  rlimit most{};
  if (::getrlimit(RLIMIT_AS, &most) != 0 || most.rlim_cur == RLIM_INFINITY) return no_limit;
  const std::uint64_t pages = number_in("/proc/self/statm");
  const std::uint64_t taken = pages == no_limit ? 0 : pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  return most.rlim_cur - std::min<std::uint64_t>(most.rlim_cur, taken);
}

}  // namespace

std::uint64_t free_memory() { return std::min({machine_has_left(), group_has_left(), limit_leaves()}); }

}  // namespace moniker
