#pragma once
#include <string>
#include <string_view>

#include "resolve/entities.hpp"

namespace moniker {

/// The assignment on one line. It holds names: only for sealing. The same assignment gives the same text.
std::string to_json(const Assignment& assignment);

/// And back. Throws Error{integrity} for anything that to_json cannot have written, an index past the
/// entities included.
Assignment assignment_from_json(std::string_view json);

}  // namespace moniker
