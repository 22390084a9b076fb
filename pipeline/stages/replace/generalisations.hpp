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
  std::string
      said{};  // the region as people say it (Yorkshire), where all rows have one; may be known without a region
  std::string kind{};  // village; of rows that differ, "place"
  bool large = false;  // a town or city, a county, a district: not only a village or a part of a town
};

/// Somebody's nationality, or the part of the country they are from.
struct Demonym {
  std::string country{};                    // ISO 3166-1
  std::string place{}, region{}, nation{};  // region and nation of the United Kingdom
};

/// A part of the world.
struct WorldRegion {
  std::string region{}, continent{};
};

/// How a group, a region or a language is said.
struct GroupWords {
  std::string before_noun{}, of_somebody{}, one{}, several{};
  std::string name{};  // of a faith or a language; of a region with its article; else empty
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
  std::unordered_map<std::string, Demonym> demonyms{};
  std::unordered_set<std::string> calendar{};  // weekdays, months, seasons, holidays, festivals

  // What `describe` asks beside these.
  std::unordered_map<std::string, bool> shared_names{};  // names of several places -> whether of several countries
  std::unordered_map<std::string, std::string> first_words{};  // of places' names -> their kind
  std::unordered_map<std::string, std::string> last_words{};   // the same
  std::unordered_map<std::string, WorldRegion> world{};        // ISO 3166-1 code, as written
  std::unordered_map<std::string, std::string> languages{};    // -> group
  std::unordered_map<std::string, GroupWords> group_words{};   // by folded group
  std::unordered_set<std::string> said_groups{};               // every form in them, folded
  std::unordered_set<std::string> function_words{};            // that are nobody's name and no noun
};

/// The parts of load_generalisations() with a file of their own.
void load_places(Generalisations&, const std::filesystem::path& lists);
void load_descriptions(Generalisations&, const std::filesystem::path& lists);

/// `lists` is the folder rules/lists; `language` outlives what is loaded. Throws Error{usage} with file and line when a
/// list is missing or ragged.
std::shared_ptr<const Generalisations> load_generalisations(const std::filesystem::path& lists,
                                                            const words::Language& language);

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

/// "central Leeds", "the city of York", "near Hull": the words before the name go.
std::string_view without_lead(std::string_view folded);
/// The Isle of Man and the Channel Islands are not.
bool is_of_the_kingdom(std::string_view nation);
/// Regions, nations and countries are as broad as most settings `place` want.
std::string broad_enough(const ToReplace&, const Generalisations&, const std::string& name);
/// Whether the name could mean places far apart: what it alone says of where is wrong too often.
bool tells_no_region(const ToReplace&, const Generalisations&, const std::string& folded);

/// HOSPITAL; nothing where neither the name nor a list tells.
Broader kind_of_organisation(std::string_view name, std::string_view subtype, const Generalisations&);

/// Whether they are a postcode or its beginning. The region of its area; null where none is known.
bool is_postcode(const Generalisations&, std::string_view folded);
const BritishPlace* postcode_area(const Generalisations&, std::string_view folded);

/// The kind of a list's organisation: rows of orgs/*.tsv say "amenity/bank", "hospital". Empty when it says
/// nothing.
std::string_view organisation_kind(std::string_view listed_kind);

}  // namespace moniker::replace
