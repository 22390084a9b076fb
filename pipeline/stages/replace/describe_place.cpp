// A place by its kind and its region. The kind is that of the list, else what a word of the name says (Heaton Park),
// else it is a place; the region is told only where everything that is called so lies in it.
#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "replace/described.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

constexpr const char* of_no_kind = "place";

/// As broad as the setting `place` wants; empty where nothing is sure. Nothing is said by its own name.
std::string where_of(const ToReplace& what, const BritishPlace& place, std::string_view name) {
  const std::string_view level = setting(what, "place", "region");
  if (level == "country" && is_of_the_kingdom(place.nation)) return "United Kingdom";
  if (level == "county" && !place.county.empty() && fold(place.county) != name) return place.county;
  const std::string& region = place.said.empty() ? place.region : place.said;
  const bool narrow = level == "region" || level == "county";
  if (narrow && !region.empty() && fold(region) != name) return region;
  return place.nation;
}

/// "Heaton Park" -> park, "River Aire" -> river; empty: its words say nothing.
std::string kind_by_words(const Generalisations& tables, std::string_view name) {
  for (std::size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', blank + 1)) {
    const auto first = tables.first_words.find(std::string(name.substr(0, blank)));
    if (first != tables.first_words.end()) return first->second;
    const auto last = tables.last_words.find(std::string(name.substr(blank + 1)));
    if (last != tables.last_words.end()) return last->second;
  }
  return {};
}

/// What begins with a number is where somebody lives; else a word of the name tells, one of a place before one of an
/// organisation (Well Lane Pharmacy).
Description of_kind(const Generalisations& tables, std::string_view name, std::string where = {}) {
  if (!name.empty() && is_ascii_digit(name.front()) && name.find(' ') != std::string_view::npos)
    return {.kind = "address"};
  std::string kind = kind_by_words(tables, name);
  if (kind.empty()) {
    const Broader organisation = kind_of_organisation(name, {}, tables);
    if (organisation && *organisation != "EMPLOYER") kind = in_small_words(*organisation);
  }
  return {.kind = kind.empty() ? of_no_kind : kind, .where = std::move(where)};
}

/// At its own level it is said already: Yorkshire, or North Yorkshire where counties may be told.
bool as_broad(const ToReplace& what, const BritishPlace& place, std::string_view name) {
  const std::string_view level = setting(what, "place", "region");
  if (place.kind == "region") return level == "region" || level == "county";
  if (level == "county" && place.kind == "county") return true;
  return level == "region" && fold(place.said) == name;
}

bool is_direction(std::string_view word) {
  constexpr std::string_view directions[] = {"north", "south", "east", "west", "central", "inner", "outer", "downtown"};
  return std::find(std::begin(directions), std::end(directions), word) != std::end(directions);
}

Described by_name(const ToReplace& what, const Generalisations& tables, std::string_view name) {
  const std::string folded(name);
  if (const auto broad = tables.broad.find(folded); broad != tables.broad.end()) {
    return Description{.whole = broad_enough(what, tables, broad->second)};
  }
  if (tells_no_region(what, tables, folded)) return of_kind(tables, name);
  if (const auto here = tables.british.find(folded); here != tables.british.end()) {
    const BritishPlace& place = here->second;
    if (as_broad(what, place, name)) return Description{.as_broad = true};
    Description said{.kind = place.kind, .where = where_of(what, place, name)};
    if (said.kind == of_no_kind) said.kind = of_kind(tables, name).kind;
    return said;
  }
  const auto abroad = tables.abroad.find(folded);
  return abroad == tables.abroad.end() ? Described() : of_kind(tables, name, abroad->second);
}

/// "North Leeds" is a part of it; "the city of Leeds" is all of it.
Described without_leads(const ToReplace& what, const Generalisations& tables, std::string_view folded) {
  bool part = false;
  while (true) {
    if (auto known = by_name(what, tables, folded)) {
      if (part && known->whole.empty()) *known = {.kind = "area", .where = known->where};
      return known;
    }
    const std::string_view rest = without_lead(folded);
    if (rest == folded) return std::nullopt;
    part = part || is_direction(folded.substr(0, folded.find(' ')));
    folded = rest;
  }
}

/// "richmond, north yorkshire", "lagos nigeria": the end says where it is, the beginning what.
Described by_its_end(const ToReplace& what, const Generalisations& tables, std::string_view folded) {
  for (std::size_t blank = folded.find(' '); blank != std::string_view::npos; blank = folded.find(' ', blank + 1)) {
    const std::string_view end = folded.substr(blank + 1);
    std::string_view begin = folded.substr(0, blank);
    const bool comma = begin.ends_with(',');
    if (comma) begin.remove_suffix(1);
    const auto outer = by_name(what, tables, end);
    if (!outer) continue;
    const bool wide = !outer->whole.empty() || outer->as_broad || outer->kind == "county";
    if (!wide && (!comma || outer->where.empty())) continue;
    const auto inner = by_name(what, tables, begin);
    if (!inner && !comma) continue;
    Description said{.kind = inner && !inner->kind.empty() ? inner->kind : of_kind(tables, begin).kind};
    said.where = !outer->whole.empty() ? outer->whole : outer->where;
    if (outer->as_broad) said.where = tables.british.at(std::string(end)).said;
    return said;
  }
  return std::nullopt;
}

bool has_part(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

Described described_address(const ToReplace&, const Generalisations&) { return Description{.kind = "address"}; }

Described described_postcode(const ToReplace& what, const Generalisations& tables) {
  const BritishPlace* const area = postcode_area(tables, fold(core_text(what.surface)));
  return Description{.kind = "postcode", .where = area == nullptr ? std::string() : where_of(what, *area, {})};
}

Described described_place(const ToReplace& what, const Generalisations& tables) {
  if (has_part(what.subtype, "postcode")) return described_postcode(what, tables);
  if (has_part(what.subtype, "address") || has_part(what.subtype, "street")) return described_address(what, tables);
  const std::string surface = fold(core_text(what.surface));
  if (is_postcode(tables, surface)) return described_postcode(what, tables);
  for (const std::string& name : {std::string(what.form), surface}) {
    if (name.empty()) continue;
    if (auto known = without_leads(what, tables, name)) {
      known->as_broad = known->as_broad || (!known->whole.empty() && fold(known->whole) == surface);
      return known;
    }
    if (auto known = by_its_end(what, tables, name)) return known;
  }
  if (what.subtype == "road") return Description{.kind = "road"};
  if (!what.keyed.empty() && kind_by_words(tables, surface).empty()) return std::nullopt;
  return of_kind(tables, surface);
}

}  // namespace moniker::replace
