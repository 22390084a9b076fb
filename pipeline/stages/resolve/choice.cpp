// The law of identity, as docs/identity.md has it. What is exactly the register's comes first; who is there comes
// before who is not; a likeness counts only where one alone can be meant. Where two could be, nobody's ID is given: a
// wrong one is worse than a person in two pieces, and that is worse than a question.
#include "resolve/choice.hpp"

#include <algorithm>

namespace moniker::resolve {
namespace {

using Candidates = std::vector<Candidate>;

template <class Which>
Candidates those(const Candidates& all, const Which& which) {
  Candidates some;
  std::copy_if(all.begin(), all.end(), std::back_inserter(some), which);
  return some;
}

Choice mean(const Candidate& one) {
  return {.bearer = one.bearer, .fit = one.fit, .here = one.here(), .told = one.told};
}

Choice ask(const Candidates& several) {
  Choice choice;
  for (const Candidate& one : several) {
    if (one.registered) choice.asked.push_back(one.bearer);
  }
  std::sort(choice.asked.begin(), choice.asked.end());
  return choice;
}

/// Who is outside the register has no name but what they are called: Robert's son Robert is that as much as he is.
Fit likeness(const Candidate& one) { return !one.registered && one.fit == Fit::alias ? Fit::own : one.fit; }

Candidates best_of(const Candidates& all) {
  Fit most = Fit::none;
  for (const Candidate& one : all) most = std::max(most, likeness(one));
  return those(all, [&](const Candidate& one) { return likeness(one) == most; });
}

/// A full name: the best fit, where one alone has it; of namesakes the one who speaks.
Choice choose_by_full_name(const Candidates& all) {
  Candidates best = best_of(all);
  if (best.size() > 1) {
    const Candidates speaking = those(best, [](const Candidate& one) { return one.speaks; });
    if (speaking.size() == 1) best = speaking;
  }
  if (best.size() != 1) return ask(best);
  const Candidate& one = best.front();
  // Robert Hall may be Robert Hale, or Robert Hall.
  if (one.fit == Fit::echo && !one.speaks) return ask(best);
  return mean(one);
}

/// "my sister Kate", "a nurse called Kate": hardly the participant of that name who is not there.
bool tells_of_another(const Occasion& occasion) {
  return occasion.manner == Manner::of_family || occasion.manner == Manner::introduced;
}

/// Of those who are there and called so: the only one; if somebody is spoken to, the only one who speaks.
Choice choose_among_present(const Candidates& here, const Candidates& all, const Occasion& occasion) {
  Candidates meant = here;
  if (occasion.manner == Manner::called || occasion.label) {
    const Candidates speaking = those(here, [](const Candidate& one) { return one.speaks; });
    if (!speaking.empty()) meant = speaking;
  }
  // Each of two wives means her own David.
  if (const Candidates own = those(meant, [](const Candidate& one) { return one.theirs; }); own.size() == 1)
    return mean(own.front());
  meant = best_of(meant);
  if (meant.size() != 1) return ask(meant);
  // Somebody who is not there is called so more exactly.
  const Candidates rivals = those(all, [&](const Candidate& one) {
    return one.registered && !one.here() && one.fit > meant.front().fit && one.fit >= Fit::alias;
  });
  if (rivals.empty() || meant.front().fit >= Fit::alias) return mean(meant.front());
  Candidates several = rivals;
  several.push_back(meant.front());
  return ask(several);
}

/// Of those who are elsewhere: the only one of the study, if nothing speaks against it.
Choice choose_among_absent(const Candidates& absent, const Occasion& occasion) {
  const Candidates family = those(absent, [](const Candidate& one) { return one.registered && one.family; });
  if (family.size() == 1) return mean(family.front());
  // Wherever people are told of, some David is told of; it is hardly the one of the register whom nobody here has met.
  if (occasion.common && best_of(absent).front().fit >= Fit::initials) {
    const Candidates near =
        those(absent, [](const Candidate& one) { return one.registered && (one.family || one.known); });
    if (near.empty() || (tells_of_another(occasion) && family.empty())) return {};
    return near.size() == 1 ? mean(near.front()) : ask(near);
  }
  if (absent.size() != 1 || !absent.front().registered) return ask(absent);
  if (tells_of_another(occasion)) return absent.front().fit >= Fit::alias ? ask(absent) : Choice{};
  return mean(absent.front());
}

/// Exactly what the register says that one of its people is called: that is law, but for "a chap called Tony" where
/// that Tony is not there, and from then on.
Choice choose_by_alias(const Candidate& one, const Candidates& all, const Occasion& occasion) {
  if (one.here()) return mean(one);
  if (tells_of_another(occasion) && !one.family) return ask({one});
  const Candidates told =
      those(all, [](const Candidate& other) { return !other.registered && other.fit == Fit::alias && other.here(); });
  const Candidates own = those(told, [](const Candidate& other) { return other.theirs; });
  if (own.size() == 1) return mean(own.front());
  return told.empty() ? mean(one) : ask({one});
}

/// A part of a name: by tiers, and in each who is there first.
Choice choose_by_part(Candidates all, const Occasion& occasion) {
  // "A nurse called Peggy" is not introduced if she was named before.
  for (Candidate& one : all) one.named = one.named && !(one.registered && tells_of_another(occasion));
  // Nobody thanks a nurse who was told of.
  const bool there = std::any_of(all.begin(), all.end(),
                                 [](const Candidate& one) { return one.speaks && one.fit >= Fit::short_form; });
  if (occasion.manner == Manner::called && there)
    std::erase_if(all, [](const Candidate& one) { return !one.registered && !one.speaks; });
  const Candidates exact = those(all, [](const Candidate& one) { return one.registered && one.fit == Fit::alias; });
  const auto tier = [&](Fit from, Fit to) {
    return those(all, [&](const Candidate& one) { return one.fit >= from && one.fit <= to; });
  };
  const auto present = [](const Candidates& some) {
    return those(some, [](const Candidate& one) { return one.here(); });
  };
  const Candidates own = tier(Fit::alias, Fit::full);
  const bool rivalled =
      std::any_of(own.begin(), own.end(), [](const Candidate& one) { return one.registered && one.fit > Fit::alias; });
  if (exact.size() == 1 && !rivalled) return choose_by_alias(exact.front(), all, occasion);
  if (const Candidates here = present(own); !here.empty()) return choose_among_present(here, all, occasion);
  const Candidates likely = tier(Fit::initials, Fit::short_form);
  if (const Candidates here = present(likely); !here.empty()) return choose_among_present(here, all, occasion);
  if (!own.empty()) return choose_among_absent(best_of(own), occasion);
  const Candidates slips = tier(Fit::slip, Fit::slip);
  const Candidates near = present(tier(Fit::echo, Fit::slip));
  if (!near.empty() && likely.empty()) {
    const Candidates speaking = those(near, [](const Candidate& one) { return one.speaks || one.fit == Fit::slip; });
    if (!speaking.empty()) return choose_among_present(best_of(speaking), all, occasion);
  }
  if (!likely.empty()) return choose_among_absent(likely, occasion);
  if (!slips.empty() && !tells_of_another(occasion)) return choose_among_absent(slips, occasion);
  return {};
}

/// Whether somebody who says a name of their own means themself. Who calls "Liz, ..." and is one calls another Liz who
/// is there, or says who they are.
bool means_self(const Candidates& candidates, const Candidate& self, const Occasion& occasion) {
  const bool called = occasion.manner == Manner::called;
  if (!called && occasion.manner != Manner::of_self && occasion.manner != Manner::self_talk) return false;
  return std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& one) {
    if (one.says_it || one.fit < Fit::alias) return false;
    return called ? one.speaks : one.registered && one.fit > self.fit;
  });
}

