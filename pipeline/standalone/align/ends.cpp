#include "align/ends.hpp"

namespace moniker::align {

namespace {
constexpr std::size_t firm = 4;  // so many words in common in a row are no chance
}

void Ends::take(const Timed& timed) {
  const auto& [step, said, written] = timed.pair;
  if (written != nullptr) line_ = written->line;
  if (step == Step::same) {
    if (++run_ < firm) return;
    if (!begun_) into_.start = open_;
    begun_ = true;
    open_ = {};
    return;
  }
  run_ = 0;
  if (open_.missing + open_.added == 0) open_.where = {.from = timed.clock, .to = timed.clock, .line = line_};
  open_.where.to = timed.clock;
  open_.missing += said != nullptr;  // a changed word is both: it is not where it should be, and another is
  open_.added += written != nullptr;
}

void Ends::finish() {
  if (begun_)
    into_.end = open_;
  else
    into_.start = open_;
}

}  // namespace moniker::align
