#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "eval/identify.hpp"

namespace moniker::eval {

/// How well people are told apart. What is counted:
///   mentions   words of the gold that mean somebody; found: a finding touches them. Labels of speakers count beside
///              them, as one mention in each transcript
///   wrong      a mention or a label that got the ID of somebody it is not: false data. It must be 0
///   right, no ID   of mentions and labels of participants, save those where only a question is right
///   pairs      of found mentions and labels that mean somebody for certain: how many of those that are called by one
///              name are one person (precision: the rest were merged wrongly), and how many of those that are one
///              person are called by one name (recall: the rest were split)
///   B-cubed    the same seen from each mention: precision is the share of those called as it is that are its own
///   person,
///              recall the share of its own person's that are called as it is (Bagga and Baldwin 1998)
///   to ask     where two could be meant, only a question is right, or a name of its own; an ID is too much even where
///              it happens to be true
/// A mention that nothing was found at leaks, which `moniker eval` measures without --identity; it is counted here as
/// not found and is in no pair.
struct IdentityFigures {
  std::uint64_t studies = 0, transcripts = 0;
  std::uint64_t mentions = 0, found = 0, other_label = 0;  // found, but not as a person
  std::uint64_t labels = 0;
  std::uint64_t wrong = 0;
  std::uint64_t participants_right = 0, participants_without = 0, participants_wrong = 0, participants_missed = 0;
  std::uint64_t pairs_right = 0, pairs_called = 0, pairs_meant = 0;
  double cubed_precision = 0, cubed_recall = 0;  // sums over `scored`
  std::uint64_t scored = 0;                      // mentions and labels that are in pairs
  std::uint64_t shared = 0, called = 0;          // names that stand for more than one, of all
  std::uint64_t split = 0, people = 0;           // people with more than one name, of all
  std::uint64_t to_ask = 0, to_ask_named = 0;    // ... and those that got an ID all the same
  std::uint64_t asked = 0, questions = 0;        // mentions and labels that a question is about; questions of the study
  std::uint64_t nobody = 0, nobody_named = 0;    // words that are no name, and those taken for a person

  using Share = std::optional<double>;  // nothing where there was nothing to divide by
  Share pair_precision() const, pair_recall() const, b_precision() const, b_recall() const, b_f1() const;
  Share asked_share() const;  // questions for each mention of people
};

/// Adds one study after the other; entities of one are nobody in another.
class IdentityScorer {
 public:
  void add(const Identified& study);
  const IdentityFigures& figures() const { return figures_; }

 private:
  void count(const Answer& answer);
  IdentityFigures figures_{};
};

/// Whether somebody's ID was given to what is not theirs.
bool is_wrong(const Answer& answer);

}  // namespace moniker::eval
