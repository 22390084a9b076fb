#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "rights/certificate.hpp"

namespace moniker::study {

/// certificates/NAME.md and NAME.json; `study` is its title.
std::string as_markdown(const Certificate& certificate, const std::string& study);
nlohmann::ordered_json as_json(const Certificate& certificate, const std::string& study);

}  // namespace moniker::study
