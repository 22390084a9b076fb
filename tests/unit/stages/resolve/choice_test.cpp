// The law of docs/identity.md for one form in one place, a line a case.
#include "resolve/choice.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace moniker::resolve;

namespace {

/// "R1 own speaks says; X9 short named": R people of the register, X others.
std::vector<Candidate> candidates(const std::string& text) {
  std::vector<Candidate> list;
  std::istringstream all(text);
  for (std::string one; std::getline(all, one, ';');) {
    std::istringstream words(one);
    std::string name;
    words >> name;
    Candidate candidate{.bearer = std::stoul(name.substr(1)), .registered = name[0] == 'R'};
    for (std::string word; words >> word;) {
      const std::vector<std::string> fits{"none", "echo", "slip", "initials", "short", "alias", "own", "full"};
      const auto fit = std::find(fits.begin(), fits.end(), word);
      if (fit != fits.end()) candidate.fit = static_cast<Fit>(fit - fits.begin());
      candidate.speaks |= word == "speaks";
      candidate.named |= word == "named";
      candidate.says_it |= word == "says";
      candidate.family |= word == "family";
      candidate.known |= word == "known";
      candidate.theirs |= word == "theirs";
    }
    list.push_back(candidate);
  }
  return list;
}

std::string chosen(const std::string& text, const Occasion& occasion) {
  const Choice choice = choose(candidates(text), occasion);
  if (choice.bearer) return std::to_string(*choice.bearer);
  std::string asked;
  for (const std::size_t one : choice.asked) asked += '?' + std::to_string(one);
  return asked.empty() ? "nobody" : asked;
}

struct Case {
  std::string candidates{}, right{};
  Manner manner = Manner::told;
};

}  // namespace

TEST_CASE("whom a part of a name means") {
  const Case one = GENERATE(values<Case>({
      {"R1 own", "1"},
      {"R1 own; R2 own", "?1?2"},
      {"R1 own speaks; R2 own", "1"},
      {"R1 own speaks; R2 own speaks", "?1?2"},
      // What the register spells beats a short form, wherever they are; but who is there might be meant.
      {"R1 short; R2 own", "2"},
      {"R1 short speaks; R2 own", "?1?2"},
      {"R1 short speaks; R2 own speaks", "2"},
      // An alias is law.
      {"R1 short speaks; R2 alias", "2"},
      {"R1 short; R2 short; R3 alias", "3"},
      {"X9 own named; R3 alias", "3"},
      // Their own name in their own mouth is another's.
      {"R1 short speaks says; R2 own", "2"},
      {"R1 own speaks says; R2 short speaks", "?1?2"},
      {"R1 own speaks says; R2 short speaks", "?1?2", Manner::introduced},
      {"R1 own speaks says; R2 short speaks", "?1?2", Manner::taken_up},
      {"R1 own speaks says; R2 short speaks", "1", Manner::called},
      {"R1 short speaks says; R2 short speaks", "2"},
      {"R1 own speaks says", "nobody"},
      {"R1 own speaks says; X9 own named", "9"},
      {"R1 short speaks says", "1", Manner::of_self},
      {"R1 alias speaks says", "1", Manner::self_talk},
      {"R1 short speaks says; R2 alias", "2", Manner::of_self},
      // Likenesses mean one person or nobody.
      {"R1 short", "1"},
      {"R1 short; R2 short", "?1?2"},
      {"R1 short; X9 short", "?1"},
      {"R1 slip", "1"},
      {"R1 slip; R2 slip", "?1?2"},
      {"R1 slip speaks; R2 slip", "1"},
      {"R1 echo", "nobody"},
      {"R1 echo speaks", "1"},
      {"R1 echo speaks; R2 slip speaks", "2"},
      {"R1 slip; X9 own", "nobody"},
      // Somebody named here is meant before somebody elsewhere.
      {"R1 own; X9 own named", "9"},
      {"R1 own speaks; X9 own named", "?1"},
      {"R1 own speaks; X9 own named", "1", Manner::called},
      {"X8 own named; X9 own named", "nobody"},
      // Robert's son Robert, when somebody else speaks of one of them.
      {"R1 own speaks; X9 alias named", "?1"},
      {"R1 own speaks; X9 alias named", "1", Manner::called},
      {"R1 own speaks; X9 alias named theirs", "9"},
      {"X8 own", "nobody"},
      // The speaker's sister is hardly the participant of that name, unless they share a surname.
      {"R1 own", "?1", Manner::of_family},
      {"R1 own family", "1", Manner::of_family},
      {"R1 short", "nobody", Manner::of_family},
      {"R1 alias", "?1", Manner::of_family},
      {"R1 alias", "?1", Manner::introduced},
      {"R1 alias speaks", "1", Manner::introduced},
      {"R1 alias family", "1", Manner::of_family},
      {"R1 alias; X9 alias named", "?1"},
      {"R1 alias; X9 alias named theirs", "9"},
      {"R1 alias named; X9 alias named", "1"},
      {"R1 own", "?1", Manner::introduced},
      {"R1 own speaks", "1", Manner::introduced},
      {"R1 own speaks says", "nobody", Manner::introduced},
      // Who is thanked is there.
      {"R1 short speaks; R2 own; X9 alias named", "?1?2", Manner::called},
      {"X8 alias named theirs; X9 alias named", "8"},
      // Who begins with their own name says who they are, unless they call another.
      {"R1 own speaks says", "1", Manner::called},
      {"R1 own speaks says", "nobody", Manner::taken_up},
      {"R1 own speaks says; R2 own speaks", "2", Manner::taken_up},
      {"R1 own speaks says; R2 own speaks", "2", Manner::called},
      // Margaret's mother Margaret is not Peggy, who is elsewhere.
      {"R1 own speaks says; R2 short", "nobody"},
  }));
  CAPTURE(one.candidates);
  CHECK(chosen(one.candidates, {.manner = one.manner}) == one.right);
}

TEST_CASE("whom a name means that very many bear") {
  const Case one = GENERATE(values<Case>({
      {"R1 own", "nobody"},
      {"R1 short", "nobody"},
      {"R1 own; R2 own", "nobody"},
      {"R1 slip", "1"},
      {"R1 own speaks", "1"},
      {"R1 own named", "1"},
      {"R1 alias", "1"},
      {"R1 own family; R2 own", "1"},
      {"R1 own family; R2 own family", "?1?2"},
      {"R1 own known; R2 own", "1"},
      {"R1 own known; R2 own known", "?1?2"},
      {"R1 own known", "nobody", Manner::introduced},
  }));
  CAPTURE(one.candidates);
  CHECK(chosen(one.candidates, {.common = true, .manner = one.manner}) == one.right);
}

TEST_CASE("whom a full name means") {
  const Case one = GENERATE(values<Case>({
      {"R1 full", "1"},
      {"R1 full; R2 slip", "1"},
      {"R1 full; R2 full", "?1?2"},
      {"R1 full speaks; R2 full", "1"},
      {"R1 alias; R2 full", "2"},
      {"R1 slip", "1"},
      {"R1 slip; R2 slip", "?1?2"},
      {"R1 echo", "?1"},
      {"R1 echo speaks", "1"},
      {"R1 full speaks says", "1"},
      {"R1 short speaks says", "1"},
      {"R1 slip speaks says", "nobody"},
  }));
  CAPTURE(one.candidates);
  CHECK(chosen(one.candidates, {.complete = true}) == one.right);
}
