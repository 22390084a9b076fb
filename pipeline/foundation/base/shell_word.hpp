#pragma once
#include <string>
#include <string_view>

namespace moniker {

/// The text as one word of a shell's: a command that a page shows is typed, or copied, as it stands there.
std::string shell_word(std::string_view text);

}  // namespace moniker
