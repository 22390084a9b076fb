#pragma once
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace moniker {

/// Lines of JSON that are written by the million are put together in a buffer: a tree of values for each would cost
/// more than what they say.

/// A string with its quotes, to the letter as a JSON library writes it: what must be escaped is, all else stays. The
/// text is valid UTF-8.
void append_json(std::string& out, std::string_view text);

template <std::integral Number>
void append_number(std::string& out, Number number) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

}  // namespace moniker
