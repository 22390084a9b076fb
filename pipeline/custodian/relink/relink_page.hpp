#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "relink/relink.hpp"

namespace moniker::custodian {

/// Who stands behind some IDs. Names people: for the eyes of who asked, and no file.
struct RelinkPage {
  std::vector<Relinked> answers{};
};
std::string as_text(const RelinkPage& page, const Style& style);
nlohmann::ordered_json as_json(const RelinkPage& page);

}  // namespace moniker::custodian
