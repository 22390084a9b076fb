#pragma once
#include <string>
#include <string_view>

namespace moniker {

/// Appends to what may be secret. Where it has to move for that, nothing of it stays behind.
void append_wiping(std::string& secret, std::string_view bytes);

}  // namespace moniker
