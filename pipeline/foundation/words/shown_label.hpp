#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "words/language.hpp"

namespace moniker::words {

/// What may be said of a label without saying it: "two words", "a letter and digits".
std::string shape_of(std::string_view label);

/// A speaker's label for people who may not see names: a role says nothing of a person (INTERVIEWER), everybody else is
/// counted off. With `show_text` the label as it stands in the file.
std::string shown_label(const std::string& label, std::size_t place, bool show_text, const Language& language);

}  // namespace moniker::words
