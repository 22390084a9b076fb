#pragma once
#include <optional>
#include <string>
#include <vector>

#include "decide/desk.hpp"
#include "opened/study.hpp"
#include "opened/study_keys.hpp"
#include "resolve/entities.hpp"
#include "rules/rule_set.hpp"

namespace moniker::study {

/// All by which somebody or something is called in the study's transcripts, as written, without titles. Throws
/// Error{usage} for a pseudonym that there is not.
std::vector<std::string> surfaces_of(const Study& study, const rules::RuleSet& rules, const StudyKeys& keys,
                                     const resolve::Assignment& assignment, const std::string& shown);

/// The names that a wish is of, as decisions keep them. Throws Error{usage} where there is none such.
std::vector<HashedName> wish_names(const Study& study, const rules::RuleSet& rules, const StudyKeys& keys,
                                   const resolve::Assignment& assignment, const Wish& wish);

/// ID04, where the register has somebody who is called so.
std::optional<std::string> participant_called(const resolve::Assignment& assignment, const std::string& shown);

/// One of the names of somebody who has no ID.
HashedName a_name_of(const StudyKeys& keys, const resolve::Assignment& assignment, const std::string& shown);

}  // namespace moniker::study
