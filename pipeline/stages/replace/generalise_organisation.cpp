// An organisation becomes its kind: by the word in its name that says so, else by the list it stands in.
// Words come first, as the lists' kinds were made for maps and call a council a school.
#include <algorithm>

#include "base/fold.hpp"
#include "replace/described.hpp"
#include "replace/generalisations.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"
#include "words/placed_words.hpp"

namespace moniker::replace {
namespace {

struct OrganisationKind {
  std::string_view word{}, kind{};
};

// In order: "University Hospital" is a hospital, "Hospital School" too, an "NHS Foundation Trust" of a
// hospital a trust.
constexpr OrganisationKind heads[] = {
    {"nhs trust", "NHS TRUST"},
    {"nhs foundation trust", "NHS TRUST"},
    {"foundation trust", "NHS TRUST"},
    {"partnership trust", "NHS TRUST"},
    {"hospitals trust", "NHS TRUST"},
    {"health board", "HEALTH BOARD"},
    {"care board", "HEALTH BOARD"},
    {"trust or board", "NHS TRUST"},
    {"ambulance", "AMBULANCE SERVICE"},
    {"academies trust", "SCHOOL TRUST"},
    {"academy trust", "SCHOOL TRUST"},
    {"schools trust", "SCHOOL TRUST"},
    {"education trust", "SCHOOL TRUST"},
    {"hospice", "HOSPICE"},
    {"hospital", "HOSPITAL"},
    {"hospitals", "HOSPITAL"},
    {"infirmary", "HOSPITAL"},
    {"maternity unit", "HOSPITAL"},
    {"ward", "WARD"},
    {"surgery", "GP PRACTICE"},
    {"medical centre", "GP PRACTICE"},
    {"health centre", "GP PRACTICE"},
    {"medical practice", "GP PRACTICE"},
    {"group practice", "GP PRACTICE"},
    {"dental practice", "DENTIST"},
    {"dental", "DENTIST"},
    {"clinic", "CLINIC"},
    {"pharmacy", "PHARMACY"},
    {"chemist", "PHARMACY"},
    {"nursing home", "CARE HOME"},
    {"care home", "CARE HOME"},
    {"residential home", "CARE HOME"},
    {"sheltered housing", "HOUSING PROVIDER"},
    {"housing association", "HOUSING PROVIDER"},
    {"housing", "HOUSING PROVIDER"},
    {"homes", "HOUSING PROVIDER"},
    {"university", "UNIVERSITY"},
    {"polytechnic", "UNIVERSITY"},
    {"nursery", "NURSERY"},
    {"playgroup", "NURSERY"},
    {"preschool", "NURSERY"},
    {"primary", "SCHOOL"},
    {"school", "SCHOOL"},
    {"academy", "SCHOOL"},
    {"grammar", "SCHOOL"},
    {"comprehensive", "SCHOOL"},
    {"sixth form", "COLLEGE"},
    {"college", "COLLEGE"},
    {"council", "COUNCIL"},
    {"constabulary", "POLICE"},
    {"police", "POLICE"},
    {"fire", "FIRE SERVICE"},
    {"prison", "PRISON"},
    {"hmp", "PRISON"},
    {"court", "COURT"},
    {"church", "PLACE OF WORSHIP"},
    {"chapel", "PLACE OF WORSHIP"},
    {"cathedral", "PLACE OF WORSHIP"},
    {"mosque", "PLACE OF WORSHIP"},
    {"masjid", "PLACE OF WORSHIP"},
    {"synagogue", "PLACE OF WORSHIP"},
    {"temple", "PLACE OF WORSHIP"},
    {"gurdwara", "PLACE OF WORSHIP"},
    {"library", "LIBRARY"},
    {"charity", "CHARITY"},
    {"charitable", "CHARITY"},
    {"foundation", "CHARITY"},
    {"appeal", "CHARITY"},
    {"food bank", "CHARITY"},
    {"foodbank", "CHARITY"},
    {"building society", "BANK"},
    {"bank", "BANK"},
    {"hotel", "HOTEL"},
    {"inn", "PUB OR RESTAURANT"},
    {"pub", "PUB OR RESTAURANT"},
    {"arms", "PUB OR RESTAURANT"},
    {"restaurant", "PUB OR RESTAURANT"},
    {"cafe", "PUB OR RESTAURANT"},
    {"football club", "CLUB"},
    {"rugby club", "CLUB"},
    {"club", "CLUB"},
    {"supermarket", "SHOP"},
    {"stores", "SHOP"},
    {"solicitors", "EMPLOYER"},
    {"ltd", "EMPLOYER"},
    {"limited", "EMPLOYER"},
    {"plc", "EMPLOYER"},
    {"llp", "EMPLOYER"},
    {"factory", "EMPLOYER"},
    {"department for", "PUBLIC BODY"},
    {"department of", "PUBLIC BODY"},
    {"ministry of", "PUBLIC BODY"},
};

// The kinds of the lists, by how they begin. What is not here says too little (route/bus, shop/trade are
// employers).
constexpr OrganisationKind listed[] = {
    {"hospital", "HOSPITAL"},
    {"trust or board", "NHS TRUST"},
    {"employer", "EMPLOYER"},
    {"shop/chemist", "PHARMACY"},
    {"shop/charity", "CHARITY"},
    {"shop/", "SHOP"},
    {"amenity/bank", "BANK"},
    {"amenity/pharmacy", "PHARMACY"},
    {"amenity/school", "SCHOOL TRUST"},
    {"amenity/prep_school", "SCHOOL"},
    {"amenity/college", "COLLEGE"},
    {"amenity/hospital", "HOSPITAL"},
    {"amenity/clinic", "CLINIC"},
    {"amenity/police", "POLICE"},
    {"amenity/fire_station", "FIRE SERVICE"},
    {"amenity/social_facility", "CARE HOME"},
    {"emergency/ambulance", "AMBULANCE SERVICE"},
    {"amenity/prison", "PRISON"},
    {"amenity/courthouse", "COURT"},
    {"amenity/library", "LIBRARY"},
    {"amenity/restaurant", "PUB OR RESTAURANT"},
    {"amenity/fast_food", "PUB OR RESTAURANT"},
    {"amenity/cafe", "PUB OR RESTAURANT"},
    {"amenity/pub", "PUB OR RESTAURANT"},
    {"amenity/bar", "PUB OR RESTAURANT"},
    {"tourism/hotel", "HOTEL"},
    {"leisure/", "CLUB"},
    {"office/", "EMPLOYER"},
    {"route/", "EMPLOYER"},
    {"amenity/", "EMPLOYER"},
};

/// The folded name between blanks, so that " ward " is a word of it.
std::string between_blanks(std::string_view surface) {
  std::string out = " ";
  for (const words::PlacedWord& word : words::placed_words(surface)) out += word.folded + ' ';
  return out;
}

/// Hospitals are the NHS's unless their name says otherwise.
bool is_private(std::string_view between_blanks) {
  constexpr std::string_view names[] = {" nuffield ", " spire ",   " bupa ",   " bmi ",
                                        " ramsay ",   " private ", " circle ", " priory "};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return between_blanks.find(name) != std::string_view::npos; });
}

