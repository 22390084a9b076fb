// Reads rules/lists into the look-ups. The lists' formats stand in their own first lines ("# name<TAB>kind
// ...").
#include <vector>

#include "base/fold.hpp"
#include "moniker/error.hpp"
#include "replace/generalisations.hpp"
#include "words/list_file.hpp"

namespace moniker::replace {
namespace {

using Fields = std::vector<std::string_view>;

/// Calls `take` for each row with its first column folded, and the named columns.
template <class Take>
void read_list(const std::filesystem::path& path, const Fields& columns, const Take& take) {
  words::each_row(words::read_list_file(path), columns,
                  [&](const words::ListRow& row) { take(fold(row.cells[0]), row.cells); });
}

/// True for what is more than a village or a part of a town.
bool is_large(std::string_view type) {
  return type != "village" && type != "suburb" && type != "place" && type != "natural feature" && type != "area" &&
         type != "phone area";
}

/// A county is its own; most rows name the one they lie in.
std::string county_of(const Fields& f) {
  return std::string(f[2].empty() && f[1].find("county") != std::string_view::npos ? f[0] : f[2]);
}

void merge(BritishPlace& known, bool first, const Fields& f) {
  const std::string_view region = f[3], nation = f[4];
  known.large = known.large || is_large(f[1]);
  if (nation.empty()) return;
  if (first || known.nation.empty()) {
    known.county = county_of(f);
    known.region = region;
    known.nation = nation;
  } else if (known.nation != nation) {
    known.region.clear();
    known.nation = "?";  // stays different from every nation to come
  } else if (known.region != region && !region.empty()) {
    known.region = known.region.empty() ? std::string(region) : std::string("?");
  }
  if (known.county != county_of(f)) known.county = "?";
}

void settle(std::unordered_map<std::string, BritishPlace>& places) {
  for (auto& [name, place] : places) {
    if (place.nation == "?") place.nation.clear();
    if (place.region == "?") place.region.clear();
    if (place.county == "?" || place.region.empty()) place.county.clear();
  }
}

void load_places(Generalisations& tables, const std::filesystem::path& lists) {
  read_list(lists / "places/gb.tsv", {"name", "type", "county or authority", "region", "nation"},
            [&](const std::string& name, const Fields& f) {
              const auto [at, first] = tables.british.try_emplace(name);
              merge(at->second, first, f);
              for (const std::string_view broad : {f[3], f[4]}) {
                if (!broad.empty()) tables.broad.try_emplace(fold(broad), broad);
                if (!broad.empty()) tables.nation_of.try_emplace(fold(broad), f[4]);
              }
            });
  settle(tables.british);
  read_list(lists / "places/world.tsv", {"name", "country"}, [&](const std::string& name, const Fields& f) {
    const auto [at, first] = tables.abroad.try_emplace(name, f[1]);
    if (!first && at->second != f[1]) at->second.clear();
  });
  read_list(lists / "places/countries.tsv", {"name"},
            [&](const std::string& name, const Fields& f) { tables.broad.try_emplace(name, f[0]); });
  read_list(lists / "ids/postcode_areas.tsv", {"area", "region", "nation"},
            [&](const std::string& area, const Fields& f) {
              tables.postcode_areas[area] = {"", std::string(f[1]), std::string(f[2]), true};
            });
}

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
  read_list(lists / "places/demonyms.tsv", {"demonym", "country code", "UK region"},
            [&](const std::string& name, const Fields& f) {
              const std::string_view broader = f[2].empty() ? continent_of(f[1]) : f[2];
              if (!broader.empty()) tables.demonyms.try_emplace(name, broader);
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
  return tables;
}

}  // namespace moniker::replace
