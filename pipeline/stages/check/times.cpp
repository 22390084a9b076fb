// Times of turns and captions: overlaps, steps back, gaps, and how long the whole is. A transcript without
// times is not judged by them.
#include "check/checks.hpp"

namespace moniker::check {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds tolerance{100};  // captions are cut by machines: a hair's breadth is no overlap

class TimeCheck : public TranscriptCheck {
 public:
  explicit TimeCheck(const CheckContext& context)
      : rules_(context.rules), facts_(context.facts), issues_(context.issues) {}

  void take(const Utterance& utterance) override {
    if (utterance.part != Part::talk) return;
    for (const Cue& cue : utterance.cues) take_span(cue.time, cue.at);
    if (utterance.cues.empty() && utterance.time) take_span(*utterance.time, utterance.at);
    if (utterance.cues.empty() && !utterance.time) timeless_.add(utterance.at);
  }

  void finish() override {
    malformed_.tell(IssueCode::cue_malformed, issues_);
    overlaps_.tell(IssueCode::cue_overlap, issues_);
    back_.tell(IssueCode::time_goes_back, issues_);
    gaps_.tell(IssueCode::time_gap, issues_);
    if (!any_) return;
    timeless_.tell(IssueCode::time_sparse, issues_);
    facts_.duration = latest_;
    if (latest_ < rules_.shortest) issues_({IssueCode::duration_short, {}, 1});
    if (latest_ > rules_.longest) issues_({IssueCode::duration_long, {}, 1});
  }

 private:
  void take_span(TimeSpan time, Position at) {
    if (time.end < time.begin) {
      malformed_.add(at);
      time.end = time.begin;
    }
    if (any_) compare(time, at);
    any_ = true;
    before_ = time;
    latest_ = std::max(latest_, time.end);
  }

  void compare(TimeSpan time, Position at) {
    if (time.begin < before_.begin) {
      back_.add(at);
    } else if (time.begin + tolerance < before_.end) {
      overlaps_.add(at);
    }
    // A turn that has only a beginning says nothing about the silence after it.
    const bool ends = before_.end > before_.begin;
    if (ends && time.begin > latest_ + rules_.gap) gaps_.add(at);
  }

  const CheckRules& rules_;
  TranscriptFacts& facts_;
  const Sink<Issue>& issues_;
  Tally malformed_{}, overlaps_{}, back_{}, gaps_{}, timeless_{};
  bool any_ = false;
  TimeSpan before_{};
  milliseconds latest_{0};  // the latest end so far
};

}  // namespace

std::unique_ptr<TranscriptCheck> make_time_check(const CheckContext& context) {
  return std::make_unique<TimeCheck>(context);
}

}  // namespace moniker::check
