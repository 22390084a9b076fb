// A comment is what stands between <!-- and -->, over lines too, and is seen by nobody once the text is laid out; one
// that nothing closes within 200 lines is text. A table is a row in bars above a row of dashes.
#include "read/turns/markdown_lines.hpp"

#include <algorithm>
#include <utility>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "read/turns/markdown.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t longest_comment = 200;  // lines
constexpr std::string_view comment_begin = "<!--", comment_end = "-->";

bool is_table_row(const Line& line) {
  const std::string_view text = trimmed(line.text);
  return !line.continues && text.size() > 2 && text.front() == '|' && text.find('|', 1) != std::string_view::npos;
}

bool is_table_rule(const Line& line) {
  return is_table_row(line) && line.text.find("--") != std::string::npos &&
         line.text.find_first_not_of("|:- \t") == std::string::npos;
}

/// A cell's words end at a bar that no backslash stands before.
std::vector<DocumentCell> markdown_cells(const Line& line) {
  std::vector<DocumentCell> cells;
  const std::string_view text = trimmed(line.text);
  for (std::size_t at = 1; at < text.size();) {
    std::size_t end = text.find('|', at);
    while (end != std::string_view::npos && text[end - 1] == '\\') end = text.find('|', end + 1);
    end = std::min(end, text.size());
    Line cell = without_markdown({.text = std::string(trimmed(text.substr(at, end - at)))});
    cells.push_back({{.text = std::move(cell.text), .number = line.at.line, .emphasis = cell.emphasis}});
    at = end + 1;
  }
  return cells;
}

}  // namespace

std::optional<Line> MarkdownLines::next() {
  if (table_) {
    if (auto line = table_->next()) return line;
    if (columns_.count == 0) columns_.at = table_->columns().at;
    columns_.count += table_->columns().count;
    table_.reset();
  }
  if (begins_table()) {
    table_.emplace([this] { return next_row(); }, language_);
    return next();
  }
  auto line = take();
  return line ? std::optional(without_markdown(std::move(*line))) : std::nullopt;
}

const Line* MarkdownLines::ahead(std::size_t at) {
  while (ahead_.size() <= at) {
    auto line = lines_();
    if (!line) return nullptr;
    ahead_.push_back(std::move(*line));
  }
  return &ahead_[at];
}

std::optional<Line> MarkdownLines::take() {
  if (again_) return std::exchange(again_, std::nullopt);
  if (!ahead(0)) return std::nullopt;
  Line line = std::move(ahead_.front());
  ahead_.pop_front();
  while (leave_out_comment(line)) {
  }
  return line;
}

/// The first comment that begins in the line, with all lines that it goes over; false where none does.
bool MarkdownLines::leave_out_comment(Line& line) {
  const std::size_t begin = line.text.find(comment_begin);
  if (begin == std::string::npos) return false;
  const auto leave_out = [&](std::string_view words) {
    if (has_letter(words) && hidden_.count++ == 0) hidden_.at = line.at;
  };
  const std::size_t inside = begin + comment_begin.size();
  if (const std::size_t end = line.text.find(comment_end, inside); end != std::string::npos) {
    leave_out(std::string_view(line.text).substr(inside, end - inside));
    line.text.erase(begin, end + comment_end.size() - begin);
    return true;
  }
  for (std::size_t at = 0; at < longest_comment; ++at) {
    const Line* further = ahead(at);
    if (!further) return false;
    const std::size_t end = further->text.find(comment_end);
    if (end == std::string::npos) continue;
    leave_out(std::string_view(line.text).substr(inside));
    for (std::size_t i = 0; i < at; ++i) leave_out(ahead_[i].text);
    leave_out(std::string_view(further->text).substr(0, end));
    line.text = line.text.substr(0, begin) + further->text.substr(end + comment_end.size());
    ahead_.erase(ahead_.begin(), ahead_.begin() + static_cast<std::ptrdiff_t>(at + 1));
    return true;
  }
  return false;
}

bool MarkdownLines::begins_table() {
  if (!again_) again_ = take();
  return again_ && is_table_row(*again_) && ahead(0) && is_table_rule(*ahead(0));
}

/// Of the table that is open; nothing where it ends.
std::optional<DocumentBlock> MarkdownLines::next_row() {
  auto line = take();
  while (line && is_table_rule(*line)) line = take();
  if (line && is_table_row(*line)) return DocumentBlock{.cells = markdown_cells(*line), .table = 1};
  again_ = std::move(line);
  return std::nullopt;
}

}  // namespace moniker::read
