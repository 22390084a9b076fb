#pragma once
#include <string>
#include <vector>

#include "opened/rules_in_use.hpp"
#include "prove/prover.hpp"
#include "resolve/assignment_slice.hpp"

#include "work/study_map.hpp"

namespace moniker::study {

/// Of a study's names those that can occur in one transcript, so that a changed register redoes what it touches and
/// nothing else. Map, rules and names outlive it.
class TouchingNames {
 public:
  TouchingNames(const StudyMap& map, const rules::RuleSet& rules, const std::vector<prove::KnownName>& known);
  /// Adds to the digest what the assignment, the learned names and the known names say of a transcript.
  void take_into(Hasher& hasher, const std::string& file, const resolve::SaidWords& vocabulary) const;

 private:
  const resolve::Assignment& assignment_;
  const rules::RuleSet& rules_;
  resolve::AssignmentSlices slices_;
  std::vector<const LearnedName*> learned_{};
  const std::vector<prove::KnownName>& known_;
  resolve::WordIndex learned_words_{}, known_words_{};  // of known names every word
};

}  // namespace moniker::study