/// "an NHS hospital", "a GP practice", for talk that is to be read aloud.
std::string in_a_phrase(std::string_view kind, std::string_view name) {
  if (kind == "HOSPITAL") return is_private(name) ? "a private hospital" : "an NHS hospital";
  const std::string words = in_small_letters(kind);
  constexpr std::string_view vowels = "aeioN";  // an employer, an NHS trust; a university
  return (vowels.find(words.front()) == std::string_view::npos ? "a " : "an ") + words;
}

}  // namespace

std::string_view organisation_kind(std::string_view listed_kind) {
  for (const OrganisationKind& row : listed) {
    if (listed_kind.starts_with(row.word)) return row.kind;
  }
  return {};
}

Broader kind_of_organisation(std::string_view surface, std::string_view subtype, const Generalisations& tables) {
  const std::string name = between_blanks(surface);
  for (const OrganisationKind& head : heads) {
    if (name.find(" " + std::string(head.word) + " ") != std::string::npos) return std::string(head.kind);
  }
  // "Tesco's" may be Tesco, "Addenbrooke's" is in the list as it stands.
  for (const std::string& form : {fold(surface), fold(core_text(surface))}) {
    const std::string_view bare = std::string_view(form).starts_with("the ") ? std::string_view(form).substr(4) : form;
    for (const auto& tried : {std::string_view(form), bare}) {
      if (const auto row = tables.organisations.find(std::string(tried)); row != tables.organisations.end()) {
        return std::string(row->second);
      }
    }
  }
  if (subtype.find("employer") != std::string_view::npos) return "EMPLOYER";
  return std::nullopt;
}

Broader broader_organisation(const ToReplace& what, const Generalisations& tables) {
  const Broader kind = kind_of_organisation(what.surface, what.subtype, tables);
  if (!kind || setting(what, "organisation", "kind") == "kind") return kind;
  return in_a_phrase(*kind, between_blanks(what.surface));
}

}  // namespace moniker::replace
