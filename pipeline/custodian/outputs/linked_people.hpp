#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/layout.hpp"
#include "moniker/register.hpp"
#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// Somebody of the register by their ID, as the linkage table has them.
struct LinkedPerson {
  std::string id{}, number{}, name{}, aliases{};
};

/// From the linkage table, opened; nobody where the log names none. Throws Error as open_named() does.
std::vector<LinkedPerson> open_linked_people(const StudyLayout& layout, const Opening& opening);
/// The same from its bytes. `file` is for messages.
std::vector<LinkedPerson> linked_people(std::string_view csv, const std::string& file);

/// IDs of those whose row in the register says that they agreed to a use. Whom no study number, or else no name that
/// one row alone has, ties to a row did not.
std::set<std::string> who_agreed(const std::vector<LinkedPerson>& linked, const Register& people,
                                 const std::string& use);

}  // namespace moniker::custodian
