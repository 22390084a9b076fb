#pragma once
#include <optional>
#include <vector>

#include "base/layout.hpp"
#include "nights/study_state.hpp"

namespace moniker::study {

/// What became of every transcript by reports/run.json. Nothing where no run ended yet. Throws Error{integrity} where
/// the file is not the one that the log names.
struct LastReport {
  std::vector<TranscriptStanding> transcripts{};
};
std::optional<LastReport> read_last_report(const StudyLayout& layout);

}  // namespace moniker::study
