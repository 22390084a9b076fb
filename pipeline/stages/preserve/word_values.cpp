// ECMA-376 part 1: the simple types of chapter 17.18 and 22.9, as far as the table of elements uses them.
#include "preserve/word_values.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::preserve {
namespace {

constexpr std::string_view words =
    " 0 1 true false on off none nil auto left right center both start end top bottom between bar distribute "
    "single double dotted dashed dash dotDash dotDotDash triple thick wave dashSmallGap thinThickSmallGap "
    "thickThinSmallGap thickThinMediumGap thinThickMediumGap dashLong dotDotHeavy dashedHeavy wavyHeavy wavyDouble "
    "words "
    "clear solid pct5 pct10 pct12 pct15 pct20 pct25 pct30 pct40 pct50 pct60 pct70 pct75 pct80 pct90 horzStripe "
    "vertStripe "
    "exact exactly atLeast dxa pct decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText "
    "ordinalText "
    "decimalZero bullet tab space nothing num hybridMultilevel singleLevel multilevel "
    "baseline superscript subscript black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen "
    "darkMagenta "
    "darkRed darkYellow darkGray lightGray "
    "paragraph character table numbering default continuous nextPage evenPage oddPage nextColumn portrait landscape "
    "page column textWrapping all newPage newSection restart continue eachPage eachSect fixed autofit restartNumber "
    "firstRow lastRow firstCol lastCol band1Vert band2Vert band1Horz band2Horz neCell nwCell seCell swCell wholeTable "
    "lrTb tbRl btLr lines linesAndChars separator continuationSeparator continuationNotice normal "
    "dot hyphen underscore heavy middleDot margin text inside outside cont ";

constexpr std::string_view fonts[] = {"Arial",
                                      "Arial Narrow",
                                      "Arial Black",
                                      "Calibri",
                                      "Calibri Light",
                                      "Cambria",
                                      "Cambria Math",
                                      "Times New Roman",
                                      "Times",
                                      "Courier New",
                                      "Courier",
                                      "Georgia",
                                      "Verdana",
                                      "Tahoma",
                                      "Trebuchet MS",
                                      "Garamond",
                                      "Symbol",
                                      "Wingdings",
                                      "Wingdings 2",
                                      "Wingdings 3",
                                      "Webdings",
                                      "Segoe UI",
                                      "Segoe UI Symbol",
                                      "Aptos",
                                      "Aptos Display",
                                      "Helvetica",
                                      "Palatino Linotype",
                                      "Book Antiqua",
                                      "Century Gothic",
                                      "Consolas",
                                      "Candara",
                                      "Corbel",
                                      "Constantia",
                                      "Comic Sans MS",
                                      "Gill Sans MT",
                                      "Open Sans",
                                      "Liberation Serif",
                                      "Liberation Sans",
                                      "Liberation Mono",
                                      "DejaVu Sans",
                                      "Noto Sans",
                                      "Noto Serif",
                                      "MS Mincho",
                                      "MS Gothic",
                                      "SimSun",
                                      "Mangal",
                                      "Lucida Sans",
                                      "OpenSymbol"};

constexpr std::string_view built_in[] = {"Normal",
                                         "Title",
                                         "Subtitle",
                                         "Default Paragraph Font",
                                         "Normal Table",
                                         "Table Normal",
                                         "No List",
                                         "Table Grid",
                                         "List Paragraph",
                                         "Body Text",
                                         "Body Text 2",
                                         "Body Text 3",
                                         "Body Text Indent",
                                         "Caption",
                                         "caption",
                                         "Quote",
                                         "Intense Quote",
                                         "Strong",
                                         "Emphasis",
                                         "Subtle Emphasis",
                                         "Intense Emphasis",
                                         "Subtle Reference",
                                         "Intense Reference",
                                         "Book Title",
                                         "No Spacing",
                                         "header",
                                         "footer",
                                         "footnote text",
                                         "footnote reference",
                                         "endnote text",
                                         "endnote reference",
                                         "page number",
                                         "line number",
                                         "Plain Text",
                                         "List",
                                         "List 2",
                                         "List 3",
                                         "List Bullet",
                                         "List Bullet 2",
                                         "List Bullet 3",
                                         "List Number",
                                         "List Number 2",
                                         "List Number 3",
                                         "List Continue",
                                         "Hyperlink",
                                         "FollowedHyperlink",
                                         "TOC Heading",
                                         "toc 1",
                                         "toc 2",
                                         "toc 3",
                                         "Balloon Text",
                                         "annotation text",
                                         "annotation reference",
                                         "annotation subject",
                                         "Normal (Web)",
                                         "Block Text",
                                         "Index",
                                         "Light Shading",
                                         "Light List",
                                         "Light Grid",
                                         "Plain Table 1",
                                         "Plain Table 2",
                                         "Grid Table Light",
                                         "Table Grid Light",
                                         "heading 1",
                                         "heading 2",
                                         "heading 3",
                                         "heading 4",
                                         "heading 5",
                                         "heading 6",
                                         "heading 7",
                                         "heading 8",
                                         "heading 9",
                                         "Heading"};

/// At most six digits, which measure and count; longer ones may be somebody's.
bool is_measure(std::string_view value) {
  if (value.starts_with('-')) value.remove_prefix(1);
  for (const std::string_view unit : {"%", "pt", "cm", "mm", "in"}) {
    if (value.ends_with(unit)) {
      value.remove_suffix(unit.size());
      break;
    }
  }
  const std::size_t dot = value.find('.');
  if (dot != std::string_view::npos && (!is_number(value.substr(dot + 1)) || value.size() - dot > 4)) return false;
  return is_number(value.substr(0, dot)) && std::min(dot, value.size()) <= 6;
}

bool is_colour(std::string_view value) {
  return value.size() == 6 && std::all_of(value.begin(), value.end(), [](char c) {
           return is_ascii_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
         });
}

template <std::size_t N>
bool is_one_of(std::string_view value, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

std::string id_of_known(std::string_view name) {
  std::string id;
  bool begins = true;
  for (const char c : name) {
    if (c != ' ' && c != '(' && c != ')')
      id += begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    begins = c == ' ';
  }
  return id;
}

/// Word's spelling of a name that it gives itself, whatever capitals another program wrote; else nothing.
std::string_view known_style(const std::string& folded) {
  const auto row = std::find_if(std::begin(built_in), std::end(built_in),
                                [&](std::string_view name) { return fold(name) == folded; });
  return row == std::end(built_in) ? std::string_view() : *row;
}

}  // namespace

bool is_plain_value(std::string_view value) {
  if (is_measure(value) || is_colour(value)) return true;
  return !value.empty() && value.find(' ') == std::string_view::npos &&
         words.find(fmt::format(" {} ", value)) != std::string_view::npos;
}

bool is_known_font(std::string_view name) { return is_one_of(name, fonts); }
bool is_known_style(std::string_view name) { return is_one_of(name, built_in); }

bool is_known_style_id(std::string_view id) {
  return std::any_of(std::begin(built_in), std::end(built_in),
                     [&](std::string_view name) { return id_of_known(name) == id; });
}

bool is_language(std::string_view value) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return value.size() == 5 && small(value[0]) && small(value[1]) && value[2] == '-' && capital(value[3]) &&
         capital(value[4]);
}

