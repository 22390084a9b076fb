#pragma once
#include <cstddef>
#include <string_view>

namespace moniker::words {

/// How many bytes at a text's end make a compound of a name and are none of it: "-based" of "Leeds-based". 0: none, or
/// nothing stands before them.
std::size_t compound_ending(std::string_view text);

}  // namespace moniker::words
