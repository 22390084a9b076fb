// Lines of a pdf to paragraphs. What decides is the page itself: where most lines of a column begin, how far lines
// stand apart and how high they are; a paragraph that was cut by the end of a column or a page goes on.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/pdf_lines.hpp"

namespace moniker::custodian {
namespace {

double middle_of(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double quarter_of(std::vector<double> values) {
  const auto quarter = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 4);
  std::nth_element(values.begin(), quarter, values.end());
  return *quarter;
}

/// Where lines of the column that holds this line begin and end: the commonest begin of the lines above and below it.
struct Column {
  double left = 0, right = 0;
};
Column column_of(const PdfPage& page, const PdfLine& line) {
  std::map<long, std::size_t> begins;
  double right = line.box.right;
  for (const PdfLine& other : page.lines) {
    const bool same = other.box.left < line.box.right && other.box.right > line.box.left;
    if (!same || other.box.right - other.box.left < page.width * 0.15) continue;
    if (other.box.right - other.box.left > page.width * 0.55 && line.box.right - line.box.left < page.width * 0.5)
      continue;
    ++begins[std::lround(other.box.left)];
    right = std::max(right, other.box.right);
  }
  const auto most =
      std::max_element(begins.begin(), begins.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == begins.end()) return {line.box.left, right};
  // Set-in lines may be the most on a page full of quotations: the margin is the first that several lines begin at.
  for (const auto& [left, count] : begins) {
    if (count >= 3 || count * 4 >= most->second) return {static_cast<double>(std::min(left, most->first)), right};
  }
  return {static_cast<double>(most->first), right};
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == ')' || text.back() == ']' || text.back() == '"')) text.remove_suffix(1);
  if (text.ends_with("\u201D") || text.ends_with("\u2019")) text.remove_suffix(3);
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("\u2026") ||
         text.ends_with(':');
}

/// A line as paragraphs are made of it.
struct SetLine {
  const PdfLine* line = nullptr;
  std::uint32_t page = 0;
  double indent = 0, height = 0, gap = 0;  // gap: to the line before, in its own column; negative where a column begins
  Column column{};
};

class PdfBlocks {
 public:
  PdfBlocks(const std::vector<PdfPage>& pages, const words::NumberWords& numbers) : numbers_(numbers) {
    std::vector<double> heights, gaps;
    for (std::size_t p = 0; p < pages.size(); ++p) {
      for (const PdfLine& line : pages[p].lines) {
        const Column column = column_of(pages[p], line);
        SetLine set{
            &line, static_cast<std::uint32_t>(p + 1), line.box.left - column.left, line.box.bottom - line.box.top, -1,
            column};
        if (!lines_.empty() && lines_.back().page == set.page && line.box.top > lines_.back().line->box.top - 1)
          set.gap = line.box.top - lines_.back().line->box.top;
        heights.push_back(set.height);
        if (set.gap > 1) gaps.push_back(set.gap);
        lines_.push_back(set);
      }
    }
    set_short_columns(pages);
    height_ = middle_of(heights, 10);
    // In a page of short quotations half of the gaps part paragraphs: what lines of one stand apart is among the small.
    std::erase_if(gaps, [&](double gap) { return gap < height_ * 0.7; });
    gap_ = gaps.empty() ? height_ * 1.2 : quarter_of(std::move(gaps));
  }

