#pragma once
#include <string_view>
#include <vector>

#include "words/language.hpp"

namespace moniker::rules {

/// Whether a text that a pattern matched can be what the rule looks for: its check digit, its range, its
/// shape. It is given the masked bytes as they stand in the transcript, with their blanks and hyphens, and
/// judges nothing else; numbers read aloud are in the words of the language. Pure; any thread may call it.
using Validator = bool (*)(std::string_view matched, const words::Language& language);

/// nullptr when there is none of that name.
Validator validator_named(std::string_view name);

/// Whether what passes it can hardly be anything else: a check digit, a range, a shape of its own. What only looks like
/// a code of some kind proves nothing.
bool proves(std::string_view validator);

/// Names in the order of the table in validators.cpp, for error messages and documentation.
std::vector<std::string_view> validator_names();

}  // namespace moniker::rules
