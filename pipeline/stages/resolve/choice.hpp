#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "resolve/bearer.hpp"
#include "resolve/mention.hpp"

namespace moniker::resolve {

/// Somebody whom a form may mean, and what they have to do with the transcript it falls in.
struct Candidate {
  std::size_t bearer = 0;
  Fit fit = Fit::none;
  bool registered = false;
  bool speaks = false;   // in this transcript
  bool named = false;    // in it, in full
  bool says_it = false;  // it is their own mouth
  bool family = false;   // shares a surname with whoever says it
  bool known = false;    // spoke elsewhere with somebody who speaks here
  bool theirs = false;   // somebody whom whoever says it told of before: "my husband David"
  bool told = false;     // by themselves, in this transcript, and by nobody else
  bool here() const { return speaks || named; }
};

/// The form and how it falls.
struct Occasion {
  bool complete = false;  // given name and surname
  bool label = false;     // it stands before turns
  bool common = false;    // one word that very many are called by
  Manner manner = Manner::told;
};

/// Whom a form means: one, or nobody who is known; then perhaps several who could be.
struct Choice {
  std::optional<std::size_t> bearer{};
  Fit fit = Fit::none;
  bool here = false;  // they speak or are named in full in the transcript
  bool told = false;
  std::vector<std::size_t> asked{};  // ascending; of the register: whoever decides has to say which, if any
};

/// The law of docs/identity.md, for one form in one transcript. `candidates` have a fit, each bearer once.
Choice choose(std::vector<Candidate> candidates, Occasion occasion);

}  // namespace moniker::resolve
