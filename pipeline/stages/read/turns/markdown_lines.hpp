#pragma once
#include <deque>
#include <functional>
#include <optional>

#include "moniker/issue.hpp"
#include "read/turns/document_lines.hpp"
#include "read/turns/line_reader.hpp"

namespace moniker::read {

/// Lines of a plain text that may be Markdown: without its marks (markdown.hpp), its tables as those of a document
/// (GitHub Flavored Markdown, 4.10), its comments left out and counted. Holds at most 200 lines.
class MarkdownLines {
 public:
  using Lines = std::function<std::optional<Line>()>;
  MarkdownLines(Lines lines, const words::Language& language) : lines_(std::move(lines)), language_(language) {}
  std::optional<Line> next();
  const Issue& hidden() const { return hidden_; }    // pieces of comments, so far
  const Issue& columns() const { return columns_; }  // of tables, that number the rows of talk

 private:
  const Line* ahead(std::size_t at);
  std::optional<Line> take();
  bool leave_out_comment(Line& line);
  bool begins_table();
  std::optional<DocumentBlock> next_row();

  Lines lines_;
  const words::Language& language_;
  std::deque<Line> ahead_{};
  std::optional<Line> again_{};
  std::optional<DocumentLines> table_{};
  Issue hidden_{.code = IssueCode::document_hidden_text, .count = 0};
  Issue columns_{.code = IssueCode::table_columns, .count = 0};
};

}  // namespace moniker::read
