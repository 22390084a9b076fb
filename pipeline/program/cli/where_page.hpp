#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/style.hpp"

namespace moniker::cli {

/// Something that may be typed next, and why.
struct NextStep {
  std::string command{};  // empty: something by hand
  std::string says{};
};

/// What `moniker` alone tells: which study somebody is in, how far it is, and what comes next. Read off files that lie
/// open: nothing is unsealed, and no name is told.
struct WherePage {
  std::filesystem::path study{};  // empty: in none
  std::string title{};
  std::vector<std::string> facts{};  // "register    12 people"
  std::vector<NextStep> next{};
};
WherePage where_you_are(const std::filesystem::path& study);
std::string as_text(const WherePage& page, const Style& style);

}  // namespace moniker::cli
