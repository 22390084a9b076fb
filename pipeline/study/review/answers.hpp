#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "review/desk.hpp"
#include "review/queue.hpp"

namespace moniker::study {

/// What the decisions that stand say of the study's questions, transcripts and passages.

/// Whether a decision answers what the queue asks.
bool answers(const Wish& wish, const QueueItem& item);

/// In one word or two, the same for the same answer: "keep", "replace PERSON", "means ID04".
std::string answer_of(const Wish& wish);

/// The last answer that stands; what `reviewer` may not see is passed over. Null where there is none.
const DeskEntry* answer_to(const std::vector<DeskEntry>& entries, const QueueItem& item, const std::string& reviewer,
                           bool blind);

/// How far a transcript is.
struct TranscriptState {
  enum class Stage { unreviewed, in_review, signed_off } stage = Stage::unreviewed;
  std::string by{};      // who signed it off
  std::string first{};   // to whom it is assigned
  std::string second{};  // who reviews it blind, too
};
TranscriptState state_of(const std::vector<DeskEntry>& entries, const std::string& transcript);

/// What was said of a passage of the sample: nothing, "clean" or "missed".
std::string looked_at(const std::vector<DeskEntry>& entries, const std::string& transcript, std::uint64_t turn);

/// A question that two reviewers answered, each by themselves.
struct TwoAnswers {
  const QueueItem* item = nullptr;
  const DeskEntry *first = nullptr, *second = nullptr;
};
std::vector<TwoAnswers> two_answers(const std::vector<DeskEntry>& entries, const std::vector<QueueItem>& queue);

}  // namespace moniker::study
