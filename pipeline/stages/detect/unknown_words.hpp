#pragma once
#include <memory>
#include <vector>

#include "moniker/finding.hpp"
#include "rules/rule_set.hpp"

namespace moniker::detect {

/// Words that were left alone and that a person may want to see: with a capital inside a sentence, or known to no list,
/// and no ordinary words of the language. Belongs to one thread; the rules outlive it.
class UnknownWords {
 public:
  explicit UnknownWords(const rules::RuleSet& rules);
  ~UnknownWords();
  /// Those of a turn outside its findings, in order; neighbours with capitals (Tall Oaks) are one. Joined captions and
  /// lines are read as one text.
  std::vector<ByteRange> in(const Utterance& turn, const std::vector<Finding>& findings);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::detect
