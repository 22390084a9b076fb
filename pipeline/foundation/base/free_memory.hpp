#pragma once
#include <cstdint>

namespace moniker {

/// Bytes that this process may still take without being stopped: the least of what the machine has left, what a group
/// of processes (cgroup) may use, and what `ulimit` allows. An estimate: others take memory too.
std::uint64_t free_memory();

}  // namespace moniker
