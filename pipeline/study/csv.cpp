// RFC 4180, section 2. Where spreadsheets are laxer than it (a quote in the middle of a cell), a reader that
// guesses can swallow half a register into one cell, so nothing is guessed.
#include "study/csv.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

class CsvParser {
 public:
  CsvParser(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  std::vector<CsvRow> rows() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      if (skip_line_end()) continue;
      rows.push_back(row());
    }
    return rows;
  }

 private:
  [[noreturn]] void refuse(Position at, std::string what, std::string remedy) const {
    throw Error({.fault = Fault::usage,
                 .file = file_,
                 .at = at,
                 .what = std::move(what),
                 .remedy = std::move(remedy)});
  }
  bool ended() const { return at_ == text_.size(); }
  bool sees(char c) const { return !ended() && text_[at_] == c; }
  bool at_cell_end() const { return ended() || sees(',') || sees('\n') || sees('\r'); }

  bool skip_line_end() {
    if (!sees('\n') && !sees('\r')) return false;
    at_ += sees('\r') && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
    ++here_.line;
    here_.column = 1;
    return true;
  }
  /// Takes one code point that is no line end.
  void take(std::string* into) {
    const CodePoint point = code_point_at(text_, at_);
    if (point.length == 0) refuse(here_, "is not UTF-8 text", "save the file as `CSV UTF-8`");
    if (point.value == 0) refuse(here_, "holds a NUL character", "save the file again as `CSV UTF-8`");
    if (into) into->append(text_, at_, point.length);
    at_ += point.length;
    ++here_.column;
  }

  CsvRow row() {
    CsvRow row;
    row.line = here_.line;
    row.cells.push_back(cell());
    while (sees(',')) {
      take(nullptr);
      row.cells.push_back(cell());
    }
    skip_line_end();
    return row;
  }

  CsvCell cell() {
    CsvCell cell{{}, here_};
    if (sees('"')) {
      quoted(cell);
      return cell;
    }
    while (!at_cell_end()) {
      if (sees('"')) {
        refuse(here_, "a quote stands inside a cell without quotes",
               "put the whole cell in quotes and double the quote inside it");
      }
      take(&cell.text);
    }
    return cell;
  }

  void quoted(CsvCell& cell) {
    take(nullptr);
    for (;;) {
      if (ended())
        refuse(cell.at, "the quote that opens here is never closed", "close the cell with a quote");
      const std::size_t before = at_;
      if (skip_line_end()) {
        cell.text.append(text_, before, at_ - before);
      } else if (!sees('"')) {
        take(&cell.text);
      } else {
        take(nullptr);
        if (!sees('"')) break;
        take(&cell.text);  // a doubled quote is one
      }
    }
    if (at_cell_end()) return;
    refuse(here_, "something stands between a closing quote and the comma",
           "put the whole cell in quotes and double the quotes inside it");
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  Position here_{1, 1};
};

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text, const std::string& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return CsvParser(text, file).rows();
}

}  // namespace moniker
