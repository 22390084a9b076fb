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
    for (const PaperId& id : one.ids) all.push_back({&id, &one});
  }
  return all;
}

/// A pseudonym a letter off another, or the same initials with other signs between.
void add_misspelt_names(const Manuscript& paper, const PaperTalk& talk, std::vector<PaperFinding>& findings);

}  // namespace moniker::custodian
