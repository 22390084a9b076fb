#include "write/spread_captions.hpp"

#include <algorithm>

#include "write/captions.hpp"

namespace moniker::write {
namespace {

using std::chrono::milliseconds;

/// How long it takes to say.
milliseconds spoken(const SpreadCaption& caption) {
  constexpr milliseconds shortest{1000}, a_byte{60};
  return std::max(shortest, a_byte * static_cast<std::int64_t>(caption.lines.size()));
}

}  // namespace

void SpreadCaptions::take(const Utterance& utterance, const std::string& speaker) {
  if (utterance.part != Part::talk || (utterance.cues.empty() && !utterance.time)) {
    SpreadCaption caption{speaker, utterance.part, {}, caption_lines(utterance.text)};
    if (!caption.lines.empty()) add(std::move(caption), false, false);
    return;
  }
  for (CaptionText& one : captions_of(utterance)) {
    const bool ended = one.time.end > one.time.begin;
    add({speaker, Part::talk, one.time, std::move(one.lines)}, true, ended);
  }
}

void SpreadCaptions::add(SpreadCaption caption, bool begun, bool ended) {
  if (begun) settle(caption.time.begin);
  if (ended || (caption.part != Part::talk && waiting_.empty())) {
    if (!begun) caption.time = {last_, last_ + milliseconds(1)};
    last_ = std::max(last_, caption.time.end);
    return write_(caption);
  }
  begun_ = waiting_.empty() ? begun : begun_;
  waiting_.push_back(std::move(caption));
}

void SpreadCaptions::settle(std::optional<milliseconds> until) {
  if (waiting_.empty()) return;
  const milliseconds start = begun_ ? waiting_.front().time.begin : last_;
  milliseconds whole{0}, said{0};
  for (const SpreadCaption& one : waiting_) whole += one.part == Part::talk ? spoken(one) : milliseconds{0};
  const milliseconds room = until && *until > start ? *until - start : whole;
  const auto place = [&] {
    return start + (whole.count() > 0 ? room * said.count() / whole.count() : milliseconds{0});
  };
  for (SpreadCaption& one : waiting_) {
    one.time.begin = place();
    if (one.part == Part::talk) said += spoken(one);
    one.time.end = std::max(place(), one.time.begin + milliseconds(1));
    last_ = std::max(last_, one.time.end);
    write_(one);
  }
  waiting_.clear();
}

}  // namespace moniker::write
