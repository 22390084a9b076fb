#pragma once
#include <string>
#include <string_view>

namespace moniker::align {

/// How a number that is written in digits is said: "1,500" "one thousand five hundred", "1998" "nineteen ninety eight",
/// "07700" "oh seven seven oh oh", "7.5" "seven point five". `digits` holds digits, and commas and points between them.
std::string said_number(std::string_view digits);

/// "21" -> "twenty first".
std::string said_ordinal(std::string_view digits);

bool is_number_word(std::string_view word);  // one ... ninety, hundred, thousand, million, oh
bool is_scale_word(std::string_view word);   // hundred, thousand, million, billion

}  // namespace moniker::align
