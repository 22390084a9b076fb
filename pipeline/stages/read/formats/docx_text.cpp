// WordprocessingML, ECMA-376 part 1, chapter 17: paragraphs (17.3.1), runs (17.3.2), revisions (17.13.5),
// fields (17.16), tables (17.4). One pass over the XML; what has no words in it is skipped with all it holds.
#include "read/formats/docx_text.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "base/letters.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::read {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

/// Word's own "Quote", "Intense Quote" and "Block Text", and what is called like them.
bool is_quoting_style(std::string_view id) {
  const std::string called = fold(id);
  return called.find("quot") != std::string::npos || called == "blocktext";
}

}  // namespace

std::optional<DocumentBlock> DocxText::next() {
  while (ready_.empty() && xml_.next()) {
    if (xml_.event() == XmlPull::Event::start)
      start();
    else if (xml_.event() == XmlPull::Event::end)
      end();
  }
  if (ready_.empty() && joined_) give(*std::exchange(joined_, std::nullopt));
  if (ready_.empty()) return std::nullopt;
  DocumentBlock block = std::move(ready_.front());
  ready_.pop_front();
  return block;
}

void DocxText::start() {
  const std::string_view name = xml_.name();
  element_ = xml_.elements();
  if (xml_.space() == XmlSpace::compatibility) {
    if (name == "AlternateContent") branches_.open();
    if (name == "Choice" || name == "Fallback") branches_.enter(xml_);
    return;
  }
  const bool words = name == "t" && (xml_.space() == XmlSpace::math || xml_.space() == XmlSpace::drawing);
  if (words) return read_text();
  if (xml_.space() == XmlSpace::word)
    start_word(name);
  else if (xml_.space() == XmlSpace::other)
    look_at_frame(name);
}

/// A drawing that is not shown (20.4.2.5), also in the older way of VML.
void DocxText::look_at_frame(std::string_view name) {
  if (name == "docPr") {
    const auto hidden = xml_.attribute("hidden");
    frame_hidden_ = frame_hidden_ || hidden == "1" || hidden == "true";
  } else if (is_one_of(name, {"shape", "rect", "roundrect", "oval", "group"})) {
    std::string style = fold(xml_.attribute("style").value_or(""));
    std::erase(style, ' ');
    frame_hidden_ = frame_hidden_ || style.find("visibility:hidden") != std::string::npos ||
                    style.find("display:none") != std::string::npos;
  }
}

void DocxText::start_word(std::string_view name) {
  if (name == "tblPr") return tables_open_.read_properties(xml_);
  if (is_separator(name)) return count_words();
  if (leave_out(name)) return xml_.skip();
  if (in_paragraph_properties_) return paragraph_property(name);
  if (name == "t") return read_text();
  if (name == "p") return start_paragraph();
  if (name == "altChunk") return read_chunk();
  if (name == "pPr") {
    in_paragraph_properties_ = !open_.empty();
  } else if (name == "r") {
    in_run_ = true;
    run_ = {.style_hidden = styles_.hides_run("")};
  } else if (in_run_ && is_one_of(name, {"b", "vanish", "rStyle"})) {
    run_property(name);
  } else if (name == "tab" || name == "ptab") {
    if (in_run_) put("\t");  // elsewhere it is a tab stop
  } else if (name == "br" || name == "cr") {
    put("\n");
  } else if (name == "noBreakHyphen") {
    put("\u2011");
  } else if (name == "sym") {
    const std::string code = xml_.attribute("char").value_or("");
    std::string symbol;
    if (!code.empty() && code.size() <= 5 && code.find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos) {
      append_utf8(symbol, static_cast<char32_t>(std::stoul(code, nullptr, 16)));
    }
    put(find_invalid_utf8(symbol) == std::string::npos ? symbol : "");
  } else if (name == "ins" || name == "moveTo") {
    count(tally_.insertions);
  } else if (name == "comment") {
    count(tally_.comments);
  } else if (name == "rt" || name == "rubyBase") {  // what stands above words (17.3.3.25) is no part of them
    if (!open_.empty() && !open_.back().out.text.empty()) put(" ");
  } else if (name == "txbxContent") {
    ++boxes_;
  } else if (name == "tbl") {
    if (table_depth_++ == 0 && boxes_ == 0) ++tables_;
    tables_open_.start_table(element_);
  } else if (name == "trPr") {
    in_row_properties_ = true;
  } else if (name == "tcPr") {
    read_cell_properties();
  } else if (name == "hidden" && in_row_properties_) {
    if (!off()) tables_open_.hide_row();
  } else if (name == "tr") {
    tables_open_.start_row();
    if (table_depth_ != 1 || boxes_ > 0) return;
    row_.clear();
    row_bytes_ = 0;
    row_deleted_ = row_long_ = false;
  } else if (name == "tc") {
    tables_open_.start_cell();
    if (table_depth_ == 1 && boxes_ == 0) row_.emplace_back();
  }
}

