// As local alignment extends a hit (Altschul 1990): an error raises a passage's score, a word in common lowers it by
// less, and the passage ends at its peak once the score has fallen far below. What it costs grows with the passages
// kept, not with the talk.
#include "align/passages.hpp"

#include <algorithm>

namespace moniker::align {
namespace {

constexpr std::int64_t for_error = 2, for_same = -1, fallen = 16, least = 8;
constexpr std::size_t words_kept = 60;

}  // namespace

void PassageFinder::open(const Timed& timed) {
  now_ = {};
  best_ = {};
  score_ = peak_ = 0;
  now_.where = {.from = timed.clock, .to = timed.clock, .line = line_};
}

void PassageFinder::take(const Timed& timed) {
  const auto& [step, said, written] = timed.pair;
  if (written != nullptr) line_ = written->line;
  if (score_ == 0) {
    if (step == Step::same) return;
    open(timed);
  }
  score_ += step == Step::same ? for_same : for_error;
  now_.errors.add(step);
  now_.where.to = timed.clock;
  if (keep_words_ && said != nullptr && now_.said.size() < words_kept) now_.said.push_back(said->id);
  if (keep_words_ && written != nullptr && now_.written.size() < words_kept) now_.written.push_back(written->id);
  if (score_ > peak_) {
    peak_ = score_;
    best_.where = now_.where;
    best_.errors = now_.errors;
    if (best_.said.size() < now_.said.size()) best_.said = now_.said;
    if (best_.written.size() < now_.written.size()) best_.written = now_.written;
  } else if (score_ <= 0 || score_ < peak_ - fallen) {
    close();
  }
}

void PassageFinder::close() {
  score_ = 0;
  if (peak_ < least) return;
  const auto place = std::upper_bound(scores_.begin(), scores_.end(), peak_, std::greater<>{}) - scores_.begin();
  worst_.insert(worst_.begin() + place, std::move(best_));
  scores_.insert(scores_.begin() + place, peak_);
  if (worst_.size() > most_) {
    worst_.pop_back();
    scores_.pop_back();
  }
}

std::vector<Passage> PassageFinder::finish() {
  if (score_ > 0) close();
  return std::move(worst_);
}

}  // namespace moniker::align
