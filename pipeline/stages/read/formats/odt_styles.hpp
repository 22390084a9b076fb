#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "read/formats/xml_pull.hpp"

namespace moniker::read {

/// What a style says of the words that have it; nothing where it leaves that to its parent.
struct OdtStyle {
  std::string parent{};
  std::optional<bool> bold{}, hidden{};
  std::optional<double> indent{};  // of a paragraph, in points
  bool quoted = false;             // it is called so: "Quotations"
};

/// Styles by family ("paragraph", "text") and name (OASIS ODF 1.3 part 3, 16.2), as they are read; asked for, each is
/// what its parents are unless it says otherwise, wherever those stand. A family's default has no name.
class OdtStyles {
 public:
  /// Takes an element of styles; false where it is none.
  bool start(const XmlPull& xml);
  void end(std::string_view name);
  OdtStyle of_paragraph(const std::string& name) const { return find("paragraph", name); }
  OdtStyle of_span(const std::string& name) const { return find("text", name); }

 private:
  OdtStyle find(const std::string& family, std::string name) const;

  std::map<std::pair<std::string, std::string>, OdtStyle> styles_{};
  OdtStyle* open_ = nullptr;  // whose properties are read
};

}  // namespace moniker::read
