#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker::words {

/// A list file, which is all that lists of words, names and places are read by: `#` lines say what it holds (in a .tsv
/// the first names the columns, with tabs between them), every other line is an entry, its first column the word.
struct ListFile {
  std::string bytes{};
  std::string file{};                  // for messages
  std::vector<std::string> columns{};  // names without remarks in brackets; empty for a plain list
};

/// Throws Error{usage} when it cannot be read or is not UTF-8: placed at the list, or at `named` in `by` (the rule file
/// that names the list).
ListFile read_list_file(const std::filesystem::path& file, const std::string& by = {}, Position named = {});
/// The same from text. `file` is for messages.
ListFile parse_list_file(std::string bytes, const std::string& file);

/// One row of a list; its cells are views of the list's bytes.
struct ListRow {
  std::vector<std::string_view> cells{};  // of the columns asked for, in the order of asking
  std::uint32_t line = 0;
};

/// Gives the named columns of every row; with no names, the first column. Throws Error{usage} with file and line for a
/// column that the list has not got and for a row with more or fewer cells than columns.
void each_row(const ListFile& list, const std::vector<std::string_view>& columns,
              const std::function<void(const ListRow&)>& take);

/// The entries, of those columns that `where` names only rows with one of its values. Throws Error{usage}.
std::vector<std::string_view> entries_of(const ListFile& list,
                                         const std::map<std::string, std::vector<std::string>>& where,
                                         const std::string& by, Position named);

/// What stands between the commas of a cell: "Kate, Kath" -> Kate and Kath. Blanks round a word go; none are empty.
std::vector<std::string_view> cut_cell(std::string_view cell, char at = ',');

}  // namespace moniker::words
