#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "dossier/dossier.hpp"

namespace moniker::study {

/// What `moniker report` tells: in a few lines for a terminal, for machines, and as one page that needs nothing else.
std::string as_text(const Dossier& dossier, const Style& style);
nlohmann::ordered_json as_json(const Dossier& dossier);
std::string as_html(const Dossier& dossier);

}  // namespace moniker::study
