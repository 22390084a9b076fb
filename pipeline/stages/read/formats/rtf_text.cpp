// The words of rich text (Rich Text Format specification 1.9.1), front to back. A group inherits its state and gives it
// back at its end: a stack, bounded. A destination that says it may be ignored (\*) and is not known here is left out
// whole and told, so that what Word may add some day is never taken for talk. Bytes are collected until the code page
// or the run ends, as a character may take two of them; \u is followed by as many fallback characters as \uc says.
#include "read/formats/rtf_text.hpp"

#include <algorithm>
#include <utility>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"
#include "read/formats/rtf_destinations.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t deepest_group = 1000;

bool is_character(const RtfToken& token) {
  if (token.kind == RtfToken::Kind::symbol) return token.bytes != "*" && token.bytes != "\n" && token.bytes != "\r";
  return !rtf_character(token.bytes).empty();
}

/// Whether a list's number is more than a number, a letter or a bullet: some templates number turns "Interviewer:".
bool has_list_words(std::string_view text) {
  constexpr std::string_view roman = "ivxlcdmIVXLCDM";
  std::size_t letters = 0, romans = 0;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    letters += letter;
    romans += letter && roman.find(c) != std::string_view::npos;
  }
  return letters > 1 && romans < letters;
}

/// Words, and not the digits of a picture or an object.
bool has_told_words(std::string_view bytes) {
  const bool hex = bytes.find_first_not_of("0123456789abcdefABCDEF \r\n") == std::string_view::npos;
  return !hex && std::any_of(bytes.begin(), bytes.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 127;
  });
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
      states_.back().opens = states_.back().opens_list = false;
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
  if (is_left_out()) return;
  if (ignorable && !is_rtf_formatting(token.bytes)) {
    states_.back().place = Place::unknown;
    return;
  }
  if (ignorable && states_.back().place == Place::styles) {
    states_.back().place = Place::skipped;  // a style of characters: no paragraph has it
    return;
  }
  if (token.bytes == "u") return unicode(token.number);
  if (const std::string_view text = rtf_character(token.bytes); !text.empty()) return put(text);
  if (token.bytes == "par" || token.bytes == "sect" || token.bytes == "page" || token.bytes == "column")
    return end_paragraph();
  if (token.bytes == "cell" || token.bytes == "nestcell") return token.bytes == "cell" ? end_cell() : end_paragraph();
  if (token.bytes == "row") return end_row();
  property(token);
}

/// In a group whose words are not read.
bool RtfText::is_left_out() const {
  const Place place = states_.back().place;
  return place == Place::skipped || place == Place::unknown || place == Place::index;
}

/// Whether the word says what the group is.
bool RtfText::destination(const std::string& word) {
  State& state = states_.back();
  if (word == "ud" && states_.size() > 2) {  // the better half of \upr: stands in it, and is read where that is
    state.place = states_[states_.size() - 3].place;
    return true;
  }
  if (is_left_out()) return false;
  switch (rtf_group(word)) {
    case RtfGroup::none:
      return false;
    case RtfGroup::unread:
      if (word == "pict") count(tally_.pictures);
      if (word == "objdata") count(tally_.objects);
      state.place = Place::skipped;
      return true;
    case RtfGroup::index:
      state.place = Place::index;
      return true;
    case RtfGroup::list_text:
      if (state.place != Place::body && state.place != Place::side && state.place != Place::box) return false;
      state.list = true;
      state.opens_list = true;
      return true;
    case RtfGroup::fonts:
      state.place = Place::fonts;
      return true;
    case RtfGroup::styles:
      state.place = Place::styles;
      return true;
    case RtfGroup::info:
      state.place = Place::info;
      return true;
    case RtfGroup::property:
      if (state.place != Place::info && word != "userprops") return false;
      state.place = Place::author;
      return true;
    case RtfGroup::box:
      enter(Place::box);
      return true;
    case RtfGroup::transparent:
      return true;
    case RtfGroup::side:
      if (rtf_side(word) == Part::comment) count(tally_.comments);
      enter(Place::side, rtf_side(word));
      return true;
  }
  return false;
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
  } else if (word == "deleted" || word == "mvf") {  // mvf: moved away
    if (on && !state.deleted) count(tally_.deletions);
    state.deleted = on;
  } else if (word == "revised" || word == "mvt") {
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
  if (is_left_out()) {
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
  State& state = states_.back();
  if (state.place == Place::unknown || state.place == Place::index) {
    if (!state.told && has_told_words(bytes)) count(state.place == Place::index ? tally_.hidden : tally_.objects);
    state.told = state.told || has_told_words(bytes);
    return;
  }
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
    if (words.find_first_not_of(" \t\n") == std::string_view::npos) return;
    count(tally_.authors);
    state.place = Place::info;
  }
  if (state.place == Place::fonts || state.place == Place::info || state.deleted) return;
  if (state.list) {
    list_text_ += words.substr(0, 256 - std::min<std::size_t>(256, list_text_.size()));
    return;
  }
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
  if (state.opens_list) {
    const std::string said = std::exchange(list_text_, {});
    states_.back().list = states_.back().opens_list = false;
    if (has_list_words(said)) put(said);
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
