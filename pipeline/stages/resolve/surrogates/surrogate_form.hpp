#pragma once
#include <string>
#include <string_view>

#include "resolve/entities.hpp"

namespace moniker::resolve {

/// What is written in place of the words under `surrogate`: the part of the surrogate that they are the part of.
/// "Mrs Shaw" -> "Mrs Ellwood", "KATE" -> "NINA", "K. Shaw" -> "N. Ellwood", "KS" -> "NE", "K-A-T-E" -> "N-I-N-A",
/// "the Shaws" -> "the Ellwoods". Empty where a word is left that nothing is known to stand for: never half a name.
std::string surrogate_form(std::string_view core, Meaning means, const Surrogate& surrogate,
                           const words::Language& language);

}  // namespace moniker::resolve