/// What parts notes from the text: a line, as a rule.
bool DocxText::is_separator(std::string_view name) const {
  return (name == "footnote" || name == "endnote") && xml_.attribute("type").value_or("normal") != "normal";
}

/// Whether the element with all it holds is no part of the words. Revisions are counted here.
bool DocxText::leave_out(std::string_view name) {
  if (name.ends_with("PrChange") || name == "numberingChange" || name == "tblGridChange") return true;
  if (is_one_of(name, {"instrText", "delInstrText", "softHyphen", "sectPr", "sdtPr", "tblGrid"})) return true;
  if (name == "del" && open_.empty()) {  // in w:trPr: a deleted row; one of a table inside the row stays
    row_deleted_ = row_deleted_ || table_depth_ == 1;
    count(tally_.deletions);
    return true;
  }
  if (name == "delText") return true;
  const bool deletion = name == "del" || name == "moveFrom";
  if (!deletion || in_paragraph_properties_) return false;
  count(tally_.deletions);
  return true;
}

void DocxText::paragraph_property(std::string_view name) {
  Paragraph& paragraph = open_.back();
  if (name == "del" || name == "moveFrom") {
    paragraph.mark_deleted = true;
    count(tally_.deletions);
  }
  if (name == "numPr") paragraph.listed = true;
  if (name == "ind") {
    const std::string left = xml_.attribute("left").value_or(xml_.attribute("start").value_or(""));
    std::int32_t twentieths = 0;
    std::from_chars(left.data(), left.data() + left.size(), twentieths);
    paragraph.out.indent = twentieths / 20.0;
  }
  if (name != "pStyle") return;
  const std::string style = xml_.attribute("val").value_or("");
  paragraph.heading = styles_.heading.contains(style);
  paragraph.hidden = styles_.hides_paragraph(style);
  paragraph.bold = styles_.bold.contains(style);
  paragraph.out.heading = paragraph.heading;
  paragraph.out.quoted = is_quoting_style(style);
}

void DocxText::run_property(std::string_view name) {
  if (name == "b") {
    run_.bold = !off();
  } else if (name == "vanish") {
    run_.hidden = !off();
  } else {
    const std::string style = xml_.attribute("val").value_or("");
    run_.styled = true;
    run_.style_hidden = styles_.hides_run(style);
  }
}

/// A cell whose deletion is tracked (17.13.5.1) is left out with all it holds.
void DocxText::read_cell_properties() {
  bool deleted = false;
  std::uint32_t span = 1;
  DocxTables::Merge merge;
  while (xml_.next() && !(xml_.event() == XmlPull::Event::end && xml_.is(XmlSpace::word, "tcPr"))) {
    if (xml_.event() != XmlPull::Event::start) continue;
    deleted = deleted || xml_.is(XmlSpace::word, "cellDel");
    const std::string value = xml_.attribute("val").value_or("");
    if (xml_.is(XmlSpace::word, "gridSpan")) std::from_chars(value.data(), value.data() + value.size(), span);
    if (xml_.is(XmlSpace::word, "vMerge")) (value == "restart" ? merge.down : merge.goes_down) = true;
    if (xml_.is(XmlSpace::word, "hMerge")) (value == "restart" ? merge.across : merge.goes_across) = true;
    if (xml_.name() == "tcPrChange") xml_.skip();
  }
  tables_open_.take_merge(span, merge);
  if (!deleted) return;
  count(tally_.deletions);
  for (int depth = 1; depth > 0 && xml_.next();) {
    if (xml_.event() == XmlPull::Event::start) ++depth;
    if (xml_.event() == XmlPull::Event::end) --depth;
  }
}

/// To the end of an element that is left out.
void DocxText::count_words() {
  for (int depth = 1; depth > 0 && xml_.next();) {
    if (xml_.event() == XmlPull::Event::text && has_letter(xml_.text())) count(tally_.hidden);
    if (xml_.event() == XmlPull::Event::start) ++depth;
    if (xml_.event() == XmlPull::Event::end) --depth;
  }
}

void DocxText::read_chunk() {
  const auto chunk = chunks_ ? chunks_->read(xml_.attribute("id").value_or("")) : std::nullopt;
  if (!chunk) return count(tally_.chunks);
  count(tally_.imports);
  for (std::uint64_t i = 0; i < chunk->hidden; ++i) count(tally_.hidden);
  for (const std::string& words : chunk->paragraphs) {
    start_paragraph();
    put(words);
    end_paragraph();
  }
}

/// What is said nearest to the words counts: the run, then the styles. One style that hides is enough: that two of
/// them would show again (17.7.3) no program but Word keeps to, and left out is told.
bool DocxText::is_hidden() const {
  if (frame_hidden_ && boxes_ > 0) return true;
  if (tables_open_.in_hidden_row() || tables_open_.in_covered_cell()) return true;
  if (run_.hidden) return *run_.hidden;
  return run_.style_hidden || open_.back().hidden || tables_open_.hidden_by_style();
}

