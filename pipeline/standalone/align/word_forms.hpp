#pragma once
#include <string>
#include <string_view>

#include "words/spellings.hpp"

namespace moniker::align {

/// "don't" -> "do not", "gonna" -> "going to", "mg" -> "milligrams"; the word itself where it stands for no other.
/// Without the apostrophes that are left. `word` is folded.
std::string full_form(std::string_view word, const words::Spellings& spellings);

/// One spelling for both sides of the Atlantic. Not a spelling that anybody would print: both texts get it.
std::string one_spelling(std::string word, const words::Spellings& spellings);

}  // namespace moniker::align
