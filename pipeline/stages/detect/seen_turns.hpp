#pragma once
#include <memory>
#include <optional>

#include "base/seen_text.hpp"
#include "detect/detector.hpp"
#include "moniker/utterance.hpp"

namespace moniker::detect {

/// An utterance as it is searched. Findings in it are of `turn`'s text; delivered() tells what was delivered for them.
struct SeenTurn {
  Utterance turn{};
  std::optional<SeenText> disguised{};  // nothing: the text is as it was delivered
  ByteRange delivered(ByteRange bytes) const { return disguised ? disguised->delivered(bytes) : bytes; }
};

/// The one view of talk for all that search or compare it (base/seen_text.hpp), by the words that rules and register
/// know. Immutable; shared by all threads.
class SeenTurns {
 public:
  SeenTurns(const rules::RuleSet& rules, std::shared_ptr<const KnownPeople> people);
  SeenTurns(const rules::RuleSet& rules, const Register& people);
  SeenTurn see(Utterance delivered) const;
  /// Whether rules or register know a word. Goes with its copy of the people.
  const KnowsWord& knows() const { return knows_; }

 private:
  std::shared_ptr<const KnownPeople> people_;
  KnowsWord knows_;
};

}  // namespace moniker::detect
