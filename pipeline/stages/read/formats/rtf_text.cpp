// The words of rich text (Rich Text Format specification 1.9.1), front to back. A group inherits its state and gives it
// back at its end: a stack, bounded. A destination that says it may be ignored (\*) and is not known here is skipped
// whole, so that what Word may add some day is never taken for talk. Bytes are collected until the code page or the run
// ends, as a character may take two of them; \u is followed by as many fallback characters as \uc says.
#include "read/formats/rtf_text.hpp"

#include <algorithm>
#include <utility>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t deepest_group = 1000;

struct WordRow {
  std::string_view word, text;
};
/// Control words that are characters.
constexpr WordRow characters[] = {
    {"tab", "\t"},           {"line", "\n"},       {"lbr", "\n"},        {"emdash", "\u2014"},
    {"endash", "\u2013"},    {"lquote", "\u2018"}, {"rquote", "\u2019"}, {"ldblquote", "\u201C"},
    {"rdblquote", "\u201D"}, {"bullet", "\u2022"}, {"emspace", " "},     {"enspace", " "},
    {"qmspace", " "},        {"softline", "\n"},   {"zwj", "\u200D"},    {"zwnj", "\u200C"}};

/// Destinations whose words nobody reads in the document.
constexpr std::string_view unread_destinations[] = {"colortbl",
                                                    "pict",
                                                    "objdata",
                                                    "fldinst",
                                                    "datafield",
                                                    "pntext",
                                                    "listtext",
                                                    "pntxta",
                                                    "pntxtb",
                                                    "xe",
                                                    "tc",
                                                    "rxe",
                                                    "bkmkstart",
                                                    "bkmkend",
                                                    "upr",
                                                    "shprslt",
                                                    "objclass",
                                                    "objname",
                                                    "filetbl",
                                                    "listtable",
                                                    "listoverridetable",
                                                    "revtbl",
                                                    "rsidtbl",
                                                    "generator",
                                                    "themedata",
                                                    "colorschememapping",
                                                    "latentstyles",
                                                    "datastore",
                                                    "xmlnstbl",
                                                    "mmathPr",
                                                    "atnid",
                                                    "atnauthor",
                                                    "atndate",
                                                    "atnref",
                                                    "atrfstart",
                                                    "atrfend",
                                                    "atnparent",
                                                    "ftnsep",
                                                    "ftnsepc",
                                                    "ftncn",
                                                    "aftnsep",
                                                    "aftnsepc",
                                                    "aftncn",
                                                    "nonshppict",
                                                    "background",
                                                    "docvar",
                                                    "private",
                                                    "sp",
                                                    "template",
                                                    "password",
                                                    "keycode",
                                                    "fontemb",
                                                    "panose",
                                                    "falt",
                                                    "sn",
                                                    "sv"};

struct SideRow {
  std::string_view word;
  Part part;
};
constexpr SideRow sides[] = {{"footnote", Part::footnote}, {"annotation", Part::comment}, {"header", Part::header},
                             {"headerl", Part::header},    {"headerr", Part::header},     {"headerf", Part::header},
                             {"footer", Part::footer},     {"footerl", Part::footer},     {"footerr", Part::footer},
                             {"footerf", Part::footer}};

constexpr std::string_view people[] = {"author", "operator", "manager", "company"};

/// Destinations that say they may be left out, and hold talk.
constexpr std::string_view taken_all_the_same[] = {"shpinst", "shptxt", "ud", "shppict", "objemb"};

bool is_character(const RtfToken& token) {
  if (token.kind == RtfToken::Kind::symbol) return token.bytes != "*" && token.bytes != "\n" && token.bytes != "\r";
  return std::any_of(std::begin(characters), std::end(characters),
                     [&](const WordRow& row) { return row.word == token.bytes; });
}

