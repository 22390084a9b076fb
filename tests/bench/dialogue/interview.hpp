#pragma once
// Interviews, turn by turn. Each is drawn from the seed and its own number alone, whatever was drawn before it.
#include <filesystem>

#include "dialogue/grammar.hpp"
#include "dialogue/identifiers.hpp"

namespace dialogue {

struct Turn {
  bool asks = false;  // the interviewer's
  Marked words{};
};

class Interviews {
 public:
  /// `own` holds grammar.txt, heads.txt and names.txt; `lists` is rules/lists.
  Interviews(std::uint64_t seed, const std::filesystem::path& own, const std::filesystem::path& lists);

  /// The person of this number in the study's register, from 0.
  Person participant(std::uint64_t number) const;
  void begin(std::uint64_t interview, const Person& participant);
  /// The next turn of that interview; there is always one.
  const Turn& next();

 private:
  std::uint64_t seed_;
  Identifiers identifiers_;
  Grammar grammar_;
  std::uint32_t question_ = 0, answer_ = 0;
  Random random_{0};
  Turn turn_{};
};

}  // namespace dialogue