/// What people say of themselves is theirs; everything else in their mouth is somebody else's, but their full name.
/// Nobody's, where only somebody whom it fits less sits there: Robert who says "Robert" beside a Rob.
std::optional<Choice> heed_mouth(Candidates& candidates, const Occasion& occasion) {
  const auto found =
      std::find_if(candidates.begin(), candidates.end(), [](const Candidate& one) { return one.says_it; });
  if (found == candidates.end()) return std::nullopt;
  const Candidate self = *found;
  if (means_self(candidates, self, occasion)) return mean(self);
  const bool theirs = occasion.complete && self.fit >= Fit::short_form && occasion.manner != Manner::introduced;
  if (theirs) return candidates.size() == 1 ? std::optional(mean(self)) : std::nullopt;
  candidates.erase(found);
  // A Margaret who tells of a Margaret does not mean Peggy, unless she sits there.
  std::erase_if(candidates, [&](const Candidate& one) {
    return one.registered && !one.speaks && one.fit < self.fit && one.fit < Fit::alias;
  });
  const Candidates best = best_of(candidates);
  const bool less = !best.empty() && best.front().fit < self.fit && best.front().fit < Fit::alias;
  if (!less) return std::nullopt;
  Candidates several = best;
  several.push_back(self);
  return ask(several);
}

}  // namespace

Choice choose(std::vector<Candidate> candidates, Occasion occasion) {
  // "Robert, he's the eldest" tells of another Robert where a Robert says it, and calls one elsewhere.
  if (occasion.manner == Manner::taken_up) {
    const bool own =
        std::any_of(candidates.begin(), candidates.end(), [](const Candidate& one) { return one.says_it; });
    occasion.manner = own ? Manner::told : Manner::called;
  }
  // Who told that she was a Pritchard may speak of herself as Miss Pritchard, and of her mother as Mrs Pritchard.
  for (const Candidate& one : candidates) {
    if (one.says_it && one.told && !occasion.complete && occasion.manner == Manner::told) return ask({one});
  }
  if (const auto own = heed_mouth(candidates, occasion)) return *own;
  if (candidates.empty()) return {};
  return occasion.complete ? choose_by_full_name(candidates) : choose_by_part(candidates, occasion);
}

}  // namespace moniker::resolve
