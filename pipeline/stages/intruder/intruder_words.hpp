#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "words/date_words.hpp"
#include "words/name_lists.hpp"
#include "words/number_words.hpp"
#include "words/word_map.hpp"

namespace moniker::intruder {

/// A day that comes every year: of a month, or so many days from Easter Sunday.
struct Feast {
  unsigned month = 0, day = 0;  // 0: it moves with Easter
  int from_easter = 0;
};

/// The lists and the words of a language by which an intruder reads, from rules/lists and rules/<language>/intruder;
/// folded, plain, immutable once loaded.
struct IntruderWords {
  words::NameLists names{};
  words::WordSet sure_given{}, sure_surnames{};  // no words of talk, wherever they stand
  words::WordMap<char> places{};                 // s: small, t: a town, c: known by everybody
  words::WordSet organisations{}, countries{};
  words::WordSet ordinary{};  // what a dictionary has
  words::WordSet harmless{};  // phrases of up to four words that mean nobody: brands, eponyms, public figures
  words::WordSet function_words{}, occupations{}, titles{};
  words::WordSet called{}, before_places{}, before_jobs{}, in_dates{}, beside_dates{}, sounds{};
  words::WordMap<std::string> facts{};  // phrase -> family, event, public, ...
  words::WordMap<Feast> feasts{};
  words::WordMap<char> letters{};  // what letters are called -> the letter
  words::DateWords dates{};
  words::NumberWords numbers{};

  /// Throws Error{usage} with file and line for what is missing or ragged.
  static IntruderWords load(const std::filesystem::path& rules, const std::string& language);

  bool is_ordinary(std::string_view folded) const;  // also by an ending: walks, walked
};

}  // namespace moniker::intruder
