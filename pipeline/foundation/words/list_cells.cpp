// Cells that may hold one of a few words, or a number: a slip is told with its place in the list.
#include "words/list_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "moniker/error.hpp"

namespace moniker::words {

void fail_row(const ListFile& list, const ListRow& row, std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy), {list.file, {row.line, 1}});
}

std::size_t place_in(const ListFile& list, const ListRow& row, std::size_t cell,
                     const std::vector<std::string_view>& values) {
  const auto found = std::find(values.begin(), values.end(), row.cells[cell]);
  if (found == values.end() && row.cells[cell] != "-")
    fail_row(list, row, fmt::format("`{}` is no value of its column", row.cells[cell]),
             fmt::format("one of {}, or - for none", fmt::join(values, ", ")));
  return static_cast<std::size_t>(found - values.begin());
}

std::uint64_t number_in(const ListFile& list, const ListRow& row, std::size_t cell, std::uint64_t most) {
  const std::string_view text = row.cells[cell];
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size() && number <= most;
  if (!whole && text != "-")
    fail_row(list, row, fmt::format("`{}` is no number of its column", text), fmt::format("0 to {}", most));
  return whole ? number : 0;
}

}  // namespace moniker::words
