#pragma once
#include <optional>
#include <string>
#include <vector>

#include "moniker/replacement.hpp"

namespace moniker::replace {

/// Rewrites the text; `by[i]` replaces findings[i]. An unset one, and one equal to the words it would
/// replace, is kept and gives no Replacement. Possessive ('s), blanks and closing punctuation at a finding's
/// edges survive. Cue offsets move along; a cue that began inside a replaced range begins behind it. The
/// speaker label becomes `speaker`. All bytes outside the ranges `was` are kept as they are. Throws
/// std::invalid_argument, a programming error, when the findings are not ascending, overlap, are empty, lie
/// outside the text or inside a character, belong to another utterance, or when by[i] is empty.
Rewritten rewrite(const Utterance& utterance, const std::vector<Finding>& findings,
                  const std::vector<std::optional<std::string>>& by, std::string speaker);

}  // namespace moniker::replace
