#pragma once
#include "replace/operators.hpp"

namespace moniker::replace {

/// The operators that others end in when they have no answer of their own: surrogate in shift and generalise, shift
/// in generalise, generalise and participant in pseudonym.
Apply apply_pseudonym, apply_generalise, apply_shift;

}  // namespace moniker::replace
