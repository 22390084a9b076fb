#pragma once
#include <map>

#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {

/// An ID where an attribution says who speaks.
struct UsedId {
  const PaperId* id;
  const Attribution* by;
};

inline bool is_participant(const PaperId& id) {
  return !id.name && (!id.known || id.known->kind == IdPrefix::Kind::participant);
}

inline std::vector<UsedId> used_ids(const PaperTalk& talk) {
  std::vector<UsedId> all;
  for (const Attribution& one : talk.attributions) {
    if (one.form == AttributionForm::lead) continue;  // which names nobody
    for (const PaperId& id : one.ids) all.push_back({&id, &one});
  }
  return all;
}

/// IDs by one way of writing them.
using Ways = std::map<std::string, std::vector<UsedId>>;

/// The group's number of those that are numbered within groups: "5" of FG5-2.
std::string group_digits(const PaperId& id);
/// F5-2 beside FG5-2, once or twice: those of a group whose prefix has lost a letter.
void add_cut_groups(const Ways& others, Ways& mixed);
/// "Ref. 21 told us" beside "Referee 21 told us": the word, and cut short, in sentences of one kind.
void add_cut_words(const std::vector<UsedId>& all, Ways& mixed);

/// "FG3-R2, senior carer", once, where FG3-P2 is a senior carer, too: another letter for a member of a group.
void add_other_seats(const Ways& others, Ways& mixed);
/// "M5 went back", "For Apprentice 8", in the authors' sentences alone, where MW5 and A08 are quoted.
void add_slips_of_prose(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words,
                        std::vector<PaperFinding>& findings);

/// A pseudonym a letter off another, or the same initials with other signs between.
void add_misspelt_names(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words,
                        std::vector<PaperFinding>& findings);

}  // namespace moniker::custodian
