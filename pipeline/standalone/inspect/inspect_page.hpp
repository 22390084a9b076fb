#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "inspect/inspection.hpp"

namespace moniker::inspect {

/// What one file is, as `moniker inspect` tells it. Labels and metadata may identify, so without `show_text` a label is
/// shown by its shape and a value not at all.
struct InspectPage {
  const words::Language& language;  // outlives it: whose labels are roles
  std::string file{};
  Inspection inspected{};
  bool show_text = false;
};
std::string as_text(const InspectPage& page, const Style& style);
nlohmann::ordered_json as_json(const InspectPage& page);

}  // namespace moniker::inspect
