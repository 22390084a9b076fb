#pragma once
#include <cstdint>
#include <string>

namespace shim {

/// What is being called, as far as it matters to a fault.
struct Call {
  const char* name = "";
  bool needs_room = false;  // it may be refused since the disk is full
  bool writes = false;      // it hands over bytes, of which a part may go
};

enum class Verdict { go, fail, half, half_then_die };

/// What becomes of the call; `error` is what a failing one says.
struct Ruling {
  std::uint64_t number = 0;  // of the calls that count, from 1
  Verdict verdict = Verdict::go;
  int error = 0;
};

/// Whether a change of this path counts.
bool counts(const std::string& path);

/// Counts the call and decides. Does not come back where the process is to die before it.
Ruling rule(const Call& call, const std::string& path);

[[noreturn]] void die();

}  // namespace shim
