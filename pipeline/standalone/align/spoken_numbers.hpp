#pragma once
#include <string>
#include <string_view>

#include "words/number_words.hpp"

namespace moniker::align {

/// How a number that is written in digits is said: "1,500" "one thousand five hundred", "1998" "nineteen ninety eight",
/// "07700" "oh seven seven oh oh", "7.5" "seven point five". `digits` holds digits, and commas and points between them.
/// As it is written where the language has no words for it.
std::string said_number(std::string_view digits, const words::NumberWords& numbers);

/// "21" -> "twenty first".
std::string said_ordinal(std::string_view digits, const words::NumberWords& numbers);

/// One ... ninety, hundred to billion, oh: what may follow "and" or "double" within a number.
bool goes_on_number(const words::NumberWord& word);

}  // namespace moniker::align
