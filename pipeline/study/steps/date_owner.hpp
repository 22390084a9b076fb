#pragma once
#include <map>
#include <string>

#include "config/config.hpp"
#include "resolve/entities.hpp"

namespace moniker::study {

/// Whose dates are told in a transcript: where one participant speaks, all are theirs, the interviewer's questions
/// included, so that question and answer agree. Where several do, each tells their own, and the others' (a moderator's,
/// nobody's) are the transcript's.
class DateOwners {
 public:
  DateOwners(const resolve::Assignment& assignment, const StudyConfig& config, const std::string& file);
  /// ID04 or T03.
  const std::string& of(const std::string& speaker) const;

 private:
  std::map<std::string, std::string> participants_{};  // by speaker label
  std::string otherwise_{};
};

}  // namespace moniker::study
