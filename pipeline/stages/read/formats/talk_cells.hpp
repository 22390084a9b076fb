#pragma once
#include <optional>
#include <span>

#include "base/csv.hpp"
#include "read/formats/talk_columns.hpp"

namespace moniker::read {

/// The columns of a table without a row of names, by what stands in them: one of words, one or two of times, perhaps
/// one of labels and one of running numbers. Nothing where they may be anything else: at least two rows must agree.
std::optional<TalkColumns> columns_by_cells(std::span<const CsvRow> rows);

/// Whether a table without a row of names has times beside words, be it clear or not which of these are talk.
bool are_cells_of_talk(std::span<const CsvRow> rows);

/// Decides by some rows of talk what a number in the columns of times counts, where their names leave it open.
void settle_unit(TalkColumns& columns, std::span<const CsvRow> rows);

}  // namespace moniker::read
