#pragma once
#include <memory>
#include <optional>

#include "base/seen_text.hpp"
#include "detect/detector.hpp"
#include "moniker/finding.hpp"
#include "moniker/learned.hpp"
#include "moniker/stage.hpp"
#include "moniker/utterance.hpp"

namespace moniker::detect {

/// An utterance as it is searched. Findings in it are of `turn`'s text; delivered() tells what was delivered for them.
struct SeenTurn {
  Utterance turn{};
  std::optional<SeenText> disguised{};  // nothing: the text is as it was delivered
  ByteRange delivered(ByteRange bytes) const { return disguised ? disguised->delivered(bytes) : bytes; }
};

/// Findings in one view of an utterance as places in another, which made more words whole: what was found of a word
/// that was cut there goes, as the whole one is a known name.
std::vector<Finding> moved(std::vector<Finding> found, const SeenTurn& from, const SeenTurn& to);

/// The one view of talk for all that search or compare it (base/seen_text.hpp), by the words that rules and register
/// know. Immutable; shared by all threads.
class SeenTurns {
 public:
  SeenTurns(const rules::RuleSet& rules, std::shared_ptr<const KnownPeople> people);
  SeenTurns(const rules::RuleSet& rules, const Register& people);
  /// With the names that a study has learned, too.
  SeenTurns(const rules::RuleSet& rules, const Register& people, const LearnedNames& learned);
  SeenTurn see(Utterance delivered) const;
  /// Whether rules or register know a word. Goes with its copy of the people.
  const KnowsWord& knows() const { return known_.word; }
  /// Every word that an utterance may hold in pieces, were it somebody's name.
  static void names_in_pieces(std::string_view text, const Sink<std::string_view>& out);

 private:
  std::shared_ptr<const KnownPeople> people_;
  KnownWords known_{};
};

}  // namespace moniker::detect
