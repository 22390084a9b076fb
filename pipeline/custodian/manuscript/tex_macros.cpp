// Macros of a LaTeX paper's own, \newcommand{\who}[1]{[#1]}: what they stand for is put in their place, once, so that
// an attribution set by one is read as it is printed.
#include "manuscript/tex_macros.hpp"

#include <algorithm>
#include <map>
#include <optional>
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

/// "[1]": how many arguments; nothing where the brackets hold something else, or more than three.
std::optional<std::size_t> take_arguments(std::string_view text, std::size_t& at) {
  if (!text.substr(at).starts_with('[')) return 0;
  if (at + 2 >= text.size() || text[at + 2] != ']' || text[at + 1] < '1' || text[at + 1] > '3') return std::nullopt;
  at += 3;
  return static_cast<std::size_t>(text[at - 2] - '0');
}

/// What stands in the braces at `at`, on one line; nothing where it is long or speaks of `itself`.
std::optional<std::string> take_body(std::string_view text, std::size_t& at, std::string_view itself) {
  at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
  const std::size_t close = braces_end(text, at);
  if (close < at + 2 || close - at > longest_body) return std::nullopt;
  std::string body(text.substr(at + 1, close - at - 2));
  if (body.find(itself) != body.npos || body.find('%') != body.npos) return std::nullopt;
  std::replace(body.begin(), body.end(), '\n', ' ');  // lines keep their numbers
  at = close;
  return body;
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
  const auto arguments = take_arguments(text, at);
  auto body = arguments ? take_body(text, at, "\\" + name) : std::nullopt;
  if (body && macros.size() < most_macros) macros[name] = {*arguments, std::move(*body)};
}

/// "{extract}[1]{\begin{quotation}\textbf{#1:} }{\end{quotation}}": what \begin{extract}{P04} and \end{extract} stand
/// for.
void learn_environment(std::string_view text, std::size_t at, TexMacros& macros) {
  const std::size_t close = braces_end(text, at);
  if (close == at) return;
  const std::string name(text.substr(at, close - at));
  at = close;
  const auto arguments = take_arguments(text, at);
  auto begin = arguments ? take_body(text, at, name) : std::nullopt;
  auto end = begin ? take_body(text, at, name) : std::nullopt;
  if (!end || macros.size() >= most_macros) return;
  macros["begin" + name] = {*arguments, std::move(*begin)};
  macros["end" + name] = {0, std::move(*end)};
}

/// "\newtcolorbox[...]{voicebox}[2]{title={#1 \hfill #2}}", "\NewDocumentEnvironment{voice}{m m}{...}{...}": boxes that
/// take who speaks and their words. What they take is said before the words, as one line.
void learn_box(std::string_view text, std::size_t at, TexMacros& macros) {
  if (at < text.size() && text[at] == '[') at = std::min(text.find(']', at), text.size() - 1) + 1;
  const std::size_t close = braces_end(text, at);
  if (close == at || macros.size() + 2 > most_macros) return;
  const std::string name(text.substr(at, close - at));
  at = close;
  std::size_t taken = take_arguments(text, at).value_or(0);
  if (taken == 0) {  // {m m}
    const std::string_view plan = text.substr(at, braces_end(text, at) - at);
    if (plan.find_first_not_of("{} m") != plan.npos) return;
    taken = std::min<std::size_t>(3, static_cast<std::size_t>(std::count(plan.begin(), plan.end(), 'm')));
  }
  std::string said = "\\begin{quotation}";
  for (std::size_t i = 1; i <= taken; ++i) said += (i > 1 ? ", #" : "#") + std::to_string(i);
  macros["begin" + name] = {taken, said + (taken > 0 ? ": " : "")};
  macros["end" + name] = {0, "\\end{quotation}"};
}

TexMacros macros_of(std::string_view text) {
  TexMacros macros;
  const auto learn = [&](std::string_view how, auto* learn_one) {
    for (std::size_t at = text.find(how); at != text.npos; at = text.find(how, at + 1)) {
      std::size_t behind = at + how.size();
      behind += behind < text.size() && text[behind] == '*';
      learn_one(text, behind, macros);
    }
  };
  for (const std::string_view how : {"\\newcommand", "\\renewcommand", "\\providecommand"}) learn(how, learn_macro);
  for (const std::string_view how : {"\\newtcolorbox", "\\NewTColorBox", "\\DeclareTColorBox", "\\newmdenv",
                                     "\\NewDocumentEnvironment", "\\newmdtheoremenv"})
    learn(how, learn_box);
  for (const std::string_view how : {"\\newenvironment", "\\renewenvironment"}) learn(how, learn_environment);
  return macros;
}

/// What a use stands for, and where it ends; the same place where it is none.
std::size_t expand_use(std::string_view text, std::size_t at, const TexMacros& macros, std::string& out) {
  std::size_t end = name_end(text, at + 1);
  const std::string_view word = text.substr(at + 1, end - at - 1);
  std::string name(word);
  if (word == "begin" || word == "end") {  // of an environment
    const std::size_t close = braces_end(text, end);
    name += text.substr(end, close - end);
    end = close;
  }
  const auto macro = macros.find(name);
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

namespace {

std::string expanded_once(std::string_view text) {
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

}  // namespace

/// Twice: what a macro is given may be set by another, \begin{excerpt}{\pharm{3}}.
std::string with_macros_expanded(std::string_view text) { return expanded_once(expanded_once(text)); }

}  // namespace moniker::custodian
