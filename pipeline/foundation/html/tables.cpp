#include "html/tables.hpp"

namespace moniker::html {

void open_table(Html& html, std::string_view caption, std::span<const Column> columns) {
  // Where it is wider than the window it is scrolled, by keyboard too.
  html.open("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", caption}})
      .open("table")
      .element("caption", caption)
      .line();
  html.open("thead").open("tr");
  for (const Column& column : columns) {
    if (column.kind.empty())
      html.element("th", column.head, {{"scope", "col"}});
    else
      html.element("th", column.head, {{"scope", "col"}, {"class", column.kind}});
  }
  html.close().close().line().open("tbody").line();
}

void close_table(Html& html) { html.close().close().close().line(); }

void open_row(Html& html, std::span<const Column> columns, std::span<const std::string> cells) {
  html.open("tr");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view kind = i < columns.size() ? columns[i].kind : std::string_view();
    if (i == 0)
      html.element("th", cells[i], {{"scope", "row"}});
    else if (kind.empty())
      html.element("td", cells[i]);
    else
      html.element("td", cells[i], {{"class", kind}});
  }
}

void add_row(Html& html, std::span<const Column> columns, std::span<const std::string> cells) {
  open_row(html, columns, cells);
  html.close().line();
}

std::string grouped(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace moniker::html
