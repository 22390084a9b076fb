#pragma once
#include <nlohmann/json.hpp>

#include "moniker/issue.hpp"
#include "moniker/learned.hpp"

namespace moniker::study {

/// How learned names and issues are kept in work/ and withdrawn/: ["kate shaw","PERSON","title-and-name",0.9,3,false]
/// and ["time.gap",3,1,2]. Issues go by name, so that the files outlive a change of the table's order. Reading throws
/// what the JSON library does, or std::invalid_argument, for anything else.
nlohmann::ordered_json to_json(const LearnedName& name);
LearnedName learned_from(const nlohmann::ordered_json& json);

nlohmann::ordered_json to_json(const Issue& issue);
Issue issue_from(const nlohmann::ordered_json& json);

nlohmann::ordered_json to_json(const LearnedNames& names);
LearnedNames learned_names_from(const nlohmann::ordered_json& json);

}  // namespace moniker::study
