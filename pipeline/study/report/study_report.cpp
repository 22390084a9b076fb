#include "moniker/study_report.hpp"

#include <algorithm>

namespace moniker {

bool StudyReport::needs_a_person() const {
  if (!questions.empty()) return true;
  return std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) {
    return outcome.state == Outcome::State::quarantined || outcome.draft || outcome.doubtful > 0;
  });
}

}  // namespace moniker
