#pragma once
#include <string>
#include <string_view>

#include "words/language.hpp"

/// What validators share: a number or code as its digits and letters alone.
namespace moniker::validate {

/// ASCII letters and digits alone, capitals: "ab12 cde" -> "AB12CDE".
std::string code_of(std::string_view text);
/// A number or code read aloud, as it is written: "oh seven double-seven" -> "0777", "L S six" -> "LS6",
/// "nine hundred" -> "900", "forty-two" -> "42". A word that says neither digits nor one letter makes it
/// empty.
std::string said_aloud(std::string_view text, const words::Language& language);

}  // namespace moniker::validate
