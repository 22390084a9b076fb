#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "words/list_file.hpp"
#include "words/word_map.hpp"

namespace moniker::words {

/// How a sign is said, and whether behind the number that it stands before: £50 is fifty pounds.
struct SaidSign {
  std::string said{};
  bool behind_number = false;
};

/// What is one word though it is spelt two ways, from spelling.tsv of a language. Folded, in the order of the rows.
struct Spellings {
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  WordMap<std::string> in_full{};  // won't -> will not, mg -> milligrams
  Pairs endings_in_full{};         // n't -> not
  WordMap<std::string> words{};    // grey -> gray
  Pairs parts{};                   // haem -> hem, wherever it stands
  Pairs endings{};                 // ise -> ize, of a word of six letters and more; the first that fits
  Pairs stem_endings{};            // our -> or, behind three letters and more: four is not for; the first that fits
  WordMap<Pairs> joined{};         // by the first of two words, what the second makes of both: per: cent -> percent
  WordMap<SaidSign> signs{};

  void read(const ListFile& list);
};

}  // namespace moniker::words
