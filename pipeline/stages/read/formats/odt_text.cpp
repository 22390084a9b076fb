// The words of an OpenDocument text (OASIS ODF 1.3, part 3), front to back over a pull parser. Styles come before the
// text that uses them, so what is bold or hidden is known by then; a span's style counts before those round it. Deleted
// text stands in tracked-changes at the beginning and is never read; notes, comments and margins are read where they
// stand and put aside. Hidden words are counted and left out.
#include "read/formats/odt_text.hpp"

#include <algorithm>
#include <charconv>

namespace moniker::read {
namespace {

struct AsideRow {
  std::string_view name;
  Part part;
};
constexpr AsideRow aside_rows[] = {
    {"note", Part::footnote},      {"annotation", Part::comment},  {"header", Part::header},
    {"header-left", Part::header}, {"header-first", Part::header}, {"footer", Part::footer},
    {"footer-left", Part::footer}, {"footer-first", Part::footer},
};

/// Where the words of an element stand that is not part of the talk.
std::optional<Part> part_of(std::string_view name) {
  for (const AsideRow& row : aside_rows) {
    if (row.name == name) return row.part;
  }
  return std::nullopt;
}

/// Elements of other namespaces than the pictures' whose words stand nowhere in the document.
constexpr std::string_view unread_elements[] = {"event-listeners", "scripts"};

/// Shapes that have words of their own beside those round them (10.3).
constexpr std::string_view shapes[] = {"text-box",        "custom-shape", "rect",     "ellipse", "circle",
                                       "caption",         "polygon",      "polyline", "path",    "line",
                                       "regular-polygon", "connector",    "measure"};

bool is_shape(std::string_view name) {
  return std::find(std::begin(shapes), std::end(shapes), name) != std::end(shapes);
}

/// Also what describes a picture.
bool is_unread(const XmlPull& xml) {
  return xml.space() == XmlSpace::svg ||
         std::find(std::begin(unread_elements), std::end(unread_elements), xml.name()) != std::end(unread_elements);
}

}  // namespace

std::optional<DocumentBlock> OdtText::next() {
  while (ready_.empty() && xml_.next()) {
    if (xml_.event() == XmlPull::Event::start)
      start();
    else if (xml_.event() == XmlPull::Event::end)
      end();
    else if (reads())
      put(xml_.text());
  }
  if (ready_.empty()) return std::nullopt;
  DocumentBlock block = std::move(ready_.front());
  ready_.pop_front();
  return block;
}

/// Inside a note or comment only its own paragraphs: who wrote a comment and when, a note's number, are not
/// read.
bool OdtText::reads() const { return open_.size() > (asides_.empty() ? 0 : asides_.back().outside); }

void OdtText::start() {
  const std::string name(xml_.name());
  if (start_cargo(name) || styles_.start(xml_) || start_hidden(name) || start_hidden_cells(name) || start_table(name) ||
      start_aside(name))
    return;
  if (name == "p" || name == "h") {
    start_paragraph(name == "h");
  } else if (name == "forms") {
    skip_counting(tally_.objects);
  } else if (is_unread(xml_)) {
    xml_.skip();
  } else if (!reads()) {
    return;
  } else if (name == "span") {
    open_span(styles_.of_span(xml_.attribute("style-name").value_or("")), spans_.empty() ? Span{} : spans_.back());
  } else if (name == "s") {
    put_blanks();
  } else if (name == "tab") {
    append("\t");
  } else if (name == "line-break") {
    append("\n");
  } else if (name == "ruby-text") {  // stands above words and is no part of them
    append(" ");
  }
}

/// What lies in a package beside its text stands within the text of a flat file.
bool OdtText::start_cargo(std::string_view name) {
  if (form_ == Form::package) return false;
  if (name == "meta" && open_.empty()) {  // in a paragraph it is text:meta, and its words are the paragraph's
    count_names();
  } else if (name == "binary-data") {
    count(tally_.pictures), xml_.skip();
  } else if (name == "object") {
    count(tally_.objects), xml_.skip();
  } else {
    return false;
  }
  return true;
}

/// Whether the properties name an author.
void OdtText::count_names() {
  bool in_name = false;
  while (xml_.next() && !(xml_.event() == XmlPull::Event::end && xml_.name() == "meta")) {
    if (xml_.event() == XmlPull::Event::start)
      in_name = xml_.name() == "creator" || xml_.name() == "initial-creator" || xml_.name() == "user-defined";
    else if (xml_.event() == XmlPull::Event::end)
      in_name = false;
    else if (in_name && tally_.authors.count == 0 && xml_.text().find_first_not_of(" \n") != std::string_view::npos)
      count(tally_.authors);
  }
}

/// Sections and fields that say they are not shown: text:display (19.804), text:is-hidden (19.822). A paragraph goes
/// with the field in it that hides it (7.7.11).
bool OdtText::start_hidden(std::string_view name) {
  const auto said = xml_.attribute("is-hidden");
  const bool display = xml_.attribute("display") == "none";
  if (name == "hidden-paragraph") {
    if (said != "false" && !open_.empty()) open_.back().field_hides = true;
    xml_.skip();
    return true;
  }
  const bool field = name == "hidden-text" && said != "false";
  if (!display && !field && said != "true") return false;
  skip_counting(tally_.hidden);
  return true;
}

/// Rows and columns that are not shown, also by a filter (19.749), alone or as a group that is closed (19.632): table
/// by table, and a cell by the column that it stands in.
bool OdtText::start_hidden_cells(std::string_view name) {
  if (name == "table") columns_.emplace_back();
  if (columns_.empty()) return false;
  Columns& columns = columns_.back();
  const std::string seen = xml_.attribute("visibility").value_or("visible");
  const bool closed = xml_.attribute("display") == "false";
  if (name == "table-column-group") {
    columns.hidden_groups += closed || columns.hidden_groups > 0;
  } else if (name == "table-column") {
    const std::size_t first = columns.declared;
    columns.declared += repeated("number-columns-repeated");
    if (seen != "visible" || columns.hidden_groups > 0) columns.hidden.emplace_back(first, columns.declared);
  } else if (name == "table-row" || name == "table-row-group") {
    columns.at = 0;
    if (seen == "visible" && !(closed && name == "table-row-group")) return false;
    skip_counting(tally_.hidden);
    return true;
  } else if (name == "table-cell" || name == "covered-table-cell") {
    const std::size_t at = columns.at;
    columns.at += repeated("number-columns-repeated");
    const bool hidden = std::any_of(columns.hidden.begin(), columns.hidden.end(),
                                    [&](const auto& range) { return range.first <= at && at < range.second; });
    if (!hidden && name != "covered-table-cell") return false;  // 9.1.5: another cell lies over it
    if (asides_.empty() && table_depth_ == 1) row_.emplace_back();
    skip_counting(tally_.hidden);
    return true;
  }
  return false;
}

/// How often an element stands there, as it says itself.
std::size_t OdtText::repeated(std::string_view attribute) const {
  const std::string said = xml_.attribute(attribute).value_or("1");
  std::size_t times = 1;
  std::from_chars(said.data(), said.data() + said.size(), times);
  return std::clamp<std::size_t>(times, 1, 1U << 20);
}

/// An element is skipped with all it holds, each piece of its words counted.
void OdtText::skip_counting(Issue& issue) {
  for (int depth = 1; depth > 0 && xml_.next();) {
    if (xml_.event() == XmlPull::Event::start) ++depth;
    if (xml_.event() == XmlPull::Event::end) --depth;
    const bool words =
        xml_.event() == XmlPull::Event::text && xml_.text().find_first_not_of(" \t\r\n") != std::string_view::npos;
    if (words) count(issue);
  }
}

void OdtText::open_span(const OdtStyle& style, Span around) {
  spans_.push_back({.bold = style.bold.value_or(around.bold), .hidden = style.hidden.value_or(around.hidden)});
}

bool OdtText::start_table(std::string_view name) {
  if (!asides_.empty()) return false;  // its words are read, its rows are not
  if (name == "table") {
    if (table_depth_++ == 0) ++tables_;
  } else if (name == "table-row" && table_depth_ == 1) {
    row_.clear();
    row_bytes_ = 0;
  } else if ((name == "table-cell" || name == "covered-table-cell") && table_depth_ == 1) {
    row_.emplace_back();
  } else {
    return false;
  }
  return true;
}

bool OdtText::start_aside(std::string_view name) {
  if (name == "tracked-changes") {  // the deleted words; inserted ones stand in the text
    while (xml_.next()) {
      const bool started = xml_.event() == XmlPull::Event::start;
      if (started && xml_.name() == "deletion")
        count(tally_.deletions), xml_.skip();
      else if (started && xml_.name() == "insertion")
        count(tally_.insertions);
      else if (xml_.event() == XmlPull::Event::end && xml_.name() == "tracked-changes")
        break;
    }
  } else if (const auto part = part_of(name)) {
    if (*part == Part::comment) count(tally_.comments);
    asides_.push_back({*part, open_.size()});
  } else if (is_shape(name)) {
    ++boxes_;
  } else {
    return false;
  }
  return true;
}

void OdtText::end() {
  const std::string_view name = xml_.name();
  if (name == "table" && !columns_.empty()) columns_.pop_back();
  if (name == "table-column-group" && !columns_.empty() && columns_.back().hidden_groups > 0)
    --columns_.back().hidden_groups;
  if (name == "p" || name == "h") {
    if (!open_.empty()) end_paragraph();
  } else if (name == "span") {
    if (!spans_.empty()) spans_.pop_back();
  } else if (part_of(name)) {
    if (!asides_.empty()) asides_.pop_back();
  } else if (is_shape(name)) {
    if (boxes_ > 0) --boxes_;
  } else if (name == "table-row" && table_depth_ == 1 && asides_.empty()) {
    end_row();
  } else if (name == "table" && table_depth_ > 0 && asides_.empty()) {
    --table_depth_;
  } else {
    styles_.end(name);
  }
}

void OdtText::start_paragraph(bool heading) {
  const bool inside = !open_.empty() && !spans_.empty() && spans_.back().hidden;  // of a note in hidden words
  Paragraph paragraph{.heading = heading};
  const OdtStyle style = styles_.of_paragraph(xml_.attribute("style-name").value_or(""));
  open_span(style, {});
  paragraph.out.heading = heading;
  paragraph.out.quoted = style.quoted;
  paragraph.out.indent = style.indent.value_or(0);
  spans_.back().hidden = spans_.back().hidden || inside;
  paragraph.out.number = ++paragraphs_;
  paragraph.out.boxed = boxes_ > 0;
  open_.push_back(std::move(paragraph));
}

void OdtText::end_paragraph() {
  Paragraph paragraph = std::move(open_.back());
  open_.pop_back();
  if (!spans_.empty()) spans_.pop_back();
  if (paragraph.field_hides) {
    if (paragraph.out.text.find_first_not_of(" \t\n") != std::string::npos) count(tally_.hidden);
    return;
  }
  if (paragraph.heading) paragraph.out.emphasis = static_cast<std::uint32_t>(paragraph.out.text.size());
  give(std::move(paragraph.out));
}

void OdtText::put_blanks() { append(std::string(std::min<std::size_t>(repeated("c"), 100), ' ')); }

/// White space is one blank, and none at the beginning.
void OdtText::put(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      out += c;
    else if (!open_.back().after_blank)
      out += ' ';
    open_.back().after_blank = blank;
  }
  const bool after_blank = open_.back().after_blank;
  append(out);
  if (!open_.empty()) open_.back().after_blank = after_blank;
}

