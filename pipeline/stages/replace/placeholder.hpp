#pragma once
#include <string>
#include <string_view>

#include "replace/to_replace.hpp"

namespace moniker::replace {

/// What a replaced thing is called: its label, or the subtype where that says more and follows from the words
/// themselves (NI_NUMBER, POSTCODE). Never a person's: all mentions of one person bear one name.
std::string placeholder_name(const ToReplace& what);

/// In brackets, or as the operator's setting `style` says.
std::string in_style(const ToReplace& what, std::string_view inside);

/// As it is, or in brackets where the operator's setting `mark` says so: for what looks like the words themselves.
std::string marked(const ToReplace& what, std::string text);

}  // namespace moniker::replace
