#include "words/name_lists.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "words/list_file.hpp"

namespace moniker::words {
namespace {

/// Whether every part between hyphens is one that `knows` knows.
template <class Knows>
bool each_part(const std::string& folded, const Knows& knows) {
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = folded.find('-', begin);
    if (!knows(folded.substr(begin, end - begin))) return false;
  }
  return true;
}

}  // namespace

NameLists NameLists::load(const std::filesystem::path& lists) {
  const std::filesystem::path names = lists / "names";
  NameLists known{.nicknames = Nicknames::load(names / "nicknames.tsv")};
  each_row(read_list_file(names / "first_info.tsv"), {"name", "gender", "band"}, [&](const ListRow& row) {
    const std::string name = fold(row.cells[0]);
    known.given.try_emplace(name, row.cells[1].empty() ? 'x' : row.cells[1].front());
    if (row.cells[2] != "a") return;
    known.common.insert(name);
    for (const std::string& other : known.nicknames.related(name)) known.common.insert(other);
  });
  for (const char* tier : {"surname.t1.txt", "surname.t2.txt"}) {
    each_row(read_list_file(names / tier), {}, [&](const ListRow& row) { known.surnames.insert(fold(row.cells[0])); });
  }
  each_row(read_list_file(names / "surname.common.txt"), {},
           [&](const ListRow& row) { known.common.insert(fold(row.cells[0])); });
  return known;
}

bool NameLists::is_given(const std::string& folded) const {
  return each_part(folded,
                   [&](const std::string& part) { return given.contains(part) || !nicknames.related(part).empty(); });
}

bool NameLists::is_surname(const std::string& folded) const {
  return each_part(folded, [&](const std::string& part) { return surnames.contains(part); });
}

char NameLists::gender(const std::string& folded) const {
  auto found = given.find(folded);
  if (found == given.end()) found = given.find(folded.substr(0, folded.find('-')));
  return found == given.end() || found->second == 'x' ? char{0} : found->second;
}

}  // namespace moniker::words