template <std::size_t N>
bool among(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

RtfText::RtfText(ByteSource& source, DocumentTally& tally, std::deque<SideText>& side)
    : tokens_(source), tally_(tally), side_(side) {
  open_.emplace_back();
}

std::optional<DocumentBlock> RtfText::next() {
  while (ready_.empty() && !ended_) take(tokens_.next());
  if (ready_.empty()) return std::nullopt;
  DocumentBlock block = std::move(ready_.front());
  ready_.pop_front();
  return block;
}

void RtfText::take(const RtfToken& token) {
  // A group may be left out only where \* is the first of it ("Destinations"); old Word wrote \*\cs7 among properties.
  const bool fresh = std::exchange(fresh_, token.kind == RtfToken::Kind::open);
  const bool counts = token.kind == RtfToken::Kind::control || token.kind == RtfToken::Kind::symbol;
  if (skip_ > 0 && counts && is_character(token)) {
    --skip_;
    return;
  }
  if (counts) skip_ = 0;  // a fallback that its program forgot
  switch (token.kind) {
    case RtfToken::Kind::open:
      flush();
      skip_ = 0;
      if (states_.size() == deepest_group) refuse("has groups nested deeper than any program writes them");
      states_.push_back(states_.empty() ? State{} : states_.back());
      states_.back().opens = false;
      return;
    case RtfToken::Kind::close:
      flush();
      skip_ = 0;
      ignorable_ = false;
      return close();
    case RtfToken::Kind::end:
      flush();
      if (!states_.empty()) refuse("ends before its groups do");
      ended_ = true;
      return;
    default:
      break;
  }
  if (states_.empty()) return;  // behind the last bracket
  if (token.kind == RtfToken::Kind::text) return text(token.bytes);
  flush();
  if (token.kind == RtfToken::Kind::control) return control(token);
  ignorable_ = fresh && token.bytes == "*";
  if (token.bytes != "*") symbol(token.bytes.front());
}

void RtfText::control(const RtfToken& token) {
  const bool ignorable = std::exchange(ignorable_, false);
  if (destination(token.bytes)) return;
  if (ignorable && !among(token.bytes, taken_all_the_same)) {
    states_.back().place = Place::skipped;
    return;
  }
  if (states_.back().place == Place::skipped) return;
  if (token.bytes == "u") return unicode(token.number);
  for (const WordRow& row : characters) {
    if (row.word == token.bytes) return put(row.text);
  }
  if (token.bytes == "par" || token.bytes == "sect" || token.bytes == "page" || token.bytes == "column")
    return end_paragraph();
  if (token.bytes == "cell" || token.bytes == "nestcell") return token.bytes == "cell" ? end_cell() : end_paragraph();
  if (token.bytes == "row") return end_row();
  property(token);
}

/// Whether the word says what the group is.
bool RtfText::destination(const std::string& word) {
  if (word == "ud" && states_.size() > 2) {  // the better half of \upr: stands in it, and is read where that is
    states_.back().place = states_[states_.size() - 3].place;
    return true;
  }
  if (states_.back().place == Place::skipped) return false;
  if (word == "fonttbl") {
    states_.back().place = Place::fonts;
  } else if (word == "stylesheet") {
    states_.back().place = Place::styles;
  } else if (word == "info") {
    states_.back().place = Place::info;
  } else if (states_.back().place == Place::info && among(word, people)) {
    states_.back().place = Place::author;
  } else if (word == "shptxt") {
    enter(Place::box);
  } else if (among(word, unread_destinations)) {
    if (word == "pict") count(tally_.pictures);
    if (word == "objdata") count(tally_.objects);
    states_.back().place = Place::skipped;
  } else {
    const auto* side =
        std::find_if(std::begin(sides), std::end(sides), [&](const SideRow& row) { return row.word == word; });
    if (side == std::end(sides)) return false;
    if (side->part == Part::comment) count(tally_.comments);
    enter(Place::side, side->part);
  }
  return true;
}

void RtfText::enter(Place place, Part part) {
  State& state = states_.back();
  state = {.place = place, .part = part, .opens = true, .fallback = state.fallback, .code_page = state.code_page};
  open_.emplace_back();
}

void RtfText::property(const RtfToken& token) {
  State& state = states_.back();
  const std::string& word = token.bytes;
  const bool on = !token.has_number || token.number != 0;
  if (word == "b") {
    state.bold = on;
  } else if (word == "v") {
    state.hidden = on;
  } else if (word == "deleted") {
    if (on && !state.deleted) count(tally_.deletions);
    state.deleted = on;
  } else if (word == "revised") {
    if (on && !state.inserted) count(tally_.insertions);
    state.inserted = on;
  } else if (word == "plain") {
    state.bold = state.hidden = state.deleted = state.inserted = false;
  } else if (word == "pard") {
    state.heading = state.in_table = false;
  } else if (word == "intbl") {
    state.in_table = on;
  } else if (word == "outlinelevel") {
    state.heading = state.heading || token.number < 9;
  } else if (word == "s") {
    if (state.place == Place::styles)
      style_ = token.number;
    else
      state.heading = headings_.contains(token.number);
  } else if (word == "uc") {
    state.fallback = std::clamp(token.number, 0, 100);
  } else if (word == "ansicpg") {
    if (token.number > 0) usual_page_ = token.number;
  } else if (word == "mac") {
    usual_page_ = 10000;
  } else if (word == "pc") {
    usual_page_ = 437;
  } else if (word == "pca") {
    usual_page_ = 850;
  } else if (word == "f") {
    if (state.place == Place::fonts) font_ = token.number;
    const auto page = font_pages_.find(token.number);
    state.code_page = page == font_pages_.end() ? 0 : page->second;
  } else if (word == "fcharset" && state.place == Place::fonts) {
    font_pages_[font_] = code_page_of_charset(token.number, 0);
  } else if (word == "cpg" && state.place == Place::fonts) {
    font_pages_[font_] = token.number;
  }
}

void RtfText::symbol(char c) {
  if (states_.back().place == Place::skipped) {
    return;
  } else if (c == '~') {
    put("\u00A0");
  } else if (c == '_') {
    put("\u2011");
  } else if (c == '\t') {
    put("\t");
  } else if (c == '\n' || c == '\r') {
    end_paragraph();  // as \par
  }
}

void RtfText::text(std::string_view bytes) {
  const std::size_t skipped = std::min<std::size_t>(bytes.size(), static_cast<std::size_t>(skip_));
  skip_ -= static_cast<int>(skipped);
  bytes.remove_prefix(skipped);
  const State& state = states_.back();
  if (bytes.empty() || state.place == Place::skipped) return;
  const int page = state.code_page > 0 ? state.code_page : usual_page_;
  if (page != bytes_page_) flush();
  bytes_page_ = page;
  bytes_ += bytes;
  if (bytes_.size() >= longest_piece) flush();
}

void RtfText::flush() {
  if (bytes_.empty()) return;
  const std::string bytes = std::exchange(bytes_, {});
  const auto words = pages_.decode(bytes_page_, bytes);
  if (!words) refuse("has bytes that are no letters of its code page " + std::to_string(bytes_page_));
  put(*words);
}

/// A code unit of UTF-16; written as a signed number of 16 bits.
void RtfText::unicode(int number) {
  skip_ = states_.back().fallback;
  int unit = number < 0 ? number + 0x10000 : number;
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
    return;
  }
  if (unit >= 0xDC00 && unit < 0xE000) unit = high_ ? 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD;
  high_ = 0;
  if (unit >= 0xF020 && unit < 0xF100) unit -= 0xF000;  // symbols' fonts
  if (unit < 0x20 || unit > 0x10FFFF) return;
  std::string letter;
  append_utf8(letter, static_cast<char32_t>(unit));
  put(letter);
}

