#pragma once
#include <set>
#include <string>
#include <vector>

#include "decisions/decision.hpp"
#include "detect/decided.hpp"
#include "review/queue.hpp"

namespace moniker::study {

/// What the decisions that stand say of the study's questions, transcripts and passages. They hold no words, so a
/// question is hashed as they are.
struct AskedItem {
  const QueueItem* item = nullptr;
  std::set<detect::HashedWords> forms{};
  std::string speaker{};  // hash of the label under which somebody speaks
  std::string only_in{};  // the transcript, where it stands in one alone
};
AskedItem asked_item(const ReviewedStudy& reviewed, const QueueItem& item);

/// Whether a decision answers what the queue asks.
bool answers(const Decision& decision, const AskedItem& asked);

/// In one word or two, the same for the same answer: "keep", "replace PERSON", "means ID04".
std::string answer_of(const Decision& decision);

/// The last answer that stands; of a blind reviewer's their own alone, and theirs are nobody else's. Null where there
/// is none.
const Decision* answer_to(const std::vector<Decision>& decisions, const AskedItem& asked, const std::string& reviewer,
                          bool blind);

/// How far a transcript is.
struct TranscriptState {
  enum class Stage { unreviewed, in_review, signed_off } stage = Stage::unreviewed;
  std::string by{};      // who signed it off, as it was delivered; a corrected delivery is signed off anew
  std::string first{};   // to whom it is assigned
  std::string second{};  // who reviews it blind, too
};
TranscriptState state_of(const std::vector<Decision>& decisions, const ReviewedTranscript& transcript);

/// What was said of a passage of the sample: nothing, "clean" or "missed".
std::string looked_at(const std::vector<Decision>& decisions, const std::string& transcript, std::uint64_t turn);

/// A question that two reviewers answered, each by themselves.
struct TwoAnswers {
  const QueueItem* item = nullptr;
  const Decision *first = nullptr, *second = nullptr;
};
std::vector<TwoAnswers> two_answers(const std::vector<Decision>& decisions, const std::vector<AskedItem>& asked);

}  // namespace moniker::study
