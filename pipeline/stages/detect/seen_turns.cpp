#include "detect/seen_turns.hpp"

#include "detect/register_names.hpp"
#include "rules/compiled.hpp"

namespace moniker::detect {

SeenTurns::SeenTurns(const rules::RuleSet& rules, std::shared_ptr<const KnownPeople> people)
    : people_(std::move(people)),
      knows_([lexicon = &rules.compiled().lexicon, known = people_](std::string_view folded) {
        return lexicon->find(folded) != nullptr || known->table().knows(folded);
      }) {}

SeenTurns::SeenTurns(const rules::RuleSet& rules, const Register& people)
    : SeenTurns(rules, known_people(rules, people)) {}

SeenTurn SeenTurns::see(Utterance delivered) const {
  SeenTurn seen{.turn = std::move(delivered)};
  if (!may_be_disguised(seen.turn.text)) return seen;
  SeenText text = seen_text(seen.turn.text, knows_);
  if (text.text == seen.turn.text) return seen;
  for (Cue& cue : seen.turn.cues) cue.begin = text.seen(cue.begin);
  seen.turn.text = text.text;
  seen.disguised = std::move(text);
  return seen;
}

}  // namespace moniker::detect
