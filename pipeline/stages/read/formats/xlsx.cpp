// Spreadsheets (Office Open XML, ECMA-376 part 1, 18): a sheet whose first rows name columns for who speaks,
// when and what; a row a turn. Other sheets, the notes of cells, shapes and the
// pages' headers and footers are searched and never written out.
#include "base/text.hpp"
#include "moniker/error.hpp"
#include "read/formats/docx_parts.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/talk_cells.hpp"
#include "read/formats/talk_rows.hpp"
#include "read/formats/xlsx_rows.hpp"

namespace moniker::read {
namespace {

constexpr int longest_head = 20;  // rows before the one that names the columns

std::vector<std::string> texts_of(const CsvRow& row) {
  std::vector<std::string> texts;
  for (const CsvCell& cell : row.cells) texts.push_back(cell.text);
  return texts;
}

class XlsxReader : public Reader {
 public:
  XlsxReader(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options)
      : package_(package), issues_(issues), book_(read_xlsx_book(package)), turns_(options, issues) {
    report_docx_cargo(package_, issues_);
    const auto talk = sheet_of_talk();
    if (!talk) {
      throw Error::input("is a spreadsheet whose columns do not say who speaks, when and what",
                         "name one column \"text\" and one \"speaker\" or \"start\" in its first row");
    }
    talk_sheet_ = *talk;
    rows_.emplace(package_, book_.sheets[talk_sheet_], book_);
    take_head();
  }

  std::optional<Utterance> next() override {
    if (!talk_) begin_talk();
    for (;;) {
      if (auto turn = turns_.give()) return turn;
      if (auto row = next_row()) {
        if (in_talk_)
          talk_->take(std::move(*row));
        else
          take_beside(std::move(*row), Part::comment);
      } else if (!next_part()) {
        return std::nullopt;
      }
    }
  }

 private:
  /// Throws where there is more than one.
  std::optional<std::size_t> sheet_of_talk() const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
      if (book_.sheets[i].hidden) continue;
      XlsxRows rows(package_, book_.sheets[i], book_);
      bool talk = false;
      for (int n = 0; n < longest_head && !talk; ++n) {
        const auto row = rows.next();
        if (!row) break;
        talk = talk_columns(texts_of(*row)).has_value();
      }
      if (!talk) continue;
      if (found) {
        throw Error::input("is a spreadsheet with more than one sheet of talk", "save each sheet as a file of its own");
      }
      found = i;
    }
    return found;
  }

  void take_head() {
    while (auto row = rows_->next()) {
      if (auto columns = talk_columns(texts_of(*row))) {
        const auto others = other_columns(*columns, row->cells.size());
        if (others > 0) issues_({IssueCode::table_columns, {row->line, 1}, others});
        rows_->fill_up_to(row->cells.size());
        columns_ = *columns;
        return;
      }
      take_beside(std::move(*row), Part::matter);
    }
  }

  /// Some rows by which it is told what the numbers of the times count.
  void look_ahead() {
    constexpr std::size_t most_rows = 200, most_bytes = std::size_t{1} << 20;
    for (std::size_t bytes = 0; ahead_.size() < most_rows && bytes < most_bytes;) {
      auto row = rows_->next();
      if (!row) return;
      for (const CsvCell& cell : row->cells) bytes += cell.text.size();
      ahead_.push_back(std::move(*row));
    }
  }

  /// Not before the first turn is asked for: what is broken further down is told as a fault of a spreadsheet.
  void begin_talk() {
    look_ahead();
    settle_unit(columns_, ahead_);
    talk_.emplace(columns_, turns_);
  }

  std::optional<CsvRow> next_row() {
    if (given_ < ahead_.size()) return std::move(ahead_[given_++]);
    return rows_ ? rows_->next() : std::nullopt;
  }

