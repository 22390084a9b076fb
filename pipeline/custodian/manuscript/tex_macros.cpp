// Macros of a LaTeX paper's own, \newcommand{\who}[1]{[#1]}: what they stand for is put in their place, once, so that
// an attribution set by one is read as it is printed.
#include "manuscript/tex_macros.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_body = 400, most_macros = 64, most_growth = 1 << 20;

struct TexMacro {
  std::size_t arguments = 0;
  std::string body{};
};
using TexMacros = std::map<std::string, TexMacro, std::less<>>;

bool is_macro_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t name_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_macro_letter(text[at])) ++at;
  return at;
}

/// "{\who}[1]{\textsc{[#1]}}", or "\who[1]{...}"; one with a default for its argument is left as it is.
void learn_macro(std::string_view text, std::size_t at, TexMacros& macros) {
  const bool braced = at < text.size() && text[at] == '{';
  at += braced;
  if (at >= text.size() || text[at] != '\\') return;
  const std::size_t end = name_end(text, at + 1);
  const std::string name(text.substr(at + 1, end - at - 1));
  at = end;
  if (name.empty() || (braced && (at >= text.size() || text[at++] != '}'))) return;
  TexMacro macro;
  if (text.substr(at).starts_with('[')) {
    if (at + 2 >= text.size() || text[at + 2] != ']' || text[at + 1] < '1' || text[at + 1] > '3') return;
    macro.arguments = static_cast<std::size_t>(text[at + 1] - '0');
    at += 3;
  }
  const std::size_t close = braces_end(text, at);
  if (close < at + 2 || close - at > longest_body || macros.size() >= most_macros) return;
  macro.body = std::string(text.substr(at + 1, close - at - 2));
  if (macro.body.find("\\" + name) != macro.body.npos || macro.body.find('%') != macro.body.npos) return;
  std::replace(macro.body.begin(), macro.body.end(), '\n', ' ');  // lines keep their numbers
  macros[name] = std::move(macro);
}

TexMacros macros_of(std::string_view text) {
  TexMacros macros;
  for (const std::string_view how : {"\\newcommand", "\\renewcommand", "\\providecommand"}) {
    for (std::size_t at = text.find(how); at != text.npos; at = text.find(how, at + 1)) {
      std::size_t behind = at + how.size();
      behind += behind < text.size() && text[behind] == '*';
      learn_macro(text, behind, macros);
    }
  }
  return macros;
}

/// What a use stands for, and where it ends; the same place where it is none.
std::size_t expand_use(std::string_view text, std::size_t at, const TexMacros& macros, std::string& out) {
  const std::size_t end = name_end(text, at + 1);
  const auto macro = macros.find(text.substr(at + 1, end - at - 1));
  if (end == at + 1 || macro == macros.end()) return at;
  std::vector<std::string_view> arguments;
  std::size_t behind = end;
  for (std::size_t i = 0; i < macro->second.arguments; ++i) {
    const std::size_t close = braces_end(text, behind);
    if (close == behind) return at;
    arguments.push_back(text.substr(behind + 1, close - behind - 2));
    behind = close;
  }
  const std::string& body = macro->second.body;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::size_t place = body[i] == '#' && i + 1 < body.size() ? static_cast<std::size_t>(body[i + 1] - '1') : 9;
    if (place < arguments.size())
      out += arguments[place], ++i;
    else
      out += body[i];
  }
  if (arguments.empty() && text.substr(behind).starts_with("{}")) behind += 2;
  return behind;
}

}  // namespace

std::size_t braces_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '{') return at;
  int depth = 0;
  for (std::size_t end = at; end < text.size(); ++end) {
    if (text[end] == '\\') {
      ++end;
      continue;
    }
    depth += text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
    if (depth == 0) return end + 1;
  }
  return at;
}

std::string with_macros_expanded(std::string_view text) {
  const std::size_t document = text.find("\\begin{document}");
  const TexMacros macros = macros_of(text.substr(0, document));
  std::string out(text.substr(0, document == text.npos ? 0 : document));
  if (macros.empty() || document == text.npos) return std::string(text);
  for (std::size_t at = document; at < text.size();) {
    if (text[at] == '\\' && out.size() < text.size() + most_growth) {
      const std::size_t behind = expand_use(text, at, macros, out);
      if (behind > at) {
        at = behind;
        continue;
      }
      out += text[at++];  // "\\" is one sign
    }
    if (at < text.size()) out += text[at++];
  }
  return out;
}

}  // namespace moniker::custodian
