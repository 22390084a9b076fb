#pragma once
#include <string>
#include <vector>

#include "rules/rule_file.hpp"

namespace moniker::rules {

/// The pattern of `rule` with each `{{name}}` put in place by the piece of that name, which may name pieces itself.
/// Throws Error{usage} at the pattern's place for a name that is not there, and for a piece that is made of itself.
std::string with_pieces(const RuleSpec& rule, const Located& pattern, const std::vector<PieceSpec>& pieces);

/// Throws Error{usage} at the second of two pieces of one name.
void check_pieces(const std::vector<PieceSpec>& pieces);

}  // namespace moniker::rules
