#include "base/json_text.hpp"

namespace moniker {
namespace {

void append_escaped(std::string& out, char c) {
  constexpr std::string_view named = "\"\\\b\f\n\r\t", letters = "\"\\bfnrt", digits = "0123456789abcdef";
  out += '\\';
  if (const auto at = named.find(c); at != named.npos) {
    out += letters[at];
    return;
  }
  out.append("u00");
  out += digits[static_cast<unsigned char>(c) >> 4];
  out += digits[static_cast<unsigned char>(c) & 15];
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(kept, at - kept));
    append_escaped(out, c);
    kept = at + 1;
  }
  out.append(text.substr(kept)) += '"';
}

}  // namespace moniker
