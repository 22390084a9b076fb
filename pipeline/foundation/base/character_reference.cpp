// Named characters after the HTML standard, "Named character references"; the letters are those of Latin-1, in its
// order.
#include "base/character_reference.hpp"

#include <algorithm>
#include <charconv>

namespace moniker {
namespace {

constexpr std::size_t longest_name = 16;

constexpr std::string_view latin_1_letters[] = {
    "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",
    "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave",
    "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",
    "igrave", "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Named {
  std::string_view name;
  char32_t value;
};
constexpr Named others[] = {
    {"shy", 0xAD},      {"zwnj", 0x200C},    {"zwj", 0x200D},           {"lrm", 0x200E},    {"rlm", 0x200F},
    {"nbsp", 0xA0},     {"ensp", 0x2002},    {"emsp", 0x2003},          {"thinsp", 0x2009}, {"amp", '&'},
    {"apos", '\''},     {"rsquo", 0x2019},   {"lsquo", 0x2018},         {"ndash", 0x2013},  {"mdash", 0x2014},
    {"hyphen", 0x2010}, {"OElig", 0x152},    {"oelig", 0x153},          {"Scaron", 0x160},  {"scaron", 0x161},
    {"Yuml", 0x178},    {"NoBreak", 0x2060}, {"ZeroWidthSpace", 0x200B}};

char32_t named(std::string_view name) {
  const auto* letter = std::find(std::begin(latin_1_letters), std::end(latin_1_letters), name);
  if (letter != std::end(latin_1_letters)) return 0xC0 + static_cast<char32_t>(letter - std::begin(latin_1_letters));
  for (const Named& one : others) {
    if (one.name == name) return one.value;
  }
  return 0;
}

char32_t numbered(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool whole = fault == std::errc() && end == digits.data() + digits.size();
  const bool character = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return whole && character ? value : 0;
}

}  // namespace

std::optional<CharacterReference> character_reference_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '&') return std::nullopt;
  const std::string_view behind = text.substr(at + 1, longest_name);
  const std::size_t end = behind.find(';');
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::string_view name = behind.substr(0, end);
  const char32_t value = name[0] == '#' ? numbered(name.substr(1)) : named(name);
  if (value == 0) return std::nullopt;
  return CharacterReference{value, end + 2};
}

}  // namespace moniker