  void take_beside(CsvRow row, Part part) {
    Utterance beside{.at = row.cells.front().at, .part = part};
    for (CsvCell& cell : row.cells) {
      if (cell.text.empty()) continue;
      if (!beside.text.empty()) beside.text += '\t';
      beside.text += cell.text;
    }
    turns_.take(std::move(beside));
  }

  /// The sheets beside that of the talk, then the notes; false when all is read.
  bool next_part() {
    in_talk_ = false;
    if (rows_ && rows_->hidden().count > 0) {
      if (hidden_.count == 0) hidden_.at = rows_->hidden().at;
      hidden_.count += rows_->hidden().count;
    }
    if (rows_) margins_.insert(margins_.end(), rows_->margins().begin(), rows_->margins().end());
    rows_.reset();
    if (next_sheet_ == talk_sheet_) ++next_sheet_;
    if (next_sheet_ < book_.sheets.size()) {
      rows_.emplace(package_, book_.sheets[next_sheet_++], book_);
      return true;
    }
    if (next_beside_ < book_.beside.size()) {
      take_words(book_.beside[next_beside_++]);
      return true;
    }
    if (next_margin_ < margins_.size()) {
      SideText& margin = margins_[next_margin_++];
      turns_.take({.text = std::move(margin.text), .part = margin.part});
      return true;
    }
    if (!std::exchange(told_, true)) {
      hidden_.count += book_.spoken + spoken_;
      const Issue margins{IssueCode::document_headers_footers, {}, margins_.size()};
      const Issue repaired{.code = IssueCode::encoding_repaired, .count = book_.repaired};
      for (const Issue& issue : {hidden_, comments_, margins, repaired}) {
        if (issue.count > 0) issues_(issue);
      }
      turns_.finish();
    }
    return false;
  }

  /// A note, a paragraph of a shape, or a line of an old one each.
  void take_words(const XlsxBeside& beside) {
    const std::string_view one = beside.kind == XlsxBeside::Kind::notes    ? "comment"
                                 : beside.kind == XlsxBeside::Kind::shapes ? "p"
                                                                           : "div";
    const auto source = package_.open(beside.part);
    XmlPull xml(*source, "notes of the .xlsx", as_table);
    while (xml.next()) {
      if (xml.event() != XmlPull::Event::start || xml.name() != one) continue;
      std::string words = one == "div" ? text_to_end(xml) : read_xlsx_string(xml, one, spoken_);
      if (words.find_first_not_of(white_space) == std::string::npos && one != "comment") continue;
      ++comments_.count;
      turns_.take({.text = std::move(words), .part = Part::comment});
    }
  }

  static std::string text_to_end(XmlPull& xml) {
    std::string text;
    for (int depth = 1; depth > 0 && xml.next();) {
      if (xml.event() == XmlPull::Event::text) text += xml.text();
      if (xml.event() == XmlPull::Event::start) ++depth;
      if (xml.event() == XmlPull::Event::end) --depth;
    }
    return text;
  }

  const ZipPackage& package_;
  Sink<Issue> issues_;
  XlsxBook book_;
  GivenTurns turns_;
  std::optional<XlsxRows> rows_{};
  std::optional<TalkRows> talk_{};
  TalkColumns columns_{};
  std::vector<CsvRow> ahead_{};
  std::size_t given_ = 0;  // of those
  std::size_t talk_sheet_ = 0, next_sheet_ = 0, next_beside_ = 0, next_margin_ = 0;
  Issue comments_{.code = IssueCode::document_comments, .count = 0};
  Issue hidden_{.code = IssueCode::document_hidden_text, .count = 0};
  std::vector<SideText> margins_{};
  std::uint64_t spoken_ = 0;
  bool in_talk_ = true, told_ = false;
};

}  // namespace

bool claims_xlsx(const ZipPackage& package) { return is_xlsx(package); }

std::unique_ptr<Reader> open_xlsx(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<XlsxReader>(package, issues, options);
}

}  // namespace moniker::read