void RtfText::put(std::string_view words) {
  State& state = states_.back();
  if (state.place == Place::styles) {
    style_name_ += words.substr(0, 256 - std::min<std::size_t>(256, style_name_.size()));
    return;
  }
  if (state.place == Place::author) {
    count(tally_.authors);
    state.place = Place::info;
  }
  if (state.place == Place::fonts || state.place == Place::info || state.deleted) return;
  if (state.hidden) {
    if (words.find_first_not_of(" \t\n") != std::string_view::npos) count(tally_.hidden);
    return;
  }
  Paragraph& paragraph = open_.back();
  paragraph.out.text += words;
  const bool emphatic = (state.bold || state.heading) && !paragraph.plain_seen;
  if (emphatic)
    paragraph.out.emphasis = static_cast<std::uint32_t>(paragraph.out.text.size());
  else
    paragraph.plain_seen = true;
  if (paragraph.out.text.size() < longest_piece) return;
  DocumentParagraph piece{.continues = true};
  std::swap(piece, paragraph.out);
  piece.number = paragraphs_ + 1;
  paragraph.out.number = piece.number;
  give(std::move(piece));
}

void RtfText::end_paragraph() {
  Paragraph paragraph = std::exchange(open_.back(), Paragraph{});
  paragraph.out.number = ++paragraphs_;
  give(std::move(paragraph.out));
}

void RtfText::give(DocumentParagraph paragraph) {
  const State& state = states_.back();
  if (state.place == Place::side) {
    if (paragraph.text.find_first_not_of(" \t\n") == std::string::npos) return;
    if (state.part == Part::header || state.part == Part::footer) count(tally_.margins);
    side_.push_back({state.part, std::move(paragraph.text), paragraph.number});
    return;
  }
  paragraph.boxed = state.place == Place::box;
  if (state.place == Place::body && state.in_table && row_bytes_ + paragraph.text.size() <= longest_row) {
    row_bytes_ += paragraph.text.size();
    if (!std::exchange(cell_open_, true)) row_.emplace_back();
    row_.back().push_back(std::move(paragraph));
    return;
  }
  if (state.place == Place::body) {
    if (!state.in_table) end_row();
    after_table_ = true;
  }
  DocumentBlock block;
  block.cells.push_back({std::move(paragraph)});
  ready_.push_back(std::move(block));
}

void RtfText::end_cell() {
  states_.back().in_table = true;
  end_paragraph();
  cell_open_ = false;
}

void RtfText::end_row() {
  if (row_.empty()) return;
  if (std::exchange(after_table_, false)) ++tables_;
  DocumentBlock block{.cells = std::move(row_), .table = tables_};
  row_.clear();
  row_bytes_ = 0;
  cell_open_ = false;
  ready_.push_back(std::move(block));
}

void RtfText::close() {
  if (states_.empty()) return;
  const State& state = states_.back();
  if (state.place == Place::styles && !style_name_.empty()) {
    const std::string name = fold(style_name_);
    if (name.find("heading") != std::string::npos || name.find("speaker") != std::string::npos)
      headings_.insert(style_);
    style_name_.clear();
    style_ = 0;
  }
  const bool last = states_.size() == 1;
  if ((state.opens && state.place != Place::skipped) || last) {
    if (!open_.back().out.text.empty()) end_paragraph();
    if (last) end_row();
    if (!last) open_.pop_back();
  }
  states_.pop_back();
}

void RtfText::count(Issue& issue) const {
  if (issue.count++ == 0) issue.at = {paragraphs_ + 1, 1};
}

void RtfText::refuse(std::string what) const {
  throw Error::input("the rich text " + what,
                     "open the document in a word processor, save it as .docx and deliver that", {.at = tokens_.at()});
}

}  // namespace moniker::read
