#include "read/formats/json_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker::read {
namespace {

char32_t hex_of(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) value = value * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  return value;
}

char plain_of(char escape) {
  switch (escape) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return escape;  // the quotation mark and both slashes
  }
}

}  // namespace

/// The escape at `at`; a surrogate pair is one.
JsonText::Unit JsonText::unit_at(std::string_view written, std::size_t at) {
  if (written[at + 1] != 'u') return {static_cast<unsigned char>(plain_of(written[at + 1])), 2};
  const char32_t first = hex_of(written.substr(at + 2, 4));
  if (first < 0xD800 || first > 0xDFFF) return {first, 6};
  if (first > 0xDBFF || written.substr(at + 6, 2) != "\\u") return {};
  const char32_t second = hex_of(written.substr(at + 8, 4));
  if (second < 0xDC00 || second > 0xDFFF) return {};
  return {0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 12};
}

std::optional<LineFault> JsonText::decode(std::string_view written) {
  text_.clear();
  runs_.clear();
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t escape = std::min(written.find('\\', at), written.size());
    if (escape > at && !runs_.empty()) runs_.push_back({static_cast<std::uint32_t>(text_.size()), at});
    text_.append(written.substr(at, escape - at));
    if (escape == written.size()) return std::nullopt;
    const Unit unit = unit_at(written, escape);
    if (unit.length == 0) return LineFault{escape, "an escape is half of a surrogate pair"};
    if (unit.value == 0) return LineFault{escape, "there is a NUL in it"};
    if (runs_.empty()) runs_.push_back({0, 0});
    runs_.push_back({static_cast<std::uint32_t>(text_.size()), escape});
    append_utf8(text_, unit.value);
    at = escape + unit.length;
    if (at == written.size()) runs_.push_back({static_cast<std::uint32_t>(text_.size()), at});
  }
  return std::nullopt;
}

std::size_t JsonText::source_of(std::size_t at) const {
  if (runs_.empty()) return at;
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), at,
                                      [](std::size_t byte, const SourceRun& run) { return byte < run.text; });
  const SourceRun& run = *(after - 1);
  return static_cast<std::size_t>(run.source) + (at - run.text);
}

void append_json_text(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (byte < 0x20) {
      out.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    } else {
      out += c;
    }
  }
}

}  // namespace moniker::read
