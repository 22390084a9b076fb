#pragma once
#include <memory>
#include <span>
#include <vector>

#include "check/checker.hpp"
#include "check/expected_people.hpp"

namespace moniker::check {

/// What a check of one transcript may look at and where its issues go. All of it outlives the check.
struct CheckContext {
  const CheckRules& rules;
  const ExpectedPeople& people;
  const words::Language& language;
  TranscriptFacts& facts;  // `file` is set; each check fills in what it learns
  const Sink<Issue>& issues;
};

/// One check of one transcript, as it streams by: keeps counts and first places, never words.
class TranscriptCheck {
 public:
  virtual ~TranscriptCheck() = default;
  virtual void take(const Utterance& utterance) = 0;  // in delivered order
  virtual void finish() = 0;                          // once, after the last
};

using MakeCheck = std::unique_ptr<TranscriptCheck>(const CheckContext&);

/// What a check of the whole delivery may look at.
struct Delivery {
  const CheckRules& rules;
  const Register& people;
  const std::vector<TranscriptFacts>& transcripts;
  const Renamed& renamed;
};
using DeliveryCheck = void(const Delivery&, const Sink<FileIssue>&);

/// How many, and where the first was: what most checks keep until the end.
struct Tally {
  std::uint64_t count = 0;
  Position first{};

  void add(Position at, std::uint64_t how_many = 1) {
    if (count == 0) first = at;
    count += how_many;
  }
  void tell(IssueCode code, const Sink<Issue>& issues) const {
    if (count != 0) issues({code, first, count});
  }
};

}  // namespace moniker::check
