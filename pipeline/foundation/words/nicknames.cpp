#include "words/nicknames.hpp"

#include "base/byte_source.hpp"
#include "base/fold.hpp"
#include "moniker/error.hpp"

namespace moniker::words {
namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(at, begin);
    parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

/// Calls `take(columns, line number)` for each line that is neither empty nor a comment.
template <class Take>
void each_line(std::string_view text, const Take& take) {
  std::uint32_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    take(split(line, '\t'), number);
  }
}

const std::set<std::string>& entry(const std::unordered_map<std::string, std::set<std::string>>& table,
                                   const std::string& name) {
  static const std::set<std::string> nothing;
  const auto found = table.find(name);
  return found == table.end() ? nothing : found->second;
}

}  // namespace

Nicknames Nicknames::load(const std::filesystem::path& file) { return parse(read_file(file), file.string()); }

Nicknames Nicknames::parse(std::string_view text, const std::string& file) {
  Nicknames names;
  each_line(text, [&](const std::vector<std::string_view>& columns, std::uint32_t line) {
    if (columns.size() != 2 || fold(columns[0]).empty() || fold(columns[1]).empty()) {
      throw Error({.fault = Fault::usage,
                   .file = file,
                   .at = {line, 1},
                   .what = "a line of nicknames has not two columns",
                   .remedy = "write the full name, a tab and the short forms with commas between"});
    }
    const std::string full = fold(columns[0]);
    for (const std::string_view part : split(columns[1], ',')) {
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
