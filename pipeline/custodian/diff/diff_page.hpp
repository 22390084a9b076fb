#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "diff/diff.hpp"

namespace moniker::custodian {

/// A transcript before and after, as it is shown.
struct DiffPage {
  Diff diff{};
  bool changes_alone = false;  // turns in which nothing was replaced are left out
};

/// For a terminal: what was red and what is green where the style has colours, [-was-]{+is+} where it has none.
std::string as_text(const DiffPage& page, const Style& style);
nlohmann::ordered_json as_json(const DiffPage& page);
/// Before and after side by side, as one page that needs nothing else.
std::string as_html(const DiffPage& page);

}  // namespace moniker::custodian
