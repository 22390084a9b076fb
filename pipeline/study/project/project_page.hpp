#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "project/pseudonymise_project.hpp"

namespace moniker::study {

/// What became of a project, or would.
struct ProjectPage {
  ProjectReport report{};
  bool dry = false;
};
std::string as_text(const ProjectPage& page, const Style& style);
nlohmann::ordered_json as_json(const ProjectPage& page);
/// Whether a person has to look at something.
bool needs_a_person(const ProjectReport& report);

}  // namespace moniker::study
