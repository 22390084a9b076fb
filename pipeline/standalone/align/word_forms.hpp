#pragma once
#include <string>
#include <string_view>

namespace moniker::align {

/// "don't" -> "do not", "gonna" -> "going to", "mg" -> "milligrams"; the word itself where it stands for no other.
/// Without the apostrophes that are left. `word` is folded.
std::string full_form(std::string_view word);

/// One spelling for both sides of the Atlantic. Not a spelling that anybody would print: both texts get it.
std::string one_spelling(std::string word);

}  // namespace moniker::align
