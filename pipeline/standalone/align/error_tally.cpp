#include "align/error_tally.hpp"

namespace moniker::align {

namespace {
constexpr std::int64_t five_minutes = 5 * 60 * 1000;
}

void ErrorCounts::add(Step step, std::uint64_t count) {
  switch (step) {
    case Step::same:
      same += count;
      break;
    case Step::changed:
      changed += count;
      break;
    case Step::missing:
      missing += count;
      break;
    case Step::added:
      added += count;
      break;
  }
}

ErrorCounts& ErrorTally::of_speaker(std::size_t speaker) {
  if (into_.speakers.size() <= speaker) into_.speakers.resize(speaker + 1);
  return into_.speakers[speaker].errors;
}

void ErrorTally::take(const Timed& timed) {
  const auto& [step, said, written] = timed.pair;
  into_.all.add(step);
  if (timed.clock != no_time) into_.five_minutes[timed.clock / five_minutes].add(step);
  if (written != nullptr) {
    speaking_ = written->speaker;
    of_speaker(speaking_).add(step);
  } else {
    ++missing_[{said->speaker, speaking_}];
  }
}

void ErrorTally::finish() {
  for (const auto& [who, count] : missing_) {
    const auto known = who.first < into_.voices.size() ? into_.voices[who.first].other_side : std::nullopt;
    of_speaker(known.value_or(who.second)).add(Step::missing, count);
  }
}

}  // namespace moniker::align
