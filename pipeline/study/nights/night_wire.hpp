#pragma once
#include <string>

#include "nights/night.hpp"

namespace moniker::study {

/// A night from the process that ran it to the one that tells of it: all of it, its memory included.
std::string to_wire(const Night& night);
/// Throws Error{input} where it is none, as that of a process which was killed.
Night night_from_wire(const std::string& text);

}  // namespace moniker::study
