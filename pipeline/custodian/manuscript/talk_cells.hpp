#pragma once
#include <vector>

#include "manuscript/manuscript.hpp"
#include "manuscript/paper_words.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {

/// Of each row of a table, by its place from `first` on, the cells that are what somebody said, set without marks: in
/// the row's text, without the bracket behind them that says who it was.
std::vector<std::vector<QuotedSpan>> talk_in_cells(const std::vector<Block>& blocks, std::size_t first,
                                                   const PaperWords& words);

}  // namespace moniker::custodian
