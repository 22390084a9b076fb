#pragma once
#include <string_view>

namespace moniker {

/// Whether a file or folder of this name (without its folder) is what systems and programs leave behind: folders' own
/// settings, thumbnails, a word processor's mark that a document is open. All that begins with a dot is.
bool is_litter(std::string_view name);

}  // namespace moniker
