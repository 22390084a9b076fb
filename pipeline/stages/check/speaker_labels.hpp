#pragma once
#include <string>
#include <string_view>

namespace moniker::check {

/// The form in which two labels of one person are the same: folded, without punctuation: "Kate S." -> "kate
/// s".
std::string label_key(std::string_view label);

/// Whether two different keys look like one label spelt twice: one slip of the pen in five letters or more.
/// Labels that differ in a number are two people's.
bool are_spellings(std::string_view one, std::string_view other);

}  // namespace moniker::check
