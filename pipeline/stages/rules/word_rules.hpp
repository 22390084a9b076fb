#pragma once
#include <vector>

#include "rules/compiled.hpp"

namespace moniker::rules {

/// Bytes that a keep rule protects; a firm one protects them even from the register (Parkinson's disease).
struct Kept {
  ByteRange bytes{};
  RuleId rule{};
  bool firm = false;
};

/// The rules that see words: lists, context patterns and keeps. Scores are the rules' own.
void find_words(const RuleSet::Compiled& compiled, const words::Words& words, Predicates::Memo& memo,
                std::vector<Finding>& findings, std::vector<Kept>& kept);

/// Of these only the keeps that are firm.
void find_firm_keeps(const RuleSet::Compiled& compiled, const words::Words& words, Predicates::Memo& memo,
                     std::vector<Kept>& kept);

/// These kinds of words with all that is known of them, for Predicates::keep().
Predicates::WarmKinds warm_kinds(const RuleSet::Compiled& compiled, const std::vector<Predicates::Memo::Key>& keys);

}  // namespace moniker::rules
