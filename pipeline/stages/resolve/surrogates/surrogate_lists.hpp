#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace moniker::resolve {

/// What a listed place is like: another of the same size may stand for it. Empty region or nation: its rows disagree.
struct PlaceKind {
  std::string size{};  // city, town, village, suburb; abroad
  std::string region{}, nation{};
};

/// Names to choose surrogates from, and what is known of names by which they are chosen. Plain data,
/// loaded once and then only read, by any number of threads; whoever chooses holds references to its pools.
struct SurrogateLists {
  using Pool = std::vector<std::string>;  // sorted, each once

  std::map<std::string, Pool> given{};   // "f welsh"
  std::map<std::string, Pool> family{};  // "welsh"
  std::map<std::string, Pool> places{};  // "town Wales", by region and by nation; "abroad Poland"

  struct Given {
    char gender = 'x';
    std::string origin{};  // empty: unknown
  };
  std::unordered_map<std::string, Given> given_names{};         // all by folded name
  std::unordered_map<std::string, std::string> family_names{};  // -> origin; empty: unknown
  std::unordered_map<std::string, PlaceKind> known_places{};
  std::unordered_set<std::string> particles{};

  /// Every folded word of every pool: what a text's words are held against.
  std::unordered_set<std::string> words{};
};

/// `lists` is the folder rules/lists. Throws Error{usage} with file and line for a missing or ragged list.
SurrogateLists load_surrogate_lists(const std::filesystem::path& lists);

/// Of a folded word of a text those that a surrogate could be: nina of nina's and ninas, the parts of a double name.
std::vector<std::string> listed_words(const SurrogateLists& lists, std::string_view word);

}  // namespace moniker::resolve
