#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "moniker/learned.hpp"
#include "rules/compiled.hpp"
#include "rules/word_rules.hpp"

namespace moniker::tag {

/// What the tagger looks at beside the words: what the rules claim, what a keep protects, what was learned so far.
struct TagEvidence {
  const words::Words& words;
  const std::vector<Finding>& claims;
  const std::vector<rules::Kept>& kept;
  const LearnedNames& learned;
};

/// A folded word as features know it: every digit as 0, cut where it grows long.
std::string tag_form(std::string_view folded);
/// Its beginnings and endings as features, in two parts: `p2=` and `ki`, `s3=` and `ton`.
template <class Take>
void for_each_affix(std::string_view form, const Take& take) {
  constexpr std::string_view beginnings[] = {"p2=", "p3=", "p4="}, endings[] = {"s2=", "s3=", "s4="};
  const auto cuts = [&](std::size_t at) { return (static_cast<unsigned char>(form[at]) & 0xC0) == 0x80; };
  for (std::size_t n = 2; n <= 4 && n < form.size(); ++n) {
    if (!cuts(n)) take(beginnings[n - 2], form.substr(0, n));
  }
  for (std::size_t n = 2; n <= 4 && n < form.size(); ++n) {
    if (!cuts(form.size() - n)) take(endings[n - 2], form.substr(form.size() - n));
  }
}

/// How a word is written, as a number; two more stand for what is before an utterance and after it.
constexpr std::uint32_t tag_shapes = 98, tag_shape_before = 96, tag_shape_after = 97;
std::uint32_t tag_shape(const words::Token& token);
std::string_view tag_shape_name(std::uint32_t shape);
std::string tag_gap_name(std::uint8_t gap);

/// The names of a set of classes, in their order, and all of them as one.
struct TagClasses {
  std::string joined{};
  std::vector<std::string> names{};
};
TagClasses tag_classes(const rules::RuleSet::Compiled& compiled, const words::ClassSet& set);

/// Which claims lie on which words.
class ClaimedWords {
 public:
  struct One {
    std::uint32_t token = 0, claim = 0;
    bool begins = false;
  };
  void set(const words::Words& words, const std::vector<Finding>& claims);
  /// Of one word; none for what stands outside.
  std::span<const One> of(std::ptrdiff_t token) const {
    if (all_.empty() || token < 0 || token + 1 >= std::ssize(from_)) return {};
    const auto at = static_cast<std::size_t>(token);
    return std::span(all_).subspan(from_[at], from_[at + 1] - from_[at]);
  }

 private:
  std::vector<One> all_{};             // ascending by token
  std::vector<std::uint32_t> from_{};  // of each token: its first; one more at the end
};

/// Names the features of words, as they stand in model files and explanations. A name is what is looked at, a `=`,
/// and what is seen there: `w-1=in` the word before, `s3=ton` the last three letters, `h0=Cm` how the word is
/// written (C capital, U capitals, i initial, l small, d digits, x other; m inside a sentence, s at its start, p a
/// possessive, - a hyphen), `g0=,` what stands before it, `c0=given1` a class of the lists, `k0=` all of its
/// classes, `r0=B:rule-id` a rule that claims it and whether it begins there, `a0=B:PERSON3` that claim's label and
/// score in fifths, `m0=PERSON` what it was learned to be, `y0=` a keep rule. Belongs to one thread.
class TagNamer {
 public:
  explicit TagNamer(const rules::RuleSet::Compiled& compiled) : compiled_(compiled) {}

  /// Which utterance the following calls are about; `evidence` and what it refers to must outlive them.
  void begin(const TagEvidence& evidence);
  using Take = std::function<void(std::string_view)>;
  /// Names every feature of a word. The names live until the next call.
  void name(std::size_t token, const Take& take);

 private:
  const TagClasses& classes_of(std::ptrdiff_t token);
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

  const rules::RuleSet::Compiled& compiled_;
  const TagEvidence* evidence_ = nullptr;
  const Take* take_ = nullptr;
  std::string name_{};
  ClaimedWords claimed_{};
  std::vector<std::string> forms_{};                         // of each token, made when first asked for
  std::unordered_map<words::ClassSet, TagClasses> known_{};  // grows with the kinds of words met, some thousands
};

}  // namespace moniker::tag
