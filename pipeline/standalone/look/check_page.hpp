#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "look/check_delivered.hpp"

namespace moniker::look {

/// What `moniker check` tells of a delivery, or of some files.
struct CheckPage {
  std::vector<CheckedFile> files{};
  std::size_t passed_over = 0;  // what systems left in incoming/
  std::size_t count(Severity severity) const;
};
std::string as_text(const CheckPage& page, const Style& style);
nlohmann::ordered_json as_json(const CheckPage& page);

}  // namespace moniker::look
