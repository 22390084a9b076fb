#pragma once
#include <filesystem>
#include <string>

#include "words/language.hpp"
#include "words/nicknames.hpp"

namespace moniker::words {

/// What the lists know of people's names; all folded. Immutable once loaded: any number of threads may ask.
struct NameLists {
  Nicknames nicknames{};
  WordMap<char> given{};  // f, m, or x: borne by both
  WordSet surnames{};
  WordSet common{};  // surnames, given names and short forms of them that very many bear

  /// From `lists`/names. Throws Error{usage} with file and line.
  static NameLists load(const std::filesystem::path& lists);

  /// Whether it is somebody's name as it stands, so hardly another name misspelt. Of "terri-ann" each half has to be.
  bool is_given(const std::string& folded) const;
  bool is_surname(const std::string& folded) const;
  /// Whether by chance somebody else bears it, too, wherever people are told of.
  bool is_common(const std::string& folded) const { return common.contains(folded); }
  /// f or m; 0 where the list does not know the name, or knows women and men of it.
  char gender(const std::string& folded) const;
};

}  // namespace moniker::words
