// Reads rules/lists into the look-ups. The lists' formats stand in their own first lines ("# name<TAB>kind
// ...").
#include "base/fold.hpp"
#include "replace/generalisations.hpp"
#include "replace/list_rows.hpp"

namespace moniker::replace {
namespace {

void load_organisations(Generalisations& tables, const std::filesystem::path& lists) {
  const auto add = [&](const std::string& name, std::string_view kind) {
    if (!kind.empty()) tables.organisations.try_emplace(name, kind);
  };
  for (const char* list : {"orgs/health.tsv", "orgs/brands.tsv", "orgs/bodies.tsv"}) {
    read_list(lists / list, {"name", "kind"},
              [&](const std::string& name, const Fields& f) { add(name, organisation_kind(f[1])); });
  }
  struct Plain {
    const char* list;
    std::string_view kind;
  };
  for (const Plain& plain : {Plain{"orgs/universities.txt", "UNIVERSITY"}, Plain{"orgs/colleges_schools.txt", "SCHOOL"},
                             Plain{"orgs/charities.txt", "CHARITY"}, Plain{"orgs/government.txt", "PUBLIC BODY"}}) {
    read_list(lists / plain.list, {}, [&](const std::string& name, const Fields&) { add(name, plain.kind); });
  }
}

void load_people(Generalisations& tables, const std::filesystem::path& lists) {
  read_list(lists / "groups/occupations.tsv", {"occupation", "broader term"},
            [&](const std::string& name, const Fields& f) {
              auto& broader = tables.occupations[name];
              if (broader.empty()) broader = f[1];
            });
  for (const char* list : {"groups/ethnic_groups.tsv", "groups/religions.tsv"}) {
    read_list(lists / list, {"term", "group"},
              [&](const std::string& name, const Fields& f) { tables.groups.try_emplace(name, f[1]); });
  }
  read_list(lists / "places/demonyms.tsv", {"demonym", "country code", "place", "UK region", "UK nation"},
            [&](const std::string& name, const Fields& f) {
              tables.demonyms.try_emplace(
                  name, Demonym{std::string(f[1]), std::string(f[2]), std::string(f[3]), std::string(f[4])});
            });
  read_list(lists / "calendar.tsv", {"term"},
            [&](const std::string& name, const Fields&) { tables.calendar.insert(name); });
}

}  // namespace

std::shared_ptr<const Generalisations> load_generalisations(const std::filesystem::path& lists,
                                                            const words::Language& language) {
  auto tables = std::make_shared<Generalisations>(Generalisations{.language = language});
  load_places(*tables, lists);
  load_organisations(*tables, lists);
  load_people(*tables, lists);
  load_descriptions(*tables, lists);
  return tables;
}

}  // namespace moniker::replace
