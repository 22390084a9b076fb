#pragma once
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "moniker/label.hpp"
#include "rules/rule_file.hpp"

namespace moniker::rules {

/// What labels.yaml may say after `means:`.
constexpr auto meanings = std::to_array<std::pair<std::string_view, Meaning>>({
    {"person", Meaning::person},
    {"place", Meaning::place},
    {"address", Meaning::address},
    {"postcode", Meaning::postcode},
    {"organisation", Meaning::organisation},
    {"date", Meaning::date},
    {"age", Meaning::age},
    {"occupation", Meaning::occupation},
    {"group", Meaning::group},
    {"code", Meaning::code},
    {"telephone", Meaning::telephone},
    {"nhs-number", Meaning::nhs_number},
    {"email", Meaning::email},
    {"web-address", Meaning::web_address},
    {"other", Meaning::other},
});

/// The labels as one profile has them, in the order in which they are first named. A later row of the same name is a
/// study's own: its thresholds hold, and of the rest what it says. Throws Error{usage} where not exactly one label
/// means a person; `rules` is then the folder to name.
Labels labels_of(const std::vector<LabelSpec>& specs, const std::string& profile, const std::string& rules);

}  // namespace moniker::rules
