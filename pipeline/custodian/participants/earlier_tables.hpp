#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/layout.hpp"
#include "participants/sheet.hpp"
#include "participants/table_wish.hpp"

namespace moniker::custodian {

/// Tables that were given of a study before, as the log tells of them.
struct EarlierTables {
  TableWish wish{};
  std::string digest{};  // of what was printed
};

/// What is asked for as the log has it: all that decides what is printed, and nothing of anybody but IDs.
std::string logged_wish(const TableWish& wish);
/// Throws Error{integrity}: it was written by no moniker.
TableWish wish_of_log(const std::string& logged);

/// Everything that was given since somebody last said that nothing before was published; each request once.
std::vector<EarlierTables> earlier_tables(const StudyLayout& layout);

/// Of all that is printed.
std::string digest_of(const Printout& printout);

}  // namespace moniker::custodian
