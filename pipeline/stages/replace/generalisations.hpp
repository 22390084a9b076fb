#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "replace/to_replace.hpp"
#include "words/language.hpp"

namespace moniker::replace {

/// A British place as its rows agree on it. Where rows of one name lie in several counties, the county is empty;
/// where they lie in several regions of a nation, the region too; where they lie in several nations, all are.
struct BritishPlace {
  std::string county{}, region{}, nation{};
  bool large = false;  // a town or city, a county, a district: not only a village or a part of a town
};

/// The operators' look-ups by fold()ed words: place to region, occupation to broader term. Plain data, loaded once and
/// then only read, by any number of threads; it must outlive every operator's call and what that returns as a view.
struct Generalisations {
  const words::Language& language;  // outlives it: what numbers, months and the words beside them say
  std::unordered_map<std::string, BritishPlace> british{};
  std::unordered_map<std::string, std::string> abroad{};              // -> country; empty where rows disagree
  std::unordered_map<std::string, std::string> broad{};               // countries, nations, regions -> as written
  std::unordered_map<std::string, std::string> nation_of{};           // British regions and nations -> nation
  std::unordered_map<std::string, BritishPlace> postcode_areas{};     // "ls"
  std::unordered_map<std::string, std::string_view> organisations{};  // -> HOSPITAL
  std::unordered_map<std::string, std::string> occupations{};         // -> broader term; empty: none is known
  std::unordered_map<std::string, std::string> groups{};              // ethnic groups and religions -> census group
  std::unordered_map<std::string, std::string> demonyms{};            // -> UK region or continent
  std::unordered_set<std::string> calendar{};                         // weekdays, months, seasons, holidays, festivals
};

/// `lists` is the folder rules/lists; `language` outlives what is loaded. Throws Error{usage} with file and line when a
/// list is missing or ragged.
std::shared_ptr<const Generalisations> load_generalisations(const std::filesystem::path& lists,
                                                            const words::Language& language);

/// The continent of an ISO 3166-1 alpha-2 code, by the United Nations' M49 regions; empty when unknown.
std::string_view continent_of(std::string_view country_code);

/// Something broader than the words, without brackets; nothing where none is known. Words that are as broad
/// already come back as they are.
using Broader = std::optional<std::string>;
Broader broader_place(const ToReplace&, const Generalisations&);
Broader broader_address(const ToReplace&, const Generalisations&);
Broader broader_postcode(const ToReplace&, const Generalisations&);
Broader broader_date(const ToReplace&, const Generalisations&);
Broader broader_age(const ToReplace&, const Generalisations&);
Broader broader_organisation(const ToReplace&, const Generalisations&);
Broader broader_occupation(const ToReplace&, const Generalisations&);
Broader broader_group(const ToReplace&, const Generalisations&);

/// The kind of a list's organisation: rows of orgs/*.tsv say "amenity/bank", "hospital". Empty when it says
/// nothing.
std::string_view organisation_kind(std::string_view listed_kind);

}  // namespace moniker::replace
