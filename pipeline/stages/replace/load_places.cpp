// The lists of places into what is broader than each, and what kind of place it is. A kind is told only as far as it is
// known: GeoNames counts a part of a city as a town or a village, and calls a city what has 100,000 people.
#include <unordered_set>

#include "replace/generalisations.hpp"
#include "replace/list_rows.hpp"

namespace moniker::replace {
namespace {

/// True for what is more than a village or a part of a town.
bool is_large(std::string_view type) {
  return type != "village" && type != "suburb" && type != "place" && type != "natural feature" && type != "area" &&
         type != "phone area";
}

/// A row of counties.tsv.
struct County {
  std::string county{}, said{};
};

bool is_settlement(std::string_view kind) {
  return kind == "city" || kind == "town" || kind == "village" || kind == "suburb" || kind == "area";
}

class PlaceLoader {
 public:
  PlaceLoader(Generalisations& tables, const std::filesystem::path& lists) : tables_(tables), lists_(lists) {}

  void load() {
    read_list(lists_ / "places/counties.tsv", {"authority or area", "county", "region said"},
              [&](const std::string& name, const Fields& f) {
                counties_.try_emplace(name, County{std::string(f[1]), std::string(f[2])});
              });
    read_list(lists_ / "places/cities.txt", {}, [&](const std::string& name, const Fields&) { cities_.insert(name); });
    read_list(lists_ / "places/gb.tsv", {"name", "type", "county or authority", "region", "nation"},
              [&](const std::string& name, const Fields& f) { take(name, f); });
    settle();
    load_abroad();
  }

 private:
  void take(const std::string& name, const Fields& f) {
    const auto [at, first] = tables_.british.try_emplace(name);
    BritishPlace& place = at->second;
    merge_kind(place, kind_of(name, f[1], f[2]));
    merge_said(place, said_of(name, f));
    merge(place, first, name, f);
    for (const std::string_view broad : {f[3], f[4]}) {
      if (!broad.empty()) tables_.broad.try_emplace(fold(broad), broad);
      if (!broad.empty()) tables_.nation_of.try_emplace(fold(broad), f[4]);
    }
  }

  /// A county is its own; most rows name the authority that they lie in, and some bear its name.
  std::string county_of(const std::string& name, const Fields& f) const {
    const bool is_county = f[1].find("county") != std::string_view::npos;
    if (f[2].empty()) return is_county ? std::string(f[0]) : std::string();
    const auto known = counties_.find(fold(f[2]));
    if (known != counties_.end() && !known->second.county.empty()) return known->second.county;
    return fold(f[2]) == name && !is_county ? std::string() : std::string(f[2]);
  }

  std::string said_of(const std::string& name, const Fields& f) const {
    const auto known = counties_.find(f[2].empty() ? name : fold(f[2]));
    return known == counties_.end() || known->second.said.empty() ? std::string(f[3]) : known->second.said;
  }

  void merge(BritishPlace& known, bool first, const std::string& name, const Fields& f) const {
    const std::string_view region = f[3], nation = f[4];
    known.large = known.large || is_large(f[1]);
    if (nation.empty()) return;
    if (first || known.nation.empty()) {
      known.county = county_of(name, f);
      known.region = region;
      known.nation = nation;
    } else if (known.nation != nation) {
      known.region.clear();
      known.nation = "?";  // stays different from every nation to come
    } else if (known.region != region && !region.empty()) {
      known.region = known.region.empty() ? std::string(region) : std::string("?");
    }
    if (known.county != county_of(name, f)) known.county = "?";
  }

  static void merge_said(BritishPlace& known, const std::string& said) {
    if (said.empty() || known.said == said) return;
    known.said = known.said.empty() ? said : "?";
  }

  std::string_view kind_of(const std::string& name, std::string_view type, std::string_view authority) const {
    const bool in_a_city = authority == "Greater London" || cities_.contains(fold(authority));
    if (cities_.contains(name) && (type == "city" || type == "town" || type == "village")) return "city";
    if (in_a_city && (type == "city" || type == "town" || type == "village")) return "area";
    if (authority == "Greater London" && type == "suburb") return "area";
    if (type == "city") return "town";
    if (type == "town" || type == "village" || type == "suburb" || type == "area" || type == "council area" ||
        type == "region")
      return type;
    if (type.find("borough") != std::string_view::npos || type == "unitary authority" || type == "district")
      return "district";
    return type.find("county") != std::string_view::npos ? "county" : "place";
  }

  /// Where a settlement bears a district's name, people mean the settlement.
  static void merge_kind(BritishPlace& known, std::string_view kind) {
    if (known.kind.empty() || (is_settlement(kind) && !is_settlement(known.kind))) {
      if (known.kind != "?") known.kind = kind;
    } else if (known.kind != kind && is_settlement(kind) == is_settlement(known.kind)) {
      known.kind = "?";
    }
  }

  void settle() const {
    for (auto& [name, place] : tables_.british) {
      if (place.nation == "?") place.nation.clear();
      if (place.region == "?") place.region.clear();
      if (place.county == "?" || place.region.empty()) place.county.clear();
      if (place.kind == "?") place.kind = "place";
      const bool torn = place.nation.empty() || place.said == "?" || (place.said.empty() && place.region.empty());
      if (torn) place.said.clear();
    }
  }

  void load_abroad() const {
    read_list(lists_ / "places/world.tsv", {"name", "country"}, [&](const std::string& name, const Fields& f) {
      const auto [at, first] = tables_.abroad.try_emplace(name, f[1]);
      if (!first && at->second != f[1]) at->second.clear();
    });
    read_list(lists_ / "places/countries.tsv", {"name"},
              [&](const std::string& name, const Fields& f) { tables_.broad.try_emplace(name, f[0]); });
    read_list(lists_ / "ids/postcode_areas.tsv", {"area", "region", "nation"},
              [&](const std::string& area, const Fields& f) {
                tables_.postcode_areas[area] = {
                    .region = std::string(f[1]), .nation = std::string(f[2]), .kind = {}, .large = true};
              });
  }

  Generalisations& tables_;
  const std::filesystem::path& lists_;
  std::unordered_map<std::string, County> counties_{};
  std::unordered_set<std::string> cities_{};
};

}  // namespace

void load_places(Generalisations& tables, const std::filesystem::path& lists) { PlaceLoader(tables, lists).load(); }

}  // namespace moniker::replace
