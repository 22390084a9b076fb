#pragma once
#include <filesystem>
#include <functional>
#include <string_view>

#include "audit/sign.hpp"

namespace moniker::audit {

/// Gives every record of a log that another process wrote and closed, with the place of its first byte, and says where
/// the log ends. Throws Error{integrity} at the first line that is no record or does not follow the line before.
SignedHead walk_chain(const std::filesystem::path& log,
                      const std::function<void(std::string_view line, std::uint64_t offset)>& take);

}  // namespace moniker::audit
