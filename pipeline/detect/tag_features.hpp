#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/compiled.hpp"
#include "detect/detector.hpp"
#include "detect/word_rules.hpp"

namespace moniker {

/// What the tagger looks at beside the words: what the rules claim, what a keep protects, what was learned so far.
struct TagEvidence {
  const Words& words;
  const std::vector<Finding>& claims;
  const std::vector<Kept>& kept;
  const LearnedNames& learned;
};

/// Names the features of words, as they stand in model files and explanations. A name is what is looked at, a `=`,
/// and what is seen there: `w-1=in` the word before, `s3=ton` the last three letters, `h0=Cm` how the word is
/// written (C capital, U capitals, i initial, l small, d digits, x other; m inside a sentence, s at its start, p a
/// possessive, - a hyphen), `g0=,` what stands before it, `c0=given1` a class of the lists, `k0=` all of its
/// classes, `r0=B:rule-id` a rule that claims it and whether it begins there, `a0=B:PERSON3` that claim's label and
/// score in fifths, `m0=PERSON` what it was learned to be, `y0=` a keep rule. Belongs to one thread.
class TagNamer {
 public:
  explicit TagNamer(const RuleSet::Compiled& compiled) : compiled_(compiled) {}

  /// Which utterance the following calls are about; `evidence` and what it refers to must outlive them.
  void begin(const TagEvidence& evidence);
  using Take = std::function<void(std::string_view)>;
  /// Names every feature of a word. The names live until the next call.
  void name(std::size_t token, const Take& take);

 private:
  struct Classes {
    std::string joined{};
    std::vector<std::string> names{};
  };
  struct Claimed {
    std::uint32_t token = 0, claim = 0;
    bool begins = false;
  };
  const Classes& classes_of(std::ptrdiff_t token);
  std::string_view word(std::ptrdiff_t token);
  std::string_view shape(std::ptrdiff_t token) const;
  void words(std::ptrdiff_t token);
  void letters(std::ptrdiff_t token);
  void shapes(std::ptrdiff_t token);
  void lists(std::ptrdiff_t token);
  void rules(std::ptrdiff_t token);
  void memory(std::ptrdiff_t token);
  template <class... Parts>
  void put(const Parts&... parts) {
    name_.clear();
    (name_.append(parts), ...);
    (*take_)(name_);
  }

  const RuleSet::Compiled& compiled_;
  const TagEvidence* evidence_ = nullptr;
  const Take* take_ = nullptr;
  std::string name_{};
  std::vector<Claimed> claimed_{};                        // ascending by token
  std::vector<std::uint32_t> claimed_from_{};             // of each token: its first; one more at the end
  std::vector<std::string> forms_{};                      // of each token, made when first asked for
  std::vector<std::string> shapes_{};
  std::unordered_map<ClassSet, Classes> known_{};         // grows with the kinds of words met, some thousands
};

}  // namespace moniker
