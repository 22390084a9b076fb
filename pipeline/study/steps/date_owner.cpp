#include "steps/date_owner.hpp"

#include <algorithm>
#include <set>

namespace moniker::study {
namespace {

/// ID04 is a participant's, INT1 is not.
bool is_participant(const std::string& id, const std::string& prefix) {
  return id.size() > prefix.size() && id.starts_with(prefix) &&
         id.find_first_not_of("0123456789", prefix.size()) == std::string::npos;
}

}  // namespace

DateOwners::DateOwners(const resolve::Assignment& assignment, const StudyConfig& config, const std::string& file) {
  std::set<std::string> all;
  for (auto at = assignment.speakers.lower_bound({file, ""});
       at != assignment.speakers.end() && at->first.first == file; ++at) {
    const resolve::Entity& speaker = assignment.entities[at->second];
    const std::string& id = speaker.participant;
    if (speaker.withdrawn || !is_participant(id, config.participant_prefix)) continue;
    participants_[at->first.second] = id;
    all.insert(id);
  }
  const auto transcript = assignment.transcripts.find(file);
  if (all.size() == 1) {
    otherwise_ = *all.begin();
  } else if (transcript != assignment.transcripts.end()) {
    otherwise_ = transcript->second;
  }
}

const std::string& DateOwners::of(const std::string& speaker) const {
  const auto own = participants_.find(speaker);
  return own == participants_.end() ? otherwise_ : own->second;
}

}  // namespace moniker::study
