#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "words/language.hpp"

/// What validators share: a number or code as its digits and letters alone.
namespace moniker::validate {

/// ASCII letters and digits alone, capitals: "ab12 cde" -> "AB12CDE".
std::string code_of(std::string_view text);
constexpr bool is_letter_or_digit(char c) {
  return is_ascii_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
/// The words of a number read aloud, in small letters, without those that only part it: "and", "um", "dash".
std::vector<std::string> words_said(std::string_view text, const words::Language& language);
/// A number or code read aloud, as it is written: "oh seven double-seven" -> "0777", "L S six" -> "LS6",
/// "nine hundred" -> "900", "forty-two" -> "42". A word that says neither digits nor one letter makes it
/// empty.
std::string said_aloud(std::string_view text, const words::Language& language);
/// "One two three", "three two one", and the "oh, oh, oh" of somebody astonished.
bool counts(std::string_view digits);

}  // namespace moniker::validate
