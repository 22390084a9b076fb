#include "project/concept_names.hpp"

#include <catch2/catch.hpp>

#include "support/english.hpp"

namespace moniker {

using namespace moniker::study;

namespace {

bool is_common_word(std::string_view word) {
  const std::set<std::string, std::less<>> words{"hope",    "fear", "will",  "power", "mark", "of",       "respect",
                                                 "grace",   "may",  "and",   "under", "on",   "pressure", "dr",
                                                 "leaning", "rose", "baker", "the",   "mrs",  "loss",     "garden"};
  return words.contains(word);
}

}  // namespace

TEST_CASE("who is meant in a concept's name, and what is meant") {
  // The name, the words in it that somebody is called, and whether they may be just words.
  const auto [name, called, words] = GENERATE(table<std::string, std::string, bool>({
      {"Hope & fear", "Hope", true},
      {"Fear & Hope", "Hope", true},
      {"May", "May", true},
      {"Will power", "Will", true},
      {"Mark of respect", "Mark", true},
      {"Grace under pressure", "Grace", true},
      {"Grace Under Pressure", "Grace", true},
      {"Loss and Hope", "Hope", true},
      {"hope", "hope", true},
      {"Will Power", "Will Power", false},  // two are a full name until a person has looked
      {"Will Power", "Will", true},
      {"Sheila", "Sheila", false},          // no ordinary word
      {"Rose Baker", "Rose Baker", false},  // a full name, of ordinary words
      {"Grace Adeyemi", "Grace Adeyemi", false},
      {"Dr Hope", "Hope", false},  // a title
      {"Mrs May", "Mrs May", false},
      {"Will's garden", "Will", false},      // a possessive ending
      {"leaning on Grace", "Grace", false},  // a capital that nothing else explains
  }));
  const prove::IsWord is_word = is_common_word;
  const ConceptNames concepts(is_word, test::english());
  const auto begin = static_cast<std::uint32_t>(name.find(called));
  CHECK(concepts.may_be_words(name, {begin, begin + static_cast<std::uint32_t>(called.size())}) == words);
}

}  // namespace moniker
