#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace moniker::replace {

/// "eighty-one", below 100.
std::string cardinal_words(std::uint32_t number);
/// "twenty-first", from 1 to 31.
std::string ordinal_words(std::uint32_t number);
/// "nineteen eighty-one", "nineteen oh five", "two thousand and four", "twenty twenty-four"; with `thousands`
/// "two thousand and twenty-four". From 1000 to 2199.
std::string year_words(std::uint32_t year, bool thousands);
/// "st", "nd", "rd", "th".
std::string_view ordinal_ending(std::uint32_t number);

}  // namespace moniker::replace