void OdtText::append(std::string_view text) {
  if (text.empty()) return;
  const Span span = spans_.empty() ? Span{} : spans_.back();
  if (span.hidden) {
    if (text.find_first_not_of(" \t\n") != std::string_view::npos) count(tally_.hidden);
    return;
  }
  Paragraph& paragraph = open_.back();
  paragraph.after_blank = false;
  paragraph.out.text += text;
  if (span.bold && !paragraph.plain_seen)
    paragraph.out.emphasis = static_cast<std::uint32_t>(paragraph.out.text.size());
  else
    paragraph.plain_seen = true;
  if (paragraph.out.text.size() < longest_piece) return;
  DocumentParagraph piece{.number = paragraph.out.number, .continues = true, .boxed = paragraph.out.boxed};
  std::swap(piece, paragraph.out);
  give(std::move(piece));
}

void OdtText::give(DocumentParagraph paragraph) {
  if (!asides_.empty()) {
    if (paragraph.text.find_first_not_of(" \t\n") == std::string::npos) return;
    if (asides_.back().part == Part::header || asides_.back().part == Part::footer) count(tally_.margins);
    side_.push_back({asides_.back().part, std::move(paragraph.text), paragraph.number});
    return;
  }
  if (table_depth_ > 0 && !row_.empty() && row_bytes_ + paragraph.text.size() <= longest_row) {
    row_bytes_ += paragraph.text.size();
    row_.back().push_back(std::move(paragraph));
    return;
  }
  DocumentBlock block;
  block.cells.push_back({std::move(paragraph)});
  ready_.push_back(std::move(block));
}

void OdtText::end_row() {
  if (row_.empty()) return;
  DocumentBlock block{.cells = std::move(row_), .table = tables_};
  row_.clear();
  ready_.push_back(std::move(block));
}

void OdtText::count(Issue& issue) const {
  if (issue.count++ == 0) issue.at = {std::max<std::uint32_t>(1, paragraphs_), 1};
}

}  // namespace moniker::read
