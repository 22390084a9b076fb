// Which elements and attributes of ECMA-376 part 1, chapter 17, a preserved document may have. Not here, and so never
// written: bookmarks, comments, fields, links, revisions, pictures, objects, content controls, smart tags, alternative
// text, hidden text, identifiers of saving (rsid), captions of tables, references to other parts.
#include "preserve/word_elements.hpp"

#include <algorithm>

namespace moniker::preserve {
namespace {

constexpr std::string_view blocks = "body tc txbxContent footnote endnote";
constexpr std::string_view run_properties = "r pPr style rPrDefault lvl tblStylePr";
constexpr std::string_view sides = "pBdr tblBorders tcBorders pgBorders";
constexpr std::string_view border = "val sz space color shadow frame";
constexpr std::string_view width = "w type";
constexpr std::string_view margins = "tblCellMar tcMar";
constexpr auto style = ValueKind::style;

constexpr WordElement table[] = {
    {"body", "document", ""},
    {"p", blocks, ""},
    {"r", "p", ""},
    {"footnoteReference", "r", "id customMarkFollows"},
    {"endnoteReference", "r", "id customMarkFollows"},
    {"footnoteRef", "r", ""},
    {"endnoteRef", "r", ""},
    {"separator", "r", ""},
    {"continuationSeparator", "r", ""},
    {"lastRenderedPageBreak", "r", ""},
    {"footnote", "footnotes", "id type"},
    {"endnote", "endnotes", "id type"},
    // properties of paragraphs
    {"pPr", "p style pPrDefault lvl tblStylePr", ""},
    {"pStyle", "pPr lvl", "val", style},
    {"keepNext", "pPr", "val"},
    {"keepLines", "pPr", "val"},
    {"pageBreakBefore", "pPr", "val"},
    {"widowControl", "pPr", "val"},
    {"numPr", "pPr", ""},
    {"ilvl", "numPr", "val"},
    {"numId", "numPr", "val"},
    {"suppressLineNumbers", "pPr", "val"},
    {"pBdr", "pPr", ""},
    {"shd", "pPr rPr tcPr tblPr", "val color fill"},
    {"tabs", "pPr", ""},
    {"tab", "tabs", "val leader pos"},
    {"suppressAutoHyphens", "pPr", "val"},
    {"bidi", "pPr sectPr", "val"},
    {"spacing", "pPr rPr", "val before beforeAutospacing after afterAutospacing line lineRule beforeLines afterLines"},
    {"ind", "pPr", "start end left right hanging firstLine leftChars rightChars hangingChars firstLineChars"},
    {"contextualSpacing", "pPr", "val"},
    {"mirrorIndents", "pPr", "val"},
    {"jc", "pPr tblPr trPr", "val"},
    {"textAlignment", "pPr", "val"},
    {"outlineLvl", "pPr", "val"},
    // properties of runs
    {"rPr", run_properties, ""},
    {"rStyle", "rPr", "val", style},
    {"rFonts", "rPr", "ascii hAnsi cs eastAsia", ValueKind::font},
    {"b", "rPr", "val"},
    {"bCs", "rPr", "val"},
    {"i", "rPr", "val"},
    {"iCs", "rPr", "val"},
    {"caps", "rPr", "val"},
    {"smallCaps", "rPr", "val"},
    {"strike", "rPr", "val"},
    {"dstrike", "rPr", "val"},
    {"outline", "rPr", "val"},
    {"shadow", "rPr", "val"},
    {"emboss", "rPr", "val"},
    {"imprint", "rPr", "val"},
    {"noProof", "rPr", "val"},
    {"snapToGrid", "rPr pPr", "val"},
    {"color", "rPr", "val"},
    {"w", "rPr", "val"},
    {"kern", "rPr", "val"},
    {"position", "rPr", "val"},
    {"sz", "rPr", "val"},
    {"szCs", "rPr", "val"},
    {"highlight", "rPr", "val"},
    {"u", "rPr", "val color"},
    {"bdr", "rPr", border},
    {"vertAlign", "rPr", "val"},
    {"rtl", "rPr", "val"},
    {"cs", "rPr", "val"},
    {"em", "rPr", "val"},
    {"lang", "rPr", "val eastAsia bidi", ValueKind::language},
    // borders
    {"top", sides, border},
    {"bottom", sides, border},
    {"left", sides, border},
    {"right", sides, border},
    {"start", sides, border},
    {"end", sides, border},
    {"between", sides, border},
    {"bar", sides, border},
    {"insideH", sides, border},
    {"insideV", sides, border},
    // tables
    {"tbl", blocks, ""},
    {"tblPr", "tbl style tblStylePr", ""},
    {"tblStyle", "tblPr", "val", style},
    {"tblW", "tblPr", width},
    {"tblInd", "tblPr", width},
    {"tblCellSpacing", "tblPr trPr", width},
    {"tblBorders", "tblPr", ""},
    {"tblLayout", "tblPr", "type"},
    {"tblCellMar", "tblPr", ""},
    {"top", margins, width},
    {"bottom", margins, width},
    {"left", margins, width},
    {"right", margins, width},
    {"start", margins, width},
    {"end", margins, width},
    {"tblStyleRowBandSize", "tblPr", "val"},
    {"tblStyleColBandSize", "tblPr", "val"},
    {"tblLook", "tblPr", "firstRow lastRow firstColumn lastColumn noHBand noVBand"},
    {"tblGrid", "tbl", ""},
    {"gridCol", "tblGrid", "w"},
    {"tr", "tbl", ""},
    {"trPr", "tr style tblStylePr", ""},
    {"trHeight", "trPr", "val hRule"},
    {"tblHeader", "trPr", "val"},
    {"cantSplit", "trPr", "val"},
    {"gridBefore", "trPr", "val"},
    {"gridAfter", "trPr", "val"},
    {"tc", "tr", ""},
    {"tcPr", "tc style tblStylePr", ""},
    {"tcW", "tcPr", width},
    {"gridSpan", "tcPr", "val"},
    {"vMerge", "tcPr", "val"},
    {"hMerge", "tcPr", "val"},
    {"tcBorders", "tcPr", ""},
    {"noWrap", "tcPr", "val"},
    {"tcMar", "tcPr", ""},
    {"textDirection", "tcPr sectPr pPr", "val"},
    {"vAlign", "tcPr sectPr", "val"},
    // sections
    {"sectPr", "body pPr", ""},
    {"type", "sectPr", "val"},
    {"pgSz", "sectPr", "w h orient"},
    {"pgMar", "sectPr", "top right bottom left header footer gutter"},
    {"lnNumType", "sectPr", "countBy start distance restart"},
    {"cols", "sectPr", "num space equalWidth sep"},
    {"col", "cols", "w space"},
    {"docGrid", "sectPr", "type linePitch charSpace"},
    {"pgBorders", "sectPr", ""},
    {"rtlGutter", "sectPr", "val"},
    // styles
    {"docDefaults", "styles", ""},
    {"rPrDefault", "docDefaults", ""},
    {"pPrDefault", "docDefaults", ""},
    {"style", "styles", "type default styleId customStyle"},
    {"name", "style", "val", ValueKind::style_name},
    {"basedOn", "style", "val", style},
    {"next", "style", "val", style},
    {"link", "style", "val", style},
    {"uiPriority", "style", "val"},
    {"semiHidden", "style", "val"},
    {"unhideWhenUsed", "style", "val"},
    {"qFormat", "style", "val"},
    {"tblStylePr", "style", "type"},
    // numbering
    {"abstractNum", "numbering", "abstractNumId"},
    {"multiLevelType", "abstractNum", "val"},
    {"lvl", "abstractNum lvlOverride", "ilvl"},
    {"start", "lvl", "val"},
    {"numFmt", "lvl", "val"},
    {"lvlRestart", "lvl", "val"},
    {"isLgl", "lvl", "val"},
    {"suff", "lvl", "val"},
    {"lvlText", "lvl", "val", ValueKind::level},
    {"lvlJc", "lvl", "val"},
    {"num", "numbering", "numId"},
    {"abstractNumId", "num", "val"},
    {"lvlOverride", "num", "ilvl"},
    {"startOverride", "lvlOverride", "val"},
};

/// The reader skips these; where one of them holds properties, so does the text of none.
constexpr std::string_view dropped =
    "instrText delInstrText delText softHyphen sdtPr sdtEndPr del moveFrom rPrChange pPrChange sectPrChange "
    "tblPrChange "
    "trPrChange tcPrChange tblGridChange tblPrExChange numberingChange cellDel cellIns cellMerge latentStyles rsids "
    "numPicBullet lvlPicBulletId fldData smartTagPr customXmlPr";

}  // namespace

bool lists(std::string_view list, std::string_view name) {
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == name) return true;
    at = end + 1;
  }
  return false;
}

const WordElement* word_element(std::string_view name, std::string_view within) {
  const auto row = std::find_if(std::begin(table), std::end(table),
                                [&](const WordElement& e) { return e.name == name && lists(e.within, within); });
  return row == std::end(table) ? nullptr : &*row;
}

bool is_dropped_whole(std::string_view name) { return lists(dropped, name); }

}  // namespace moniker::preserve
