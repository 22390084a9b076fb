#pragma once
#include <chrono>
#include <filesystem>

namespace moniker {

/// One run at a time: an advisory lock (flock) on a file, gone with the process however it ends.
/// Throws Error{busy} naming the study when another run holds it, and still does after `patience`.
class Lock {
 public:
  explicit Lock(const std::filesystem::path& file, std::chrono::milliseconds patience = {});
  ~Lock();
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace moniker
