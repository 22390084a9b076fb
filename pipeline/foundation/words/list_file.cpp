// Lists as they lie in rules/lists: tab-separated, the first line the names of the columns, # before what is no row.
// Rows are views of the file's bytes; there are a hundred thousand of them, so nothing is made anew for each.
#include "words/list_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/byte_source.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker::words {
namespace {

void cut_into(std::vector<std::string_view>& parts, std::string_view line, char at) {
  parts.clear();
  for (std::size_t begin = 0;;) {
    const std::size_t end = line.find(at, begin);
    parts.push_back(line.substr(begin, end - begin));
    if (end == std::string_view::npos) return;
    begin = end + 1;
  }
}

std::vector<std::string_view> cut(std::string_view line, char at) {
  std::vector<std::string_view> parts;
  cut_into(parts, line, at);
  return parts;
}

/// Calls `take(line, number)` for each line that is neither empty nor a comment.
template <class Take>
void each_line(std::string_view rest, const Take& take) {
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') take(line, number);
  }
}

/// "councils and services: name" is the column "name", "gender (f, m, x)" the column "gender".
std::string column_name(std::string_view written) {
  if (const auto colon = written.rfind(": "); colon != std::string_view::npos) written.remove_prefix(colon + 2);
  if (const auto remark = written.find(" ("); remark != std::string_view::npos) written = written.substr(0, remark);
  while (written.starts_with('#') || written.starts_with(' ')) written.remove_prefix(1);
  return std::string(written);
}

[[noreturn]] void fail(const std::string& by, Position named, std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy), {by, named});
}

struct Filter {
  std::size_t column;
  const std::vector<std::string>* values;
  bool takes(const std::vector<std::string_view>& cells) const {
    const std::string_view cell = column < cells.size() ? cells[column] : std::string_view();
    return std::find(values->begin(), values->end(), cell) != values->end();
  }
};

}  // namespace

ListFile read_list_file(const std::filesystem::path& file, const std::string& by, Position named) {
  const std::string placed_in = by.empty() ? file.string() : by;
  std::string bytes;
  try {
    bytes = read_file(file);
  } catch (const Error&) {
    fail(placed_in, named, fmt::format("the list {} cannot be read", file.string()),
         "lists are named below the folder rules/lists");
  }
  if (find_invalid_utf8(bytes) != std::string_view::npos) {
    fail(placed_in, named, fmt::format("the list {} is not UTF-8", file.string()), "save it as UTF-8");
  }
  return parse_list_file(std::move(bytes), file.string());
}

ListFile parse_list_file(std::string bytes, const std::string& file) {
  ListFile list{.bytes = std::move(bytes), .file = file};
  const std::string_view head = std::string_view(list.bytes).substr(0, list.bytes.find('\n'));
  if (head.starts_with('#') && head.find('\t') != std::string_view::npos) {
    for (const auto column : cut(head, '\t')) list.columns.push_back(column_name(column));
  }
  return list;
}

void each_row(const ListFile& list, const std::vector<std::string_view>& columns,
              const std::function<void(const ListRow&)>& take) {
  std::vector<std::size_t> wanted;
  for (const std::string_view name : columns) {
    const auto found = std::find(list.columns.begin(), list.columns.end(), name);
    if (found == list.columns.end()) {
      fail(list.file, {1, 1}, fmt::format("the list has no column `{}`", name),
           "name the columns in the first line, with # before them and tabs between them");
    }
    wanted.push_back(static_cast<std::size_t>(found - list.columns.begin()));
  }
  if (wanted.empty()) wanted.push_back(0);
  const std::size_t width = std::max<std::size_t>(1, list.columns.size());
  std::vector<std::string_view> cells;  // of a row: there are a hundred thousand, and room is made once
  ListRow row;
  each_line(list.bytes, [&](std::string_view line, std::uint32_t number) {
    cut_into(cells, line, '\t');
    if (cells.size() != width) {
      fail(list.file, {number, 1}, fmt::format("the row has {} columns, and the list {}", cells.size(), width),
           "separate the columns by tabs");
    }
    row.line = number;
    row.cells.clear();
    for (const std::size_t column : wanted) row.cells.push_back(cells[column]);
    take(row);
  });
}

std::vector<std::string_view> cut_cell(std::string_view cell, char at) {
  std::vector<std::string_view> parts;
  for (std::string_view part : cut(cell, at)) {
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::vector<std::string_view> entries_of(const ListFile& list,
                                         const std::map<std::string, std::vector<std::string>>& where,
                                         const std::string& by, Position named) {
  std::vector<Filter> filters;
  for (const auto& [column, values] : where) {
    const auto found = std::find(list.columns.begin(), list.columns.end(), column);
    if (found == list.columns.end()) {
      fail(by, named, fmt::format("the list has no column `{}`", column),
           list.columns.empty() ? "it is a plain list: remove `where`"
                                : fmt::format("it has {}", fmt::join(list.columns, ", ")));
    }
    filters.push_back({static_cast<std::size_t>(found - list.columns.begin()), &values});
  }
  std::vector<std::string_view> entries;
  each_line(list.bytes, [&](std::string_view line, std::uint32_t) {
    if (filters.empty()) {
      entries.push_back(line.substr(0, line.find('\t')));
      return;
    }
    const auto cells = cut(line, '\t');
    if (std::all_of(filters.begin(), filters.end(), [&](const Filter& f) { return f.takes(cells); }))
      entries.push_back(cells[0]);
  });
  return entries;
}

}  // namespace moniker::words
