#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "words/date_words.hpp"
#include "words/number_words.hpp"
#include "words/spellings.hpp"
#include "words/word_map.hpp"

namespace moniker::words {

/// What a word says of a speaker's label.
struct RoleWord {
  enum class Label : char { no, alone, beside };
  Label label{};        // alone: is a label by itself; beside: only next to such a word
  bool nobody = false;  // names nobody, and may be written out: MIDWIFE
  bool asks = false;    // whose label it is puts the questions
};

/// A word before a name ("Mrs") or behind it ("OBE") that is no part of it.
struct Title {
  bool behind = false;
  char gender = 0;       // f, m; 0: says nothing
  char goes_with = 'e';  // s: a surname, g: a given name, e: either
};

/// What code asks of a language by itself; what rules ask stands in the rules. Folded, plain, immutable once loaded;
/// handed in, never global. An empty one is a language of no words: every answer is no.
///
/// One more list of words is a member here, a line in `lists` (language.cpp) and rows in words.tsv of the languages
/// that have it. One more table is a member, a function that reads its file with words::each_row, a line in `tables`
/// there, and the file in every language's folder.
struct Language {
  // roles.tsv, titles.tsv
  WordMap<RoleWord> roles{};
  WordMap<Title> titles{};

  // numbers.tsv, dates.tsv, spelling.tsv
  NumberWords numbers{};
  DateWords dates{};
  Spellings spellings{};

  // words.tsv; which words, and who asks, is said there
  WordSet label_small_words{}, head_fields{}, lead_ins{}, sentence_words{}, answers{}, label_asides{};
  WordSet unheard{}, masked{}, stand_ins{};
  WordSet articles{}, small_words{};
  WordSet goes_on{}, fillers{};
  WordSet names_self{}, self_after{}, own_name{}, self_before{}, introductions{}, sayings{}, speaker{}, family{}, own{},
      others{}, acquaintances{}, greetings{}, taken_up{};
  WordSet organisation_words{}, before_months{};
  WordSet number_pauses{}, number_signs{}, date_small_words{}, from_today{}, pointing_words{}, age_words{};
  WordSet determiners{}, before_languages{}, between_languages{}, after_languages{}, with_languages{}, people_do{},
      faiths{};
  WordSet before_consonants{}, before_vowels{}, vowels_unsaid{};

  /// From `rules`/<code>/language, of several languages the union; where two disagree on a word of a table, the first
  /// one's row stands. Throws Error{usage} with file and line for a file that is missing or ragged, and for a list or
  /// a value that there is not.
  static Language load(const std::filesystem::path& rules, const std::vector<std::string>& codes);
  /// The files that it reads of one language.
  static std::vector<std::filesystem::path> files(const std::filesystem::path& rules, const std::string& code);
};

}  // namespace moniker::words