/// Numbers and punctuation; the usual bullets. Words before a number are left out.
std::string safe_level(std::string_view text) {
  if (text == "o") return "o";
  constexpr std::string_view bullets[] = {"\u2022", "\u25AA", "\u25E6", "\u2013", "\u00B7",
                                          "\uF0B7", "\uF0A7", "\uF0D8", "\uF0FC"};
  if (is_one_of(text, bullets)) return std::string(text);
  std::string safe;
  for (std::size_t at = 0; at < text.size() && safe.size() < 32; ++at) {
    const bool number = text[at] == '%' && at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9';
    if (number)
      safe += text.substr(at++, 2);
    else if (std::string_view(" .():;-").find(text[at]) != std::string_view::npos)
      safe += text[at];
  }
  return safe;
}

void WordNames::read_theme(const ZipPackage& package, const std::string& part) {
  const auto source = package.open(part);
  read::XmlPull xml(*source, "theme of the .docx");
  std::string* font = nullptr;
  while (xml.next()) {
    if (xml.event() != read::XmlPull::Event::start) continue;
    if (xml.name() == "majorFont" || xml.name() == "minorFont") font = xml.name() == "majorFont" ? &major_ : &minor_;
    if (xml.name() == "latin" && font && font->empty()) *font = xml.attribute("typeface").value_or("");
  }
}

std::optional<std::string> WordNames::theme_font(std::string_view role) const {
  const std::string& font = role.starts_with("major") ? major_ : minor_;
  return is_known_font(font) ? std::optional(font) : std::nullopt;
}

WordNames::WordNames(const ZipPackage& package, const std::string& styles_part, const std::string& theme_part) {
  if (!theme_part.empty()) read_theme(package, theme_part);
  if (styles_part.empty()) return;
  const auto source = package.open(styles_part);
  read::XmlPull xml(*source, "style sheet of the .docx");
  std::string id;
  std::set<std::string_view> given;
  while (xml.next()) {
    if (xml.event() != read::XmlPull::Event::start || xml.space() != read::XmlSpace::word) continue;
    if (xml.name() == "style") id = xml.attribute("styleId").value_or("");
    if (xml.name() != "name" || styles_.contains(id)) continue;
    const std::string name = xml.attribute("val").value_or("");
    const std::size_t number = styles_.size() + 1;
    Style style{.id = fmt::format("Style{}", number), .name = fmt::format("style {}", number)};
    const std::string folded = fold(name);
    const std::string_view known = known_style(folded);
    if (!known.empty() && given.insert(known).second) {
      style = {.id = id_of_known(known), .name = std::string(known)};
    } else if (folded.starts_with("heading")) {
      style.name = fmt::format("heading style {}", number);
    } else if (folded.find("speaker") != std::string::npos) {
      style.name = fmt::format("speaker style {}", number);
    }
    names_.emplace(name, style.name);
    styles_.emplace(id, std::move(style));
  }
}

std::string WordNames::style(const std::string& id) {
  const auto known = styles_.find(id);
  if (known != styles_.end()) return known->second.id;
  const std::size_t number = styles_.size() + 1;
  return styles_.emplace(id, Style{fmt::format("Style{}", number), fmt::format("style {}", number)}).first->second.id;
}

std::optional<std::string> WordNames::value(ValueKind kind, const std::string& delivered) {
  const auto if_so = [&](bool fits) { return fits ? std::optional(delivered) : std::nullopt; };
  switch (kind) {
    case ValueKind::style:
      return style(delivered);
    case ValueKind::style_name: {
      const auto known = names_.find(delivered);
      return known == names_.end() ? std::nullopt : std::optional(known->second);
    }
    case ValueKind::font:
      return if_so(is_known_font(delivered));
    case ValueKind::language:
      return if_so(is_language(delivered));
    case ValueKind::level:
      return safe_level(delivered);
    case ValueKind::plain:
      break;
  }
  return if_so(is_plain_value(delivered));
}

}  // namespace moniker::preserve
