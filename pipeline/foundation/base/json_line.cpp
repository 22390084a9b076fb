#include "base/json_line.hpp"

#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"

namespace moniker {
namespace {

[[noreturn]] void refuse() { throw std::invalid_argument("line"); }

}  // namespace

JsonLine::JsonLine(std::string_view line) : rest_(line) {
  if (find_invalid_utf8(line) != line.npos) refuse();
  take('[');
}

void JsonLine::take(char c) {
  if (!rest_.starts_with(c)) refuse();
  rest_.remove_prefix(1);
}

void JsonLine::begin_value() {
  if (!std::exchange(first_, false)) take(',');
}

std::string JsonLine::text() {
  begin_value();
  take('"');
  std::string out;
  for (;;) {
    const auto plain = static_cast<std::size_t>(
        std::find_if(rest_.begin(), rest_.end(),
                     [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }) -
        rest_.begin());
    out.append(rest_.substr(0, plain));
    rest_.remove_prefix(plain);
    if (!rest_.starts_with('\\')) break;
    rest_.remove_prefix(1);
    take_escaped(out);
  }
  take('"');
  return out;
}

/// What stands behind a backslash: a letter that names the character, or the number of one below a blank.
void JsonLine::take_escaped(std::string& out) {
  constexpr std::string_view letters = "\"\\bfnrt", named = "\"\\\b\f\n\r\t";
  if (rest_.empty()) refuse();
  if (const auto at = letters.find(rest_.front()); at != letters.npos) {
    rest_.remove_prefix(1);
    out += named[at];
    return;
  }
  if (!rest_.starts_with("u00") || rest_.size() < 5) refuse();
  unsigned char value = 0;
  const char* const end = rest_.data() + 5;
  if (std::from_chars(rest_.data() + 3, end, value, 16).ptr != end || value >= 0x20) refuse();
  rest_.remove_prefix(5);
  out += static_cast<char>(value);
}

std::uint64_t JsonLine::number() {
  begin_value();
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
  const auto digits = static_cast<std::size_t>(end - rest_.data());
  if (error != std::errc{} || (digits > 1 && rest_.front() == '0')) refuse();
  rest_.remove_prefix(digits);
  return value;
}

void JsonLine::must_end() {
  take(']');
  if (!rest_.empty()) refuse();
}

}  // namespace moniker
