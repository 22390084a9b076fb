#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "eval/identity_score.hpp"

namespace moniker::eval {

/// What `moniker eval --identity` tells of a gold.
struct IdentityPage {
  std::string name{};
  IdentityFigures figures{};
};
std::string as_text(const IdentityPage& page, const Style& style);
nlohmann::ordered_json as_json(const IdentityPage& page);

/// What went wrong, an answer a line: a wrong ID first, then an ID too much, a participant without one, people under
/// one name and people under several. It holds words of the transcripts.
std::string identity_errors(const std::vector<Answer>& answers);

}  // namespace moniker::eval
