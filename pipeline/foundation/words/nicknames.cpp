#include "words/nicknames.hpp"

#include "base/fold.hpp"
#include "moniker/error.hpp"
#include "words/list_file.hpp"

namespace moniker::words {
namespace {

const std::set<std::string>& entry(const std::unordered_map<std::string, std::set<std::string>>& table,
                                   const std::string& name) {
  static const std::set<std::string> nothing;
  const auto found = table.find(name);
  return found == table.end() ? nothing : found->second;
}

}  // namespace

Nicknames Nicknames::load(const std::filesystem::path& file) { return of_list(read_list_file(file)); }

Nicknames Nicknames::parse(std::string_view text, const std::string& file) {
  return of_list(parse_list_file(std::string(text), file));
}

Nicknames Nicknames::of_list(const ListFile& list) {
  Nicknames names;
  each_row(list, {"full name", "short forms"}, [&](const ListRow& row) {
    const std::string full = fold(row.cells[0]);
    if (full.empty() || fold(row.cells[1]).empty()) {
      throw Error::usage("a line of nicknames lacks a name",
                         "write the full name, a tab and the short forms with commas between",
                         {list.file, {row.line, 1}});
    }
    for (const std::string_view part : cut_cell(row.cells[1])) {
      const std::string nick = fold(part);
      if (nick.empty() || nick == full) continue;
      names.shorts_[full].insert(nick);
      names.fulls_[nick].insert(full);
    }
  });
  return names;
}

Nicknames::Kin Nicknames::kin(const std::string& a, const std::string& b) const {
  if (a == b || entry(shorts_, a).contains(b) || entry(shorts_, b).contains(a)) return Kin::direct;
  for (const std::string& full : entry(fulls_, a)) {
    if (entry(shorts_, full).contains(b)) return Kin::sibling;
  }
  return Kin::none;
}

std::vector<std::string> Nicknames::related(const std::string& folded) const {
  std::set<std::string> found = entry(shorts_, folded);
  const auto& fulls = entry(fulls_, folded);
  found.insert(fulls.begin(), fulls.end());
  found.erase(folded);
  return {found.begin(), found.end()};
}

std::vector<std::string> Nicknames::all_forms(const std::string& folded) const {
  std::set<std::string> found = entry(shorts_, folded);
  for (const std::string& full : entry(fulls_, folded)) {
    found.insert(full);
    const auto& others = entry(shorts_, full);
    found.insert(others.begin(), others.end());
  }
  found.erase(folded);
  return {found.begin(), found.end()};
}

}  // namespace moniker::words
