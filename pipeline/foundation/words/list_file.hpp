#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker::words {

/// A list file: `#` lines say what it holds (in a .tsv the first names the columns, with tabs between them), every
/// other line is an entry, its first column the word or phrase.
struct ListFile {
  std::string bytes{};
  std::vector<std::string> columns{};  // names without remarks in brackets; empty for a plain list
};

/// Throws Error{usage} placed at `named` in `by` (the rule file that names the list) when it cannot be read.
ListFile read_list_file(const std::filesystem::path& file, const std::string& by, Position named);

/// The entries, of those columns that `where` names only rows with one of its values. Throws Error{usage}.
std::vector<std::string_view> entries_of(const ListFile& list,
                                         const std::map<std::string, std::vector<std::string>>& where,
                                         const std::string& by, Position named);

}  // namespace moniker::words
