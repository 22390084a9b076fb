#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "intruder/drawn.hpp"
#include "intruder/suspicions.hpp"
#include "outputs/asker.hpp"
#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// What an intruder could do with what a study published.
struct Intrusion {
  std::size_t transcripts = 0, turns = 0, words = 0, parts = 0, originals = 0;
  std::vector<intruder::Suspicion> found{};  // in order of risk
  std::vector<intruder::Untried> untried{};
  std::vector<intruder::DrawnPassage> drawn{};
};

struct IntrudeRequest {
  Asker asker{};           // its progress is of transcripts and files that were opened
  std::size_t files = 0;   // into how many it goes: recorded
  std::size_t sample = 0;  // passages to draw
};

/// Verifies the log, opens what it names, attacks it, records who looked, signs the log, and only then answers. Throws
/// Error as open_outputs does.
Intrusion intrude(const StudyLayout& layout, const IntrudeRequest& request, const intruder::IntruderWords& words,
                  const Clock& clock);

}  // namespace moniker::custodian
