#pragma once
#include <string>
#include <vector>

#include "moniker/register.hpp"
#include "words/language.hpp"

namespace moniker::study {

/// What the register's names leave open, by its lines: somebody without a name, who is found nowhere, and an alias that
/// is a word of any talk ("the", "Yes"), which is masked wherever a name may stand. No name is quoted.
std::vector<std::string> name_notes(const Register& people, const words::Language& language);

}  // namespace moniker::study
