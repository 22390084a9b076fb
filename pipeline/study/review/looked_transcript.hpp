#pragma once
#include <optional>
#include <string>
#include <vector>

#include "detect/explain.hpp"
#include "review/reasons.hpp"
#include "review/talk.hpp"

namespace moniker::study {

/// The transcript that is looked at: its talk, and why in it, which is made when somebody asks. The study outlives it.
class LookedTranscript {
 public:
  LookedTranscript(const ReviewedStudy& reviewed, const ReviewedTranscript& transcript);
  const std::string& id() const { return transcript_.id; }
  const std::vector<TalkTurn>& talk() const { return talk_; }

  struct Why {
    WhyFound found{};
    std::string who{};  // "ID04: it is a short form of their name"; empty for what is no person
  };
  /// Of the words at a byte of a turn as delivered. Throws Error{usage} where there is no such turn.
  Why why(std::uint64_t turn, std::uint32_t begin);

 private:
  void explain();
  std::string who(const Utterance& turn, const Finding& finding) const;

  const ReviewedStudy& reviewed_;
  const ReviewedTranscript& transcript_;
  std::vector<TalkTurn> talk_;
  std::vector<detect::SeenTurn> seen_{};  // every utterance, those that are never written too
  std::vector<detect::Explained> explained_{};
};

}  // namespace moniker::study
