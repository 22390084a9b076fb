#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detect/detector.hpp"
#include "rules/near_miss.hpp"
#include "rules/trace.hpp"

namespace moniker::detect {

/// An utterance's findings, and every claim that was made on its words.
struct Explained {
  std::vector<Finding> findings{};           // as detect_utterances gives them
  std::vector<rules::ClaimTrace> claims{};   // in the order in which they were made
  std::vector<rules::Kept> kept{};           // what keep rules hold, claimed or not
  std::vector<rules::TaggedWord> weighed{};  // what the tagger looked at
};

/// detect_utterances with its reasons; one for each utterance, in their order. The claims point into `rules`. With
/// `study`, what all transcripts of a study have taught counts, these among them.
std::vector<Explained> explain_utterances(const rules::RuleSet& rules, const Register& people,
                                          const std::vector<Utterance>& utterances,
                                          const LearnedNames* study = nullptr);

/// Whether the claim is the one that the finding is, whole or as what is left of it.
bool decides(const rules::ClaimTrace& claim, const Finding& finding);

/// The claims that touch these bytes, the one that decides first.
std::vector<rules::ClaimTrace> claims_on(const Explained& explained, const Finding& finding);

/// The claims that touch no finding.
std::vector<rules::ClaimTrace> claims_on_nothing(const Explained& explained);

/// A word on which there is no claim, what knows it, and of a word that may be a name or a number, what nearly claimed
/// it.
struct UnclaimedWord {
  ByteRange bytes{};
  std::vector<std::string> lists{};  // the classes that it is of, by itself or in a phrase, as rule files name them
  std::vector<RuleId> keeps{};       // rules that would protect it
  std::optional<float> named{};      // how likely it is of a name, where the tagger looked at it
  std::vector<rules::NearMiss> tried{};
};
std::vector<UnclaimedWord> unclaimed_words(const rules::RuleSet& rules, const Utterance& utterance,
                                           const Explained& explained);

/// A word and the classes that it is of, as rule files name them; none where no list knows it.
struct KnownWord {
  ByteRange bytes{};
  std::vector<std::string> lists{};
};
/// Of the words that these bytes touch.
std::vector<KnownWord> known_words(const rules::RuleSet& rules, const Utterance& utterance, ByteRange bytes);

/// As machines and as people are told: "longer", "the longer comes first".
std::string_view order_name(rules::Order order);
std::string_view order_sentence(rules::Order order);
std::string_view fate_name(rules::Fate fate);

}  // namespace moniker::detect
