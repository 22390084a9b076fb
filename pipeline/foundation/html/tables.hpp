#pragma once
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "html/html.hpp"

namespace moniker::html {

/// A column's heading, and how its cells stand: a class of page.css (number, middle, fixed) or nothing.
struct Column {
  std::string head{};
  std::string_view kind{};
};

/// A table up to its body, with a caption that says what it is and a heading a column; close_table() ends it.
void open_table(Html& html, std::string_view caption, std::span<const Column> columns);
void close_table(Html& html);

/// A row whose first cell names it: its heading. Cells that are missing are left for the caller to add: the row stays
/// open until close().
void open_row(Html& html, std::span<const Column> columns, std::span<const std::string> cells);
void add_row(Html& html, std::span<const Column> columns, std::span<const std::string> cells);
inline void add_row(Html& html, std::span<const Column> columns, std::initializer_list<std::string> cells) {
  add_row(html, columns, std::span(cells.begin(), cells.size()));
}

/// 27631 as 27,631.
std::string grouped(std::uint64_t count);

}  // namespace moniker::html
