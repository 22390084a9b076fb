// Cells that hold what somebody said, without any marks: those under "Illustrative quotations", and those of a table
// without headings, whose other cells say who speaks.
#include "manuscript/talk_cells.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t least_words = 5, longest_bracket = 60;

/// Up to the bracket at a cell's end.
std::size_t end_of_talk(std::string_view cell) {
  const std::size_t open = cell.ends_with(')') || cell.ends_with(']') ? cell.find_last_of("([") : cell.npos;
  return open == cell.npos || cell.size() - open > longest_bracket ? cell.size() : trimmed(cell.substr(0, open)).size();
}

bool is_talk(std::string_view said) {
  return words_in(said) >= least_words &&
         (std::string_view(".?!").find(said.back()) != std::string_view::npos || said.ends_with("\u2026"));
}

/// Where the columns of talk are: by their headings; where there are none, by the first row.
std::vector<bool> talk_columns(const Block& first, const PaperWords& words) {
  std::vector<bool> columns;
  for (const std::string& cell : first.cells) {
    const auto said = folded_words(cell);
    const bool headed = said.size() < least_words && std::any_of(said.begin(), said.end(), [&](const auto& word) {
                          return is_one_of(word, words.table_talk);
                        });
    columns.push_back(headed || is_talk(std::string_view(cell).substr(0, end_of_talk(cell))));
  }
  return columns;
}

std::vector<QuotedSpan> talk_in_row(const Block& row, const std::vector<bool>& columns) {
  std::vector<QuotedSpan> found;
  std::uint32_t begin = 0;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const std::string& cell = row.cells[c];
    const std::size_t end = end_of_talk(cell);
    const ByteRange said{begin, begin + static_cast<std::uint32_t>(end)};
    const bool marked = !quotes_in(cell).empty();
    if (c < columns.size() && columns[c] && !marked && is_talk(std::string_view(cell).substr(0, end)))
      found.push_back({said, said});
    begin += static_cast<std::uint32_t>(cell.size()) + 1;
  }
  return found;
}

}  // namespace

std::vector<std::vector<QuotedSpan>> talk_in_cells(const std::vector<Block>& blocks, std::size_t first,
                                                   const PaperWords& words) {
  const std::vector<bool> columns = talk_columns(blocks[first], words);
  std::vector<std::vector<QuotedSpan>> rows;
  for (std::size_t i = first; i < blocks.size() && blocks[i].table == blocks[first].table; ++i)
    rows.push_back(talk_in_row(blocks[i], columns));
  return rows;
}

}  // namespace moniker::custodian
