#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "moniker/finding.hpp"
#include "rules/nearby.hpp"
#include "rules/word_rules.hpp"

namespace moniker::rules {

/// The steps of resolve_overlaps' order, as overlap.hpp numbers them; `place` where all of them are equal.
enum class Order : std::uint8_t { registered, validated, nearly_registered, sure, longer, score, rule, place };

enum class Fate : std::uint8_t {
  masked,     // it stayed whole
  overruled,  // the tagger weighed it as evidence, and decided
  vetoed,     // a word of its rule's `not_near` stood beside it
  invalid,    // its rule's validator refuses it
  kept,       // a keep rule holds all of it
  too_low,    // its score did not reach its label's review threshold
  lost,       // another claim on some of its words came first
};

/// What taught a learned name.
struct Lesson {
  std::string rule{};                        // the rule that taught it first
  std::uint64_t times = 0;                   // mentions with strong evidence
  std::optional<std::uint64_t> utterance{};  // the first of them; none where it was learned elsewhere
};

/// What spoke for or against a tagger's claim: a feature of one of its words (tag_features.hpp), and what it adds to
/// the claim's type beyond what it adds to no name at all, in natural logarithms of odds.
struct TagReason {
  std::string feature{};
  float weight = 0;
};

/// What became of one claim, from the rule that made it to what is masked.
struct ClaimTrace {
  Finding claim{};      // its score is the last one, after its context
  float own = 0;        // as its rule gave it
  bool raised = false;  // the tagger says the same, and is surer
  Context context{};    // points into the rules
  Fate fate = Fate::masked;
  Kept keep{};       // where it was kept: by what
  Finding winner{};  // where it lost: to what, and which step told
  Order order{};
  std::vector<ByteRange> left{};     // where it lost: what of it is masked all the same
  std::optional<Lesson> lesson{};    // of a learned name
  std::vector<TagReason> reasons{};  // of a tagger's claim: those that weigh most, heaviest first
};

/// A finding that taught its words to the rest of the study.
struct TaughtTrace {
  Finding finding{};
  RuleId rule{};
};

/// A word that the tagger weighed: how likely it belongs to a name, from 0 to 1.
struct TaggedWord {
  ByteRange bytes{};
  float named = 0;
};

/// Where detection notes why it decides as it does about one utterance, when somebody asked (`moniker explain`).
/// Whoever did not ask hands in no trace and pays for none.
class Trace {
 public:
  void clear() { *this = {}; }
  void weighed(const Finding& claim, const Context& context);
  void added(std::span<const Finding> claims);  // claims that ask for no context
  void tagged(const Finding& claim, std::vector<TagReason> reasons);
  void raised(const Finding& claim, float score);
  void overruled(const Finding& claim);
  void vetoed(const Finding& claim, const Context& context);
  void invalid(const Finding& claim);
  void kept(const Finding& claim, const Kept& keep);
  void too_low(const Finding& claim);
  void lost(const Finding& claim, const Finding& winner, Order order, std::vector<ByteRange> left);
  void taught(const Finding& finding, RuleId rule) { taught_.push_back({finding, rule}); }
  void protects(std::span<const Kept> kept) { kept_.assign(kept.begin(), kept.end()); }  // claimed or not
  void weighed_word(TaggedWord word) { weighed_.push_back(word); }

  const std::vector<ClaimTrace>& claims() const { return claims_; }
  const std::vector<Kept>& kept() const { return kept_; }
  const std::vector<TaggedWord>& weighed_words() const { return weighed_; }
  const std::vector<TaughtTrace>& taught() const { return taught_; }

 private:
  void note(ClaimTrace claim);
  ClaimTrace* find(const Finding& claim);

  std::vector<ClaimTrace> claims_{};
  std::vector<TaughtTrace> taught_{};
  std::vector<Kept> kept_{};
  std::vector<TaggedWord> weighed_{};
};

}  // namespace moniker::rules
