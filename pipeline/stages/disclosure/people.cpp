#include "disclosure/people.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "moniker/error.hpp"

namespace moniker::disclosure {
namespace {

constexpr std::size_t most_cells = 20'000;

/// The number that a value begins with, as bands do.
std::optional<long> leading_number(const std::string& value) {
  long number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end != value.data() ? std::optional(number) : std::nullopt;
}

std::string in_small(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

bool stands_before(const std::string& a, const std::string& b) {
  if (a.empty() != b.empty()) return b.empty();
  const auto number_a = leading_number(a), number_b = leading_number(b);
  if (number_a && number_b && *number_a != *number_b) return *number_a < *number_b;
  if (number_a.has_value() != number_b.has_value()) return number_a.has_value();
  const std::string small_a = in_small(a), small_b = in_small(b);
  return small_a != small_b ? small_a < small_b : a < b;
}

People people_of(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
  People people;
  people.rows.resize(rows.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto value = [&](std::size_t r) { return c < rows[r].size() ? rows[r][c] : std::string(); };
    std::vector<std::string> values;
    for (std::size_t r = 0; r < rows.size(); ++r) values.push_back(value(r));
    std::sort(values.begin(), values.end(), stands_before);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const auto at = std::find(values.begin(), values.end(), value(r));
      people.rows[r].push_back(static_cast<std::uint32_t>(at - values.begin()));
    }
    people.columns.push_back({columns[c], std::move(values)});
  }
  return people;
}

ColumnSet columns_of(const Cell& cell) {
  ColumnSet columns;
  for (const Coordinate& at : cell) columns.push_back(at.column);
  return columns;
}

bool is_part_of(const Cell& a, const Cell& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

Cell within(const Cell& cell, const ColumnSet& columns) {
  Cell part;
  for (const Coordinate& at : cell) {
    if (std::binary_search(columns.begin(), columns.end(), at.column)) part.push_back(at);
  }
  return part;
}

Cell cell_of(const People& people, std::size_t row, const ColumnSet& columns) {
  Cell cell;
  for (const std::size_t column : columns) cell.push_back({column, people.rows[row][column]});
  return cell;
}

std::vector<Cell> all_cells(const People& people, const ColumnSet& columns) {
  std::vector<Cell> cells{{}};
  for (const std::size_t column : columns) {
    std::vector<Cell> longer;
    for (const Cell& cell : cells) {
      for (std::uint32_t value = 0; value < people.columns[column].values.size(); ++value) {
        longer.push_back(cell);
        longer.back().push_back({column, value});
      }
    }
    cells = std::move(longer);
    if (cells.size() > most_cells) {
      throw Error::usage("the tables together have too many cells to check what gives what back",
                         "ask for fewer columns at once, or merge their values first");
    }
  }
  return cells;
}

}  // namespace moniker::disclosure
