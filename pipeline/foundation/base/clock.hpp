#pragma once
#include <chrono>
#include <functional>
#include <string>

namespace moniker {

/// The time of day, handed in, so that tests can stop it.
using Clock = std::function<std::chrono::system_clock::time_point()>;

/// 2026-11-23T02:14:40Z
std::string iso_time(std::chrono::system_clock::time_point time);

}  // namespace moniker