bool DocxText::off() const {
  const auto value = xml_.attribute("val");
  return value == "0" || value == "false" || value == "off";
}

void DocxText::start_paragraph() {
  open_.emplace_back();
  open_.back().out.number = ++paragraphs_;
  open_.back().out.boxed = boxes_ > 0;
  open_.back().hidden = styles_.hides_paragraph("");
  if (joined_ && boxes_ == 0) {
    open_.back().out = *std::exchange(joined_, std::nullopt);
    open_.back().plain_seen = true;
  }
  in_run_ = false;
}

void DocxText::read_text() {
  const bool keep_blanks = xml_.attribute("space") == "preserve" || xml_.space() != XmlSpace::word;
  std::string text;
  for (int depth = 1; depth > 0 && xml_.next();) {
    if (xml_.event() == XmlPull::Event::text)
      text += xml_.text();
    else
      depth += xml_.event() == XmlPull::Event::start ? 1 : -1;
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  put(keep_blanks ? std::string_view(text) : trimmed(text));
}

void DocxText::put(std::string_view text) {
  if (text.empty() || open_.empty()) return;
  branches_.note(text);
  Paragraph& paragraph = open_.back();
  if (is_hidden()) {
    if (!trimmed(text).empty()) count(tally_.hidden);
    return;
  }
  const bool emphasised = run_.bold || run_.styled || paragraph.bold || paragraph.heading;
  const bool blank = trimmed(text).empty();
  if (!emphasised && !blank) paragraph.plain_seen = true;
  if (puts_)
    puts_({element_, paragraph.out.number, paragraph.out.offset + static_cast<std::uint32_t>(paragraph.out.text.size()),
           text});
  paragraph.out.text += text;
  if (emphasised && !paragraph.plain_seen)
    paragraph.out.emphasis = static_cast<std::uint32_t>(paragraph.out.text.size());
  if (paragraph.out.text.size() <= longest_piece || paragraph.out.boxed) return;
  DocumentParagraph rest{.number = paragraph.out.number, .continues = true};
  rest.column = paragraph.out.column + static_cast<std::uint32_t>(count_code_points(paragraph.out.text));
  rest.offset = paragraph.out.offset + static_cast<std::uint32_t>(paragraph.out.text.size());
  give(std::exchange(paragraph.out, std::move(rest)));
}

void DocxText::end() {
  const std::string_view name = xml_.name();
  if (xml_.space() == XmlSpace::compatibility && name == "AlternateContent") {
    for (std::size_t left = branches_.close(); left > 0; --left) count(tally_.hidden);
  }
  if (xml_.space() != XmlSpace::word) return;
  if (name == "p") {
    if (!open_.empty()) end_paragraph();
  } else if (name == "pPr") {
    in_paragraph_properties_ = false;
  } else if (name == "trPr") {
    in_row_properties_ = false;
  } else if (name == "r") {
    in_run_ = false;
    run_ = {};
  } else if (name == "txbxContent" && boxes_ > 0) {
    --boxes_;
    in_run_ = true;
    run_ = {};
  } else if (name == "tbl" && table_depth_ > 0) {
    --table_depth_;
    tables_open_.end_table();
  } else if (name == "tr" && table_depth_ == 1 && boxes_ == 0) {
    end_row();
  } else if (name == "drawing" || name == "pict") {
    frame_hidden_ = false;
  }
}

void DocxText::end_paragraph() {
  Paragraph paragraph = std::move(open_.back());
  open_.pop_back();
  in_paragraph_properties_ = false;
  if (paragraph.listed) paragraph.out.indent = 0;
  if (paragraph.mark_deleted && boxes_ == 0)
    joined_ = std::move(paragraph.out);
  else
    give(std::move(paragraph.out));
}

void DocxText::give(DocumentParagraph paragraph) {
  const bool in_row = table_depth_ > 0 && !paragraph.boxed && !row_long_;
  if (!in_row) {
    ready_.push_back({{{std::move(paragraph)}}, 0});
    return;
  }
  row_bytes_ += paragraph.text.size() + sizeof(paragraph);
  if (row_.empty()) row_.emplace_back();
  row_.back().push_back(std::move(paragraph));
  if (row_bytes_ <= longest_row) return;
  row_long_ = true;
  for (DocumentCell& cell : std::exchange(row_, {})) {
    for (DocumentParagraph& one : cell) give(std::move(one));
  }
}

void DocxText::end_row() {
  if (joined_) give(*std::exchange(joined_, std::nullopt));
  if (!row_deleted_ && !row_long_) ready_.push_back({std::move(row_), tables_});
  row_ = {};
}

void DocxText::count(Issue& issue) {
  if (issue.count++ == 0) issue.at = {std::max(paragraphs_, 1U), 0};
}

}  // namespace moniker::read
