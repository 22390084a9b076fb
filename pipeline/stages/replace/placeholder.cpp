#include "replace/placeholder.hpp"

#include "replace/settings.hpp"

namespace moniker::replace {
namespace {

std::string in_capitals(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z')
      out += static_cast<char>(c - 'a' + 'A');
    else
      out += c == '-' || c == ' ' ? '_' : c;
  }
  return out;
}

}  // namespace

std::string placeholder_name(const ToReplace& what) { return in_capitals(what.speaks ? what.subtype : what.label); }

std::string in_style(const ToReplace& what, std::string_view inside) {
  struct Style {
    std::string_view name{}, before{}, after{};
  };
  static constexpr Style styles[] = {
      {"brackets", "[", "]"}, {"braces", "{", "}"}, {"angles", "<", ">"}, {"plain", "", ""}};
  const auto chosen = setting(what, "style", "brackets");
  for (const auto& style : styles) {
    if (style.name == chosen) return std::string(style.before) + std::string(inside) + std::string(style.after);
  }
  return "[" + std::string(inside) + "]";
}

std::string marked(const ToReplace& what, std::string text) {
  return setting(what, "mark", "none") == "brackets" ? '[' + std::move(text) + ']' : text;
}

}  // namespace moniker::replace
