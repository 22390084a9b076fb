#pragma once
#include "cli/command.hpp"
#include "detect/rule_set.hpp"

namespace moniker {

/// What --rules, --language, --profile and --extra say.
RuleSources rule_sources(const Arguments& arguments, const Terminal& terminal);

}  // namespace moniker
