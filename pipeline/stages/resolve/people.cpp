// Who is meant when a name falls: the order in which docs/identity.md's law is applied.
//
//   1. Labels. Sessions say who speaks under them; then the register's names, exact ones before likenesses.
//   2. Full names in the talk. Those that fit nobody of the register make people of their own.
//   3. What people tell of themselves ("I was a Pritchard") is theirs in the transcripts in which they speak.
//   4. Parts of names, in each transcript among those who are there and the register; and in each speaker's mouth,
//      where that makes a difference. What is left is somebody of its own: one for a circle of transcripts.
//
// One form in one place is judged by choose(), by itself. Nothing here depends on the order of transcripts or of the
// register: all maps are sorted, and ties are left undecided.
#include "resolve/people.hpp"

#include "resolve/cast.hpp"
#include "resolve/label_speakers.hpp"
#include "resolve/name_spots.hpp"
#include "resolve/strangers.hpp"

namespace moniker::resolve {

ResolvedPeople resolve_people(const Register& people, const std::vector<TranscriptMentions>& transcripts,
                              const PersonForms& forms, const Sessions& sessions, const NamedLabels& labels,
                              const ResolveOptions& options, const words::NameLists& lists,
                              const words::Language& language) {
  Cast cast(people, forms, options, lists, language);
  take_claims(cast, transcripts, sessions.claims);
  for (const bool exactly : {true, false}) decide_labels(cast, labels, sessions.contested, exactly);
  take_told_names(cast);
  decide_full_names(cast);
  add_strangers(cast);
  find_circles(cast);
  add_unknown_speakers(cast, labels);
  add_introduced(cast);
  decide_parts(cast);
  decide_anywhere(cast);
  add_undecided(cast);
  return std::move(cast.result);
}

}  // namespace moniker::resolve
