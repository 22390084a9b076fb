#pragma once
#include <string>
#include <string_view>

namespace moniker::cli {

/// Lines of more than `width` columns folded at blanks. What goes on stands under the last column of its line that
/// leaves it room, as in a table of names with sentences, or a little further in. Escape sequences of a terminal take
/// no room; a word that is too long stays whole, so that a path can be copied.
std::string folded(std::string_view text, std::size_t width);

/// For a terminal that shows no UTF-8: lines and dots by ASCII's, letters without their marks, the rest by question
/// marks.
std::string in_ascii(std::string_view text);

}  // namespace moniker::cli
