#pragma once
#include <string_view>
#include <vector>

#include "detect/register_names.hpp"
#include "rules/compiled.hpp"
#include "rules/regex_rules.hpp"
#include "rules/trace.hpp"
#include "rules/word_rules.hpp"
#include "tag/tagger.hpp"

namespace moniker::detect {

/// All that the rules say of one utterance, overlaps not yet resolved.
struct Claims {
  std::vector<Finding> findings{};  // scored in context, none that a keep rule protects
  std::vector<rules::Kept> kept{};
};

/// The first way over utterances, one after the other: holds the words of this one and of the one before.
class Search {
 public:
  /// Without tagging, the claims are those of each rule by itself: what a rule's examples and a tagger's training need.
  enum class Tagging { on, off };
  explicit Search(const rules::RuleSet& rules, Tagging tagging = Tagging::on)
      : compiled_(rules.compiled()),
        language_(rules.language()),
        regexes_(compiled_),
        vocabulary_(compiled_.vocabulary()),
        memo_(compiled_.memo()),
        tagging_(tagging),
        taggers_(compiled_, language_) {}

  /// `people` may be null; `learned` is what the transcript taught so far. Byte ranges are into `text`, of which a copy
  /// is kept until the call after the next.
  const Claims& run(std::string_view text, words::Setting setting, RegisterNames* people, const LearnedNames& learned);
  /// Another transcript begins: nothing stands before its first utterance. What is known of words stays known.
  void begin_again();
  const words::Words& words() const { return words_; }
  rules::Predicates::Memo& memo() { return memo_; }
  words::Vocabulary& vocabulary() { return vocabulary_; }
  /// Where to note why, from the next run on; null to note nothing.
  void trace_to(rules::Trace* trace) { trace_ = trace; }

 private:
  void weigh();
  void keep();

  const rules::RuleSet::Compiled& compiled_;
  const words::Language& language_;
  rules::RegexRoom regexes_;
  words::Vocabulary vocabulary_;
  std::string text_{}, text_before_{};
  words::Words words_{}, before_{};
  rules::Predicates::Memo memo_;
  const Tagging tagging_;
  tag::Taggers taggers_;
  Claims claims_{};
  rules::Trace* trace_ = nullptr;
};

}  // namespace moniker::detect
