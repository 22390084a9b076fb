#pragma once
#include <string_view>
#include <vector>

#include "detect/detector.hpp"
#include "rules/trace.hpp"

namespace moniker::detect {

/// An utterance's findings, and every claim that was made on its words.
struct Explained {
  std::vector<Finding> findings{};          // as detect_utterances gives them
  std::vector<rules::ClaimTrace> claims{};  // in the order in which they were made
};

/// detect_utterances with its reasons; one for each utterance, in their order. The claims point into `rules`.
std::vector<Explained> explain_utterances(const rules::RuleSet& rules, const Register& people,
                                          const std::vector<Utterance>& utterances);

/// Whether the claim is the one that the finding is, whole or as what is left of it.
bool decides(const rules::ClaimTrace& claim, const Finding& finding);

/// The claims that touch these bytes, the one that decides first.
std::vector<rules::ClaimTrace> claims_on(const Explained& explained, const Finding& finding);

/// The claims that touch no finding.
std::vector<rules::ClaimTrace> claims_on_nothing(const Explained& explained);

/// As machines and as people are told: "longer", "the longer comes first".
std::string_view order_name(rules::Order order);
std::string_view order_sentence(rules::Order order);
std::string_view fate_name(rules::Fate fate);

}  // namespace moniker::detect
