#pragma once
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "moniker/issue.hpp"
#include "moniker/learned.hpp"

namespace moniker::study {

/// How learned names and issues are kept in the assignment, in the ledger and in withdrawn/:
/// ["kate shaw","PERSON","title-and-name",0.9,3,false] and ["time.gap",3,1,2]. Issues go by name, so that the files
/// outlive a change of the table's order. Reading anything else throws what the JSON library does, or
/// std::invalid_argument.
nlohmann::ordered_json kept_json(const LearnedName& name);
nlohmann::ordered_json kept_json(const LearnedNames& names);
nlohmann::ordered_json kept_json(const Issue& issue);
nlohmann::ordered_json kept_json(const std::vector<Issue>& issues);

LearnedName learned_name_from(const nlohmann::ordered_json& json);
LearnedNames learned_names_from(const nlohmann::ordered_json& json);
/// Throws std::invalid_argument.
IssueCode issue_named(std::string_view name);
Issue issue_from(const nlohmann::ordered_json& json);
std::vector<Issue> issues_from(const nlohmann::ordered_json& json);

}  // namespace moniker::study
