#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "words/list_file.hpp"

namespace moniker::words {

/// Throws Error{usage} at the row.
[[noreturn]] void fail_row(const ListFile& list, const ListRow& row, std::string what, std::string remedy);

/// The place of a cell's word among `values`; their number for "-", which is none of them. Throws Error{usage} for
/// any other.
std::size_t place_in(const ListFile& list, const ListRow& row, std::size_t cell,
                     const std::vector<std::string_view>& values);

/// The whole number of a cell; "-" is 0. Throws Error{usage} for what is none or is more than `most`.
std::uint64_t number_in(const ListFile& list, const ListRow& row, std::size_t cell, std::uint64_t most);

}  // namespace moniker::words
