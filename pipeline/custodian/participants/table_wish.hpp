#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "disclosure/hierarchy.hpp"

namespace moniker::custodian {

/// What is asked of the people, by names of columns and IDs.
struct TableWish {
  std::vector<std::string> columns{};             // none: all that there are
  std::string by{};                               // side by side; or nothing
  std::vector<std::vector<std::string>> cross{};  // further tables of two columns that are published too
  std::vector<std::string> attribution{};         // what stands behind a quotation
  std::vector<std::string> quoted{};              // IDs; none: everybody
  std::vector<std::string> sensitive{};           // of which l is told; none: all that a set does not hold
  std::int64_t threshold = 3;                     // fewer are a small cell
  std::size_t k = 3;                              // so many are to be alike
  std::int64_t round = 0;                         // to multiples of it; 0: not
  bool merge = false;
  disclosure::Hierarchy hierarchy{};
  bool ids = false;           // tell who is alone
  std::string role_column{};  // where who has no role is called "participant"; it counts as not recorded
  bool afresh = false;        // nothing that was given of the study before is published
};

}  // namespace moniker::custodian
