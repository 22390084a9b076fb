#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "resolve/entities.hpp"
#include "resolve/surrogates/surrogate_lists.hpp"

namespace moniker::resolve {

/// The folded words of all names of one person, by what they are.
struct WordsOfName {
  std::set<std::string> given{}, middle{}, family{}, particles{};
};

/// For every person of the assignment, whom the label `person` is given, by index. A word that stands alone wherever it
/// stands (Barker) is what the person's other names, else the lists, say it is.
std::map<std::uint32_t, WordsOfName> words_of_names(const Assignment& assignment, std::string_view person,
                                                    const SurrogateLists& lists, const words::Nicknames& nicknames);

}  // namespace moniker::resolve
