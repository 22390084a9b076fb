#pragma once
#include <map>
#include <string>
#include <vector>

#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// Who is in a deposit, by what an archive is told of them.
struct DepositPeople {
  std::vector<std::string> columns{};                        // as they are told
  std::map<std::string, std::vector<std::string>> values{};  // by the new ID; as `columns`
  struct Less {
    std::string column{}, how{};
    double lost = 0;  // share of what the column tells apart
  };
  std::vector<Less> less{};  // what had to be told less of, as the columns go
  std::size_t k = 0;         // the fewest who are alike; how many there are, where no column is told
};

struct PeopleWish {
  std::vector<std::string> columns{};            // of the attributes
  std::map<std::string, std::string> new_ids{};  // ID04 -> P07, of who is in the deposit
  std::size_t k = 1;
};
/// Dates become years. Then columns are told less of, or left out, so that every combination is that of k people or
/// more, in the way that loses least of all columns together. Throws Error{usage} for a column that is not there.
DepositPeople told_people(const ExportedStudy& study, const PeopleWish& wish);

/// Of "2026-03-12; 2026-02-19" -> "2026"; what is no list of dates stays.
std::string years_of_dates(const std::string& cell);

}  // namespace moniker::custodian
