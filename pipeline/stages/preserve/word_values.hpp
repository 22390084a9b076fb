#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/zip_package.hpp"

namespace moniker::preserve {

/// What an attribute of Word's XML may hold: nothing that anybody could have typed.
enum class ValueKind {
  plain,       // a number, a colour, or a word of the standard's enumerations
  style,       // a style's id: one of ours in its place
  style_name,  // likewise; names that Word itself gives stay
  font,        // of a well-known font
  language,    // en-GB
  level,       // how a numbered paragraph begins: %1.%2)
};

/// Whether a value is a number or one of the standard's words.
bool is_plain_value(std::string_view value);
bool is_known_font(std::string_view name);
bool is_known_style(std::string_view name);   // one that Word itself names
bool is_known_style_id(std::string_view id);  // of one of those
bool is_language(std::string_view value);
std::string safe_level(std::string_view text);

/// Fonts and styles of one document. Styles get ids and names of ours, in their order; what the reader takes for a
/// heading's or a speaker's style it does so still.
class WordNames {
 public:
  /// Either part may be missing: an empty name.
  WordNames(const ZipPackage& package, const std::string& styles_part, const std::string& theme_part);
  std::string style(const std::string& id);

  /// The font that a name such as minorHAnsi stands for, where it is a known one.
  std::optional<std::string> theme_font(std::string_view role) const;

  /// The value to write; nothing where it may not be written.
  std::optional<std::string> value(ValueKind kind, const std::string& delivered);

 private:
  void read_theme(const ZipPackage& package, const std::string& part);

  struct Style {
    std::string id{}, name{};
  };
  std::map<std::string, Style> styles_{};       // by delivered id
  std::map<std::string, std::string> names_{};  // by delivered name
  std::string major_{}, minor_{};               // fonts of the theme, for headings and for text
};

}  // namespace moniker::preserve
