#pragma once
#include <unordered_map>

#include "base/fold.hpp"
#include "inspect/inspection.hpp"

namespace moniker::inspect {

/// Counts utterances as they stream by.
class Tally {
 public:
  explicit Tally(Inspection& into) : into_(into) {}
  void take(const Utterance& utterance);

 private:
  void take_time(const TimeSpan& time, InspectedSpeaker& speaker);

  Inspection& into_;
  FoldedWords words_{};
  std::unordered_map<std::string, std::size_t> place_{};  // label -> in into_.speakers
  std::optional<std::chrono::milliseconds> last_begin_{};
};

}  // namespace moniker::inspect
