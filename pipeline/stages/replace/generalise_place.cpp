// A place becomes its region (setting `place`: its county, its nation, or the United Kingdom), a place abroad its
// country, a street address [ADDRESS], a postcode its area's region. A British name wins over the same name abroad, as
// people here talk of home (Boston in Lincolnshire is a town), but a village or suburb that shares its name with a
// large place abroad (Moscow, Ayrshire) could be either, and so could what several places are called: [PLACE].
#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "replace/generalisations.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

std::string_view without_lead(std::string_view folded) {
  constexpr std::string_view leads[] = {"the ",   "north ", "south ", "east ",    "west ",    "central ", "inner ",
                                        "outer ", "near ",  "in ",    "city of ", "greater ", "county ",  "downtown "};
  for (const std::string_view lead : leads) {
    if (folded.starts_with(lead)) return folded.substr(lead.size());
  }
  return folded;
}

bool is_of_the_kingdom(std::string_view nation) {
  return nation == "England" || nation == "Scotland" || nation == "Wales" || nation == "Northern Ireland";
}

namespace {

std::string region_or_nation(const ToReplace& what, const BritishPlace& place) {
  if (place.nation.empty()) return "PLACE";
  const std::string_view level = setting(what, "place", "region");
  if (level == "country" && is_of_the_kingdom(place.nation)) return "United Kingdom";
  if (level == "county" && !place.county.empty()) return place.county;
  if (level == "nation" || level == "country" || place.region.empty()) return place.nation;
  return place.region;
}

}  // namespace

std::string broad_enough(const ToReplace& what, const Generalisations& tables, const std::string& name) {
  const auto nation = tables.nation_of.find(fold(name));
  if (nation == tables.nation_of.end()) return name;
  const std::string_view level = setting(what, "place", "region");
  if (level == "country" && is_of_the_kingdom(nation->second)) return "United Kingdom";
  return level == "nation" || level == "country" ? nation->second : name;
}

bool tells_no_region(const ToReplace& what, const Generalisations& tables, const std::string& folded) {
  const auto shared = tables.shared_names.find(folded);
  if (shared != tables.shared_names.end()) return shared->second || setting(what, "place", "region") != "country";
  const auto british = tables.british.find(folded);
  const bool small_here = british != tables.british.end() && !british->second.large;
  return small_here && tables.abroad.contains(folded);
}

namespace {

Broader known_place(const ToReplace& what, const Generalisations& tables, std::string_view name) {
  const std::string folded(name);
  const auto british = tables.british.find(folded);
  const auto abroad = tables.abroad.find(folded);
  if (const auto broad = tables.broad.find(folded); broad != tables.broad.end()) {
    return broad_enough(what, tables, broad->second);
  }
  if (tells_no_region(what, tables, folded)) return "PLACE";
  if (british != tables.british.end()) return region_or_nation(what, british->second);
  if (abroad != tables.abroad.end()) return abroad->second.empty() ? "PLACE" : abroad->second;
  return std::nullopt;
}

Broader with_or_without_lead(const ToReplace& what, const Generalisations& tables, std::string_view folded) {
  while (true) {
    if (auto known = known_place(what, tables, folded)) return known;
    const std::string_view rest = without_lead(folded);
    if (rest == folded) return std::nullopt;
    folded = rest;
  }
}

/// "Richmond, North Yorkshire": what stands last says most surely where it is.
Broader by_its_parts(const ToReplace& what, const Generalisations& tables, std::string_view folded) {
  for (std::size_t end = folded.size(); end > 0;) {
    const std::size_t comma = folded.rfind(',', end - 1);
    std::string_view part = folded.substr(comma == std::string_view::npos ? 0 : comma + 1, end - (comma + 1));
    while (part.starts_with(' ')) part.remove_prefix(1);
    const auto known = with_or_without_lead(what, tables, part);
    if ((known && *known != "PLACE") || comma == std::string_view::npos) return known;
    end = comma;
  }
  return std::nullopt;
}

/// The letters a postcode begins with, where a digit follows them ("ls6 2ab" -> "ls"; "l s 6 2 a b" too).
std::string postcode_letters(std::string_view folded) {
  std::string letters;
  for (const char c : folded) {
    if (c == ' ') continue;
    if (is_ascii_digit(c)) return letters.size() <= 2 ? letters : std::string();
    if (c < 'a' || c > 'z') return {};
    letters += c;
  }
  return {};
}

}  // namespace

const BritishPlace* postcode_area(const Generalisations& tables, std::string_view folded) {
  const auto area = tables.postcode_areas.find(postcode_letters(folded));
  return area == tables.postcode_areas.end() || area->second.nation == "Other" ? nullptr : &area->second;
}

bool is_postcode(const Generalisations& tables, std::string_view folded) {
  const auto blank_free = std::count_if(folded.begin(), folded.end(), [](char c) { return c != ' '; });
  return blank_free <= 7 && tables.postcode_areas.contains(postcode_letters(folded));
}

Broader broader_address(const ToReplace&, const Generalisations&) { return "ADDRESS"; }

Broader broader_postcode(const ToReplace& what, const Generalisations& tables) {
  const BritishPlace* const area = postcode_area(tables, fold(core_text(what.surface)));
  return area == nullptr ? "POSTCODE" : region_or_nation(what, *area);
}

Broader broader_place(const ToReplace& what, const Generalisations& tables) {
  if (contains(what.subtype, "postcode")) return broader_postcode(what, tables);
  if (contains(what.subtype, "address") || contains(what.subtype, "street")) return "ADDRESS";
  const std::string folded = fold(core_text(what.surface));
  if (is_postcode(tables, folded)) return broader_postcode(what, tables);
  const auto known = with_or_without_lead(what, tables, folded);
  if (known && *known != "PLACE") return known;
  const auto by_parts = contains(folded, ",") ? by_its_parts(what, tables, folded) : known;
  return by_parts ? by_parts : known;
}

}  // namespace moniker::replace
