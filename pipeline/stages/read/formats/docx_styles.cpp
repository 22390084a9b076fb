// The style sheet of a Word document, ECMA-376 part 1, 17.7: all of it is read before any style is resolved, since a
// style may be based on one that stands later (17.7.4.3), and one that is marked as the default counts where none is
// named (17.7.4.17). At the root of a paragraph's styles stand the document's defaults (17.7.5). A table's style may
// say of some rows and cells what it does not say of others (17.7.6).
#include "read/formats/docx_styles.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "base/fold.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::read {
namespace {

struct DocxStyle {
  std::string type{}, base{};
  std::optional<bool> bold{}, hidden{};  // what it says itself
  bool heading = false;
  std::array<std::optional<bool>, docx_regions> regions{};  // a table's
  std::uint32_t rows_hidden = 0;
  std::optional<std::uint32_t> row_band{}, column_band{};
};

/// As w:tblStylePr calls them, in their order.
constexpr std::string_view region_names[] = {"wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz",
                                             "firstRow",   "lastRow",   "firstCol",  "lastCol",   "nwCell",
                                             "neCell",     "swCell",    "seCell"};

struct DocxStyleSheet {
  std::map<std::string, DocxStyle> styles{};
  DocxStyle defaults{.type = "paragraph"};
};

bool is_on(const XmlPull& xml) {
  const auto value = xml.attribute("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

void read_property(const XmlPull& xml, DocxStyle& style) {
  const std::string_view name = xml.name();
  if (name == "b") style.bold = is_on(xml);
  if (name == "vanish") style.hidden = is_on(xml);
  if (name == "basedOn") style.base = xml.attribute("val").value_or("");
  if (name != "name") return;
  const std::string called = fold(xml.attribute("val").value_or(""));
  style.heading = called.starts_with("heading") || called.find("speaker") != std::string::npos;
}

std::uint32_t band_of(const XmlPull& xml) {
  const std::string said = xml.attribute("val").value_or("");
  std::uint32_t size = 1;
  std::from_chars(said.data(), said.data() + said.size(), size);
  return std::max(size, 1U);
}

/// What a table's style says of one of its parts, or of its rows at all, to the end of that element.
void read_region(XmlPull& xml, DocxStyle& style) {
  const std::string end(xml.name());
  const std::string type = xml.attribute("type").value_or("wholeTable");
  const auto* row = std::find(std::begin(region_names), std::end(region_names), type);
  if (row == std::end(region_names)) return xml.skip();
  const auto region = static_cast<std::size_t>(row - std::begin(region_names));
  while (xml.next() && !(xml.event() == XmlPull::Event::end && xml.is(XmlSpace::word, end))) {
    if (xml.event() != XmlPull::Event::start || xml.space() != XmlSpace::word) continue;
    if (xml.name().ends_with("PrChange")) xml.skip();
    if (xml.name() == "vanish") style.regions[region] = is_on(xml);
    if (xml.name() == "hidden" && is_on(xml)) style.rows_hidden |= 1U << region;
  }
}

DocxStyleSheet read_sheet(XmlPull& xml, DocxStyles& styles) {
  DocxStyleSheet sheet;
  DocxStyle* style = nullptr;  // whose properties are read
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.space() != XmlSpace::word) continue;
    const std::string_view name = xml.name();
    if (name == "docDefaults") {
      style = &sheet.defaults;
    } else if (name == "style") {
      const std::string id = xml.attribute("styleId").value_or("");
      const auto marked = xml.attribute("default");
      style = &sheet.styles[id];
      *style = {.type = xml.attribute("type").value_or("paragraph")};
      if (marked != "1" && marked != "true" && marked != "on") continue;
      if (style->type == "paragraph") styles.paragraph = id;
      if (style->type == "character") styles.run = id;
      if (style->type == "table") styles.table = id;
    } else if (name == "latentStyles" || name.ends_with("PrChange")) {
      xml.skip();
    } else if (style && (name == "tblStylePr" || name == "trPr")) {
      read_region(xml, *style);
    } else if (style && name == "tblStyleRowBandSize") {
      style->row_band = band_of(xml);
    } else if (style && name == "tblStyleColBandSize") {
      style->column_band = band_of(xml);
    } else if (style) {
      read_property(xml, *style);
    }
  }
  return sheet;
}

/// The style with what it has from its base, and from that one's. Styles in a circle end where they began.
DocxStyle resolved(const DocxStyleSheet& sheet, DocxStyle style) {
  std::string base = style.base;
  for (std::size_t steps = 0; !base.empty() && steps <= sheet.styles.size(); ++steps) {
    const auto found = sheet.styles.find(base);
    if (found == sheet.styles.end() || found->second.type != style.type) break;  // of another type it is no base
    const DocxStyle& below = found->second;
    if (!style.bold) style.bold = below.bold;
    if (!style.hidden) style.hidden = below.hidden;
    style.heading = style.heading || below.heading;
    for (std::size_t i = 0; i < docx_regions; ++i) {
      if (!style.regions[i]) style.regions[i] = below.regions[i];
    }
    style.rows_hidden |= below.rows_hidden;
    if (!style.row_band) style.row_band = below.row_band;
    if (!style.column_band) style.column_band = below.column_band;
    base = below.base;
  }
  if (!style.hidden && style.type == sheet.defaults.type) style.hidden = sheet.defaults.hidden;
  return style;
}

}  // namespace

DocxStyles read_docx_styles(const ZipPackage& package, const DocxParts& parts) {
  DocxStyles styles;
  if (parts.styles.empty()) return styles;
  const auto source = package.open(parts.styles);
  XmlPull xml(*source, "style sheet of the .docx");
  const DocxStyleSheet sheet = read_sheet(xml, styles);
  styles.hidden_by_default = sheet.defaults.hidden.value_or(false);
  for (const auto& [id, said] : sheet.styles) {
    const DocxStyle style = resolved(sheet, said);
    styles.known.insert(id);
    if (style.bold.value_or(false)) styles.bold.insert(id);
    if (style.hidden.value_or(false)) styles.hidden.insert(id);
    if (style.heading) styles.heading.insert(id);
    const bool hides_some = style.rows_hidden != 0 || std::count(style.regions.begin(), style.regions.end(), true) > 0;
    if (hides_some)
      styles.tables[id] = {style.regions, style.rows_hidden, style.row_band.value_or(1), style.column_band.value_or(1)};
  }
  return styles;
}

}  // namespace moniker::read
