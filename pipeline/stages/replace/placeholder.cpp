#include "replace/placeholder.hpp"

#include "replace/settings.hpp"

namespace moniker::replace {
namespace {

struct Speaking {
  std::string_view label{}, subtype{};  // an empty subtype: all of the label
};

constexpr Speaking speaking[] = {{"ID", {}}, {"LOCATION", "postcode"}, {"LOCATION", "address"}, {"LOCATION", "ward"}};

bool speaks(std::string_view label, std::string_view subtype) {
  if (subtype.empty()) return false;
  for (const auto& row : speaking) {
    if (row.label == label && (row.subtype.empty() || row.subtype == subtype)) return true;
  }
  return false;
}

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

std::string placeholder_name(std::string_view label, std::string_view subtype) {
  return in_capitals(speaks(label, subtype) ? subtype : label);
}

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
