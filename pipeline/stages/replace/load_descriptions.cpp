// The lists that only `describe` reads: kinds by a word of the name, the parts of the world, languages, and how a group
// is said.
#include "replace/generalisations.hpp"
#include "replace/list_rows.hpp"

namespace moniker::replace {
namespace {

void load_place_words(Generalisations& tables, const std::filesystem::path& lists) {
  read_list(lists / "places/shared_names.tsv", {"name", "among"},
            [&](const std::string& name, const Fields& f) { tables.shared_names.try_emplace(name, f[1] == "world"); });
  read_list(lists / "places/kinds.tsv", {"word", "stands", "kind"}, [&](const std::string& word, const Fields& f) {
    (f[1] == "first" ? tables.first_words : tables.last_words).try_emplace(word, f[2]);
  });
}

void load_groups(Generalisations& tables, const std::filesystem::path& lists) {
  read_list(lists / "places/world_regions.tsv", {"country code", "region", "continent"},
            [&](const std::string&, const Fields& f) {
              tables.world.try_emplace(std::string(f[0]), WorldRegion{std::string(f[1]), std::string(f[2])});
            });
  read_list(lists / "groups/language_groups.tsv", {"language", "group"},
            [&](const std::string& name, const Fields& f) { tables.languages.try_emplace(name, f[1]); });
  read_list(lists / "groups/group_words.tsv", {"group", "before a noun", "of somebody", "one", "several", "its name"},
            [&](const std::string& group, const Fields& f) {
              const auto text = [&](std::size_t i) { return std::string(f[i]); };
              tables.group_words.try_emplace(group, GroupWords{text(1), text(2), text(3), text(4), text(5)});
              for (std::size_t i = 1; i < f.size(); ++i) tables.said_groups.insert(fold(f[i]));
            });
  tables.said_groups.erase("");
  read_list(lists / "allow/function_words.txt", {},
            [&](const std::string& word, const Fields&) { tables.function_words.insert(word); });
}

}  // namespace

void load_descriptions(Generalisations& tables, const std::filesystem::path& lists) {
  load_place_words(tables, lists);
  load_groups(tables, lists);
}

}  // namespace moniker::replace
