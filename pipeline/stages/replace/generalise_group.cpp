// An occupation becomes the broader term of WordNet or the head of its own name, a nationality or faith the
// group of the ONS 2021 census, a demonym the region of the United Kingdom or the continent.
#include <algorithm>

#include "base/fold.hpp"
#include "replace/generalisations.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

std::string join(const std::vector<std::string>& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) out += (out.empty() ? "" : " ") + words[i];
  return out;
}

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    words.emplace_back(folded.substr(at, end - at));
    at = end + 1;
  }
  if (!words.empty() && (words.front() == "a" || words.front() == "an" || words.front() == "the"))
    words.erase(words.begin());
  return words;
}

template <class Table>
auto find_singular(const Table& table, const std::string& term) {
  for (const std::string& form : singulars(term)) {
    if (const auto row = table.find(form); row != table.end()) return row;
  }
  return table.end();
}

/// To the top of the list: staff nurse, nurse, health professional.
std::string group_of(const Generalisations& tables, std::string term) {
  constexpr int deepest = 8;  // the list is no ring, and a wrong one must not hang
  for (int i = 0; i < deepest; ++i) {
    const auto row = find_singular(tables.occupations, fold(term));
    if (row == tables.occupations.end() || row->second.empty()) break;
    term = row->second;
  }
  return term;
}

}  // namespace

Broader broader_occupation(const ToReplace& what, const Generalisations& tables) {
  const auto words = words_of(fold(core_text(what.surface)));
  for (std::size_t from = 0; from < words.size(); ++from) {
    const auto row = find_singular(tables.occupations, join(words, from));
    if (row == tables.occupations.end()) continue;
    if (setting(what, "job", "term") == "group") return with_case_of(what.surface, group_of(tables, row->first));
    if (from > 0) return with_case_of(what.surface, row->first);  // "senior staff nurse" -> staff nurse
    if (!row->second.empty()) return with_case_of(what.surface, row->second);
  }
  return std::nullopt;
}

Broader broader_group(const ToReplace& what, const Generalisations& tables) {
  const std::string term = join(words_of(fold(core_text(what.surface))), 0);
  if (const auto row = find_singular(tables.groups, term); row != tables.groups.end()) return row->second;
  const auto row = find_singular(tables.demonyms, term);
  if (row == tables.demonyms.end()) return std::nullopt;
  if (!row->second.region.empty()) return row->second.region;
  const auto world = tables.world.find(row->second.country);
  return world == tables.world.end() ? Broader() : world->second.continent;
}

}  // namespace moniker::replace