  std::vector<Block> make() {
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t rows = table_rows(i);
      if (rows > 0) {
        end();
        i = add_table(i, rows);
      } else {
        take(i);
        ++i;
      }
    }
    end();
    return std::move(blocks_);
  }

 private:
  /// A column of few lines, as a last page has them, may hold nothing but quotations: its margin is that of the others.
  void set_short_columns(const std::vector<PdfPage>& pages) {
    constexpr std::size_t few = 18;
    const auto side = [&](const SetLine& line) { return line.column.left > pages[line.page - 1].width * 0.4; };
    std::map<std::pair<std::uint32_t, bool>, std::size_t> sizes;
    for (const SetLine& line : lines_) ++sizes[{line.page, side(line)}];
    std::map<long, std::size_t> lefts[2];
    for (const SetLine& line : lines_) {
      if (sizes[{line.page, side(line)}] >= few) ++lefts[side(line)][std::lround(line.column.left)];
    }
    std::map<std::pair<std::uint32_t, bool>, double> firsts;  // where no other page tells, the leftmost line does
    for (const SetLine& line : lines_) {
      const auto [first, fresh] = firsts.try_emplace({line.page, side(line)}, line.line->box.left);
      first->second = std::min(first->second, line.line->box.left);
    }
    for (SetLine& line : lines_) {
      const auto& usual = lefts[side(line)];
      const std::pair<std::uint32_t, bool> where{line.page, side(line)};
      if (sizes[where] >= few) continue;
      const auto most = std::max_element(usual.begin(), usual.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      const double off = line.column.left - (usual.empty() ? firsts[where] : static_cast<double>(most->first));
      if (off < 4 || off > 40) continue;
      line.column.left -= off;
      line.indent += off;
    }
  }

  bool is_table_line(std::size_t i) const {
    const SetLine& line = lines_[i];
    return line.line->pieces.size() > 1 || (i + 1 < lines_.size() && same_row(line, lines_[i + 1])) ||
           (i > 0 && same_row(lines_[i - 1], line));
  }
  static bool same_row(const SetLine& a, const SetLine& b) {
    return a.page == b.page && std::abs(a.line->box.top - b.line->box.top) < 2 &&
           b.line->box.left > a.line->box.right && b.line->box.left - a.line->box.right < 160;
  }

  /// How many lines from here on belong to a table that a caption announces.
  std::size_t table_rows(std::size_t i) const {
    if (blocks_.empty() && text_.empty()) return 0;
    const std::string caption = fold(text_.empty() ? blocks_.back().text : text_);
    if (!caption.starts_with("table ") || caption.size() > 200) return 0;
    const double left = lines_[i].column.left, right = lines_[i].column.right;
    std::size_t end = i, in_cells = 0;
    for (; end < lines_.size() && lines_[end].page == lines_[i].page; ++end) {
      const SetLine& line = lines_[end];
      const bool wide =
          line.line->pieces.size() == 1 && line.line->box.right - line.line->box.left > 0.62 * (right - left);
      if (wide || line.line->box.left < left - 20 || line.line->box.left > right + 20) break;
      if (end > i && line.gap > 3.2 * gap_) break;
      in_cells += is_table_line(end);
    }
    return in_cells >= 2 ? end - i : 0;
  }

  /// Lines of one height are one row; cells stand in the order of their left edges, and in the column that they are
  /// under.
  std::size_t add_table(std::size_t from, std::size_t count) {
    struct Cell {
      double top, left;
      std::string text;
      std::uint32_t line;
    };
    std::vector<Cell> cells;
    std::vector<double> lefts;
    for (std::size_t i = from; i < from + count; ++i) {
      for (const PdfPiece& piece : lines_[i].line->pieces) {
        cells.push_back({lines_[i].line->box.top, piece.box.left, piece.text, lines_[i].line->number});
        if (std::none_of(lefts.begin(), lefts.end(), [&](double left) { return std::abs(left - piece.box.left) < 22; }))
          lefts.push_back(piece.box.left);
      }
    }
    std::sort(lefts.begin(), lefts.end());
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.top < b.top - 2; });
    ++tables_;
    double top = -10;
    for (const Cell& cell : cells) {
      if (cell.top > top + 2) {
        blocks_.push_back(
            {.kind = BlockKind::row, .table = tables_, .at = {.page = lines_[from].page, .line = cell.line}});
        blocks_.back().cells.resize(lefts.size());
        top = cell.top;
      }
      std::size_t column = 0;
      while (column + 1 < lefts.size() &&
             std::abs(lefts[column + 1] - cell.left) <= std::abs(lefts[column] - cell.left))
        ++column;
      std::string& into = blocks_.back().cells[column];
      into += (into.empty() ? "" : " ") + cell.text;
    }
    for (Block& block : blocks_) {
      if (block.table != tables_) continue;
      for (std::size_t i = 0; i < block.cells.size(); ++i) block.text += (i > 0 ? "\t" : "") + block.cells[i];
    }
    return from + count;
  }

  bool begins_paragraph(const SetLine& line) const {
    if (text_.empty()) return true;
    const double indent = line.indent - last_.indent;
    const bool other_height = std::abs(line.height - last_.height) > 1.2;
    if (other_height) return true;
    const bool was_first = lines_in_ == 1;
    if (line.gap < 0 || line.gap > 6 * gap_) {  // another column or page
      const bool attributed = (text_.ends_with(')') || text_.ends_with(']')) && !ends_sentence(text_);
      if (attributed) return last_.indent > 9 || std::abs(line.indent - last_.indent) > 4;
      if (!ends_sentence(text_)) return false;
      if (lines_in_ > 1 && std::abs(line.indent - last_.indent) > 4) return true;
      return std::abs(line.indent - first_indent_) > 4 || first_indent_ < 4;
    }
    if (line.gap > 1.45 * gap_) return true;
    const bool bracket_ends = text_.ends_with(')') || text_.ends_with(']');
    if (line.gap > 1.15 * gap_ && (bracket_ends || ends_sentence(text_))) return true;
    if (std::abs(indent) < 4) return false;
    if (indent < 0 && was_first && line.indent > -2)
      return last_.indent > 22 && last_.column.right - last_.line->box.right > 9 &&
             (bracket_ends || ends_sentence(text_));  // a quotation of one line is over; else a first line was set in
    return true;
  }

  void take(std::size_t i) {
    const SetLine& line = lines_[i];
    if (begins_paragraph(line)) {
      end();
      first_ = line;
      first_indent_ = line.indent;
      least_indent_ = line.indent;
    }
    ++lines_in_;
    least_indent_ = lines_in_ == 2 ? line.indent : std::min(least_indent_, line.indent);
    join_line(text_, as_one_line(line.line->text()), numbers_);
    last_ = line;
  }

  void end() {
    if (!text_.empty()) {
      const bool centred = first_.column.right - first_.line->box.right > 12 && lines_in_ == 1 && text_.size() < 90 &&
                           !ends_sentence(text_);
      const bool heading = first_.height > height_ * 1.15 ||
                           (centred && (first_.line->pieces.size() == 1) && text_.find('(') == std::string::npos &&
                            text_.find(',') == std::string::npos && text_.size() < 60);
      const bool quote = least_indent_ > 9 && !heading;
      blocks_.push_back({.kind = heading ? BlockKind::heading
                                 : quote ? BlockKind::quote
                                         : BlockKind::body,
                         .text = std::move(text_),
                         .at = {.page = first_.page, .line = first_.line->number}});
    }
    text_.clear();
    lines_in_ = 0;
  }

  const words::NumberWords& numbers_;
  std::vector<SetLine> lines_{};
  double height_ = 10, gap_ = 12, first_indent_ = 0, least_indent_ = 0;
  std::vector<Block> blocks_{};
  std::string text_{};
  SetLine first_{}, last_{};
  std::size_t lines_in_ = 0;
  std::uint32_t tables_ = 0;
};

}  // namespace

std::vector<Block> pdf_blocks(const std::vector<PdfPage>& pages, const words::NumberWords& numbers) {
  return PdfBlocks(pages, numbers).make();
}

}  // namespace moniker::custodian
