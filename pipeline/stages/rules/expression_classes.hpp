#pragma once
#include <optional>
#include <string_view>

#include "rules/expression.hpp"

namespace moniker::rules {

/// The sets of characters of RE2's syntax. `fold`: case does not count.
Symbols literal(char32_t c, bool fold);
Symbols range(char32_t low, char32_t high, bool fold);
/// \d \D \s \S \w \W, by their letter; nothing for another letter.
std::optional<Symbols> perl_class(char letter, bool fold);
/// \p{Lu}, or \P{Lu} where `other`; nothing where its ASCII is not known for certain.
std::optional<Symbols> unicode_class(std::string_view name, bool other, bool fold);
/// All characters that are not in an exact set of ASCII; those beyond ASCII may be in both.
Symbols complement(const Symbols& set);

}  // namespace moniker::rules
