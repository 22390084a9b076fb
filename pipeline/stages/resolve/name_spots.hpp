#pragma once
#include "resolve/cast.hpp"

namespace moniker::resolve {

/// "I was a Pritchard": a name that fits neither the speaker nor exactly somebody else of the register.
void take_told_names(Cast& cast);
/// Full names that mean somebody of the register, wherever they fall.
void decide_full_names(Cast& cast);
/// Parts of names, in every transcript and mouth.
void decide_parts(Cast& cast);
/// What a form means where no scan found it: in a transcript that learned it from others.
void decide_anywhere(Cast& cast);
/// What could not be placed is somebody of their own; or a stranger of that title and surname, if one alone is.
void add_undecided(Cast& cast);

}  // namespace moniker::resolve
