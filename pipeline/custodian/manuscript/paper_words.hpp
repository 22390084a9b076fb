#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "words/number_words.hpp"
#include "words/word_map.hpp"

namespace moniker::custodian {

/// What stands before a number that is an ID, or that is none.
struct IdPrefix {
  /// Of a pair (Dyad 3) each is told by what they are; at a place (Site B) many are, and may be numbered there.
  enum class Kind : std::uint8_t { participant, group, session, pair, place, other };
  Kind kind{};
  bool generic = false;  // says no more than "participant"
  bool word = false;     // a word of the sentence: Participant 7
};

/// What a word says of somebody: gender, female.
struct SaidOfSomebody {
  std::string kind{}, value{};
};

/// The words by which a paper is read, from rules/<language>/manuscript; plain, immutable once loaded.
struct PaperWords {
  words::WordMap<IdPrefix> prefixes{};
  words::WordMap<std::vector<SaidOfSomebody>> attributes{};
  words::WordSet asked{}, open{}, hedges{}, remainder{}, several{}, people{}, took_part{}, breaks_down{}, experience{},
      units{}, speaks{}, renamed{}, occasions{}, table_counts{}, table_ids{}, totals{}, negations{};
  words::NumberWords numbers{};

  /// Throws Error{usage} with file and line for what is missing or ragged.
  static PaperWords load(const std::filesystem::path& rules, const std::string& language);
};

/// Whether one of the phrases stands in a folded text, as whole words.
bool says_one_of(std::string_view folded, const words::WordSet& phrases);

}  // namespace moniker::custodian
