#pragma once
#include <string>
#include <unordered_set>

#include "resolve/entities.hpp"
#include "resolve/surrogates/rhythm.hpp"
#include "resolve/surrogates/surrogate_lists.hpp"

namespace moniker::resolve {

/// What surrogates are chosen by.
struct SurrogateNeeds {
  const SurrogateLists& lists;
  const words::Nicknames& nicknames;
  const Labels& labels;                     // one of them means a person
  std::unordered_set<std::string> taken{};  // folded words that nobody may be called from now on
  bool people = true, places = true;
  const Rhythms* rhythms = nullptr;  // null: however it is said
};

struct SurrogateCount {
  std::size_t given = 0;   // entities that have one
  std::size_t shared = 0;  // given in an earlier run and, as is known now, somebody's real name too
};

/// Gives the assignment's people and places surrogates. People: one given name and, for each surname, one family name,
/// of the same gender and origin where the lists know them; whoever shared a surname shares its surrogate. Places:
/// another of the same size and region. Never the same initial, never a name that is taken or was given already. What
/// was given once stays. With `rhythms` every form has a surrogate of its own with as many syllables and the stress
/// where it was, a short form (Kate) a short one, where the lists have any. An entity for which the lists have nothing
/// more goes without. The registry's transaction is the caller's.
SurrogateCount choose_surrogates(Assignment& assignment, Registry& registry, const SurrogateNeeds& needs);

}  // namespace moniker::resolve
