#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace moniker::disclosure {

/// What a column tells people apart by, in the order in which it is shown: as words go, never by how many there are,
/// which would tell what a table holds back. Bands go by their numbers. What is not known is "", and stands last.
struct Column {
  std::string name{};
  std::vector<std::string> values{};
};

/// People by what may be told of them: of each the place of their value in every column.
struct People {
  std::vector<Column> columns{};
  std::vector<std::vector<std::uint32_t>> rows{};
  std::size_t count() const { return rows.size(); }
};

/// From cells as they stand in a file, a row a person; columns that are short of cells know nothing there.
People people_of(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows);

/// Whether a stands before b among values: 9-10 before 10-19, b before C.
bool stands_before(const std::string& a, const std::string& b);

/// Columns of a set, by their place in People, ascending.
using ColumnSet = std::vector<std::size_t>;

/// Some columns with a value each, by column: a cell of a table of these columns. Without any it is everybody.
struct Coordinate {
  std::size_t column = 0;
  std::uint32_t value = 0;
  friend auto operator<=>(const Coordinate&, const Coordinate&) = default;
};
using Cell = std::vector<Coordinate>;

ColumnSet columns_of(const Cell& cell);
/// Whether all that a says b says too.
bool is_part_of(const Cell& a, const Cell& b);
/// What a cell says of these columns.
Cell within(const Cell& cell, const ColumnSet& columns);
/// What a person is in these columns.
Cell cell_of(const People& people, std::size_t row, const ColumnSet& columns);

/// Every cell of a table, also those that nobody is in. Throws Error{usage} where they are more than 20,000.
std::vector<Cell> all_cells(const People& people, const ColumnSet& columns);

}  // namespace moniker::disclosure
