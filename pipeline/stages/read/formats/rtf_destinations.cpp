// The control words of rich text that say what a group is, as the specification lists them. What a program of our own
// day has added is in no list: such a group is left out where it says that it may be, and its words are told.
#include "read/formats/rtf_destinations.hpp"

#include <algorithm>

namespace moniker::read {
namespace {

struct RtfWordRow {
  std::string_view word, text;
};
constexpr RtfWordRow characters[] = {
    {"tab", "\t"},           {"line", "\n"},       {"lbr", "\n"},        {"emdash", "\u2014"},
    {"endash", "\u2013"},    {"lquote", "\u2018"}, {"rquote", "\u2019"}, {"ldblquote", "\u201C"},
    {"rdblquote", "\u201D"}, {"bullet", "\u2022"}, {"emspace", " "},     {"enspace", " "},
    {"qmspace", " "},        {"softline", "\n"},   {"zwj", "\u200D"},    {"zwnj", "\u200C"}};

constexpr std::string_view unread[] = {
    // tables, revisions and settings
    "colortbl", "filetbl", "listtable", "listoverridetable", "listpicture", "revtbl", "rsidtbl", "generator",
    "xmlnstbl", "latentstyles", "pgptbl", "protusertbl", "gridtbl", "defchp", "defpap", "template", "windowcaption",
    "password", "passwordhash", "keycode", "writereservation", "writereservhash", "wgrffmtfilter", "mailmerge",
    "docvar", "private", "nextfile", "lchars", "fchars", "pnseclvl", "oldcprops", "oldpprops", "oldsprops", "oldtprops",
    // fonts
    "fontemb", "fontfile", "panose", "falt", "fname",
    // pictures, shapes and objects without their words
    "pict", "picprop", "blipuid", "bliptag", "nonshppict", "background", "sp", "sn", "sv", "svb", "shprslt",
    "themedata", "colorschememapping", "datastore", "objdata", "objclass", "objname", "objalias", "objsect", "oleclsid",
    "hl", "hlloc", "hlfr", "hlsrc",
    // fields and marks
    "fldinst", "fldtype", "datafield", "formfield", "ffname", "ffdeftext", "ffformat", "ffhelptext", "ffstattext",
    "ffentrymcr", "ffexitmcr", "ffl", "bkmkstart", "bkmkend", "protstart", "protend", "xmlopen", "xmlclose",
    "xmlattrname", "xmlattrvalue", "factoidname", "ebcstart", "ebcend", "upr", "mmathPr",
    // what separates and frames notes, comments and lists
    "pn", "pntxta", "pntxtb", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "atnid", "atnauthor",
    "atndate", "atntime", "atnicn", "atnref", "atrfstart", "atrfend", "atnparent", "nesttableprops", "nonesttables",
    // html that mail programs put round the text that it makes
    "htmltag", "mhtmltag"};

constexpr std::string_view index_entries[] = {"xe", "tc", "tcn", "rxe", "txe", "pxe"};
constexpr std::string_view list_texts[] = {"listtext", "pntext"};
constexpr std::string_view properties[] = {"author",   "operator", "manager", "company",  "title",    "subject",
                                           "keywords", "doccomm",  "comment", "category", "userprops"};
constexpr std::string_view boxes[] = {"shptxt", "dptxbxtext"};
constexpr std::string_view transparents[] = {"shpinst", "shpgrp", "shppict", "objemb", "do", "moMath", "moMathPara"};

struct RtfSideRow {
  std::string_view word;
  Part part;
};
constexpr RtfSideRow sides[] = {{"footnote", Part::footnote}, {"annotation", Part::comment}, {"header", Part::header},
                                {"headerl", Part::header},    {"headerr", Part::header},     {"headerf", Part::header},
                                {"footer", Part::footer},     {"footerl", Part::footer},     {"footerr", Part::footer},
                                {"footerf", Part::footer}};

constexpr std::string_view formatting[] = {
    "cs",       "ds",      "ts",      "s",          "plain",     "pard",      "b",          "i",        "ul",
    "ulnone",   "ulw",     "uld",     "uldb",       "strike",    "striked",   "caps",       "scaps",    "outl",
    "shad",     "embo",    "impr",    "v",          "webhidden", "f",         "fs",         "af",       "afs",
    "ab",       "ai",      "cf",      "cb",         "chcbpat",   "highlight", "lang",       "langfe",   "langnp",
    "langfenp", "alang",   "noproof", "ltrch",      "rtlch",     "loch",      "hich",       "dbch",     "fcs",
    "expnd",    "expndtw", "kerning", "charscalex", "super",     "sub",       "nosupersub", "up",       "dn",
    "revised",  "deleted", "revauth", "revdttm",    "insrsid",   "charrsid",  "delrsid",    "additive", "ltrpar",
    "rtlpar",   "ql",      "qr",      "qc",         "qj",        "li",        "ri",         "fi",       "sb",
    "sa",       "sl",      "intbl",   "itap"};

template <std::size_t N>
bool among_rtf(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

const RtfSideRow* side_row(std::string_view word) {
  const auto* row = std::find_if(std::begin(sides), std::end(sides), [&](const auto& r) { return r.word == word; });
  return row == std::end(sides) ? nullptr : row;
}

}  // namespace

RtfGroup rtf_group(std::string_view word) {
  if (word == "fonttbl") return RtfGroup::fonts;
  if (word == "stylesheet") return RtfGroup::styles;
  if (word == "info") return RtfGroup::info;
  if (among_rtf(word, unread)) return RtfGroup::unread;
  if (among_rtf(word, boxes)) return RtfGroup::box;
  if (among_rtf(word, transparents)) return RtfGroup::transparent;
  if (among_rtf(word, list_texts)) return RtfGroup::list_text;
  if (among_rtf(word, index_entries)) return RtfGroup::index;
  if (among_rtf(word, properties)) return RtfGroup::property;
  return side_row(word) ? RtfGroup::side : RtfGroup::none;
}

Part rtf_side(std::string_view word) {
  const RtfSideRow* row = side_row(word);
  return row ? row->part : Part::talk;
}

bool is_rtf_formatting(std::string_view word) { return among_rtf(word, formatting); }

std::string_view rtf_character(std::string_view word) {
  for (const RtfWordRow& row : characters) {
    if (row.word == word) return row.text;
  }
  return {};
}

}  // namespace moniker::read
