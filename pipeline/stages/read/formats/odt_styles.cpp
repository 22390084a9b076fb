// Styles of OpenDocument: common ones in styles.xml, automatic ones in either file. An automatic style of the text may
// have the name of one that only the pages' margins use, and then takes its place. What has no style has its family's
// default, which programs write as the style "Standard".
#include "read/formats/odt_styles.hpp"

#include <charconv>

#include "base/fold.hpp"

namespace moniker::read {
namespace {

bool is_bold(std::string_view weight) {
  return weight == "bold" || weight == "600" || weight == "700" || weight == "800" || weight == "900";
}

/// "1.25cm", "0.5in"; a length in another unit is none.
double points(const std::string& length) {
  double number = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), number);
  if (error != std::errc()) return 0;
  constexpr std::pair<std::string_view, double> units[] = {{"cm", 28.35}, {"mm", 2.835}, {"in", 72}, {"pt", 1}};
  for (const auto& [unit, each] : units) {
    if (unit == end) return number * each;
  }
  return 0;
}

}  // namespace

bool OdtStyles::start(const XmlPull& xml) {
  if (xml.name() == "style" || xml.name() == "default-style") {
    const std::string name = xml.name() == "style" ? xml.attribute("name").value_or("") : "";
    open_ = &styles_[{xml.attribute("family").value_or(""), name}];
    *open_ = {.parent = xml.attribute("parent-style-name").value_or("")};
    return true;
  }
  if (xml.name() == "paragraph-properties") {
    if (const auto margin = xml.attribute("margin-left"); margin && open_) open_->indent = points(*margin);
    return false;
  }
  if (xml.name() != "text-properties") return false;
  if (!open_) return true;
  if (const auto weight = xml.attribute("font-weight")) open_->bold = is_bold(*weight);
  // text:display (20.409): "condition" says nothing that a style could decide
  const auto display = xml.attribute("display");
  if (display == "none" || display == "true") open_->hidden = display == "none";
  return true;
}

void OdtStyles::end(std::string_view name) {
  if (name == "style" || name == "default-style") open_ = nullptr;
}

OdtStyle OdtStyles::find(const std::string& family, std::string name) const {
  OdtStyle style;
  const auto take = [&](const std::string& from) {
    const auto found = styles_.find({family, from});
    if (found == styles_.end()) return std::string();
    if (!style.bold) style.bold = found->second.bold;
    if (!style.hidden) style.hidden = found->second.hidden;
    if (!style.indent) style.indent = found->second.indent;
    style.quoted = style.quoted || fold(from).find("quot") != std::string::npos;
    return found->second.parent;
  };
  if (name.empty() && family == "paragraph") name = "Standard";
  for (std::size_t steps = 0; !name.empty() && steps <= styles_.size(); ++steps) name = take(name);
  if (family == "paragraph") take("");
  return style;
}

}  // namespace moniker::read
