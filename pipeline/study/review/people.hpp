#pragma once
#include <string>
#include <vector>

#include "review/survey.hpp"

namespace moniker::study {

/// Somebody or something of the study: under which forms, where, and why they were joined.
struct FoundEntity {
  std::string name{};  // ID04, PERSON_3
  std::string label{}, subtype{}, role{};
  bool registered = false;
  std::vector<std::string> speaks_as{};  // "T03: Kate S."
  std::vector<std::string> why{};        // in words
  std::vector<std::string> asked{};      // questions about them that are open: whom else they could be
  const SeenThing* thing = nullptr;      // null: they speak and are named by nobody
};

/// Everybody and everything that has a name of ours and stands in some transcript: of the register first, then by
/// label, most mentioned first. Who has withdrawn is left out.
std::vector<FoundEntity> people_of(const ReviewedStudy& reviewed, const Survey& survey);

}  // namespace moniker::study
