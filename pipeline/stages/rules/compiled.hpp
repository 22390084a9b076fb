#pragma once
#include <re2/re2.h>

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/mapped_file.hpp"
#include "rules/pattern.hpp"
#include "rules/predicate.hpp"
#include "rules/rule_file.hpp"
#include "rules/rule_set.hpp"
#include "rules/tag_model.hpp"
#include "rules/validators.hpp"
#include "rules/wake_program.hpp"

namespace moniker::rules {

/// Words that stand near a finding, each a key of folded words joined by blanks.
struct NearWords {
  std::vector<std::string> words{};
  std::uint32_t before = 0, after = 0;  // code points
  float raise = 0, lower = 0;
};

/// What every rule has beyond its public face; parallel to RuleSet::rules().
struct RuleDetail {
  float score = 0;
  bool teach = false, validated = false;
  bool firm = false;       // of a context rule: no keep that holds its match alone protects it
  bool everywhere = true;  // it names no profiles
  NearWords context{};
  std::vector<std::string> not_near{};
  std::string validator_name{};
  Validator validator = nullptr;  // none, or what a match must satisfy
  std::vector<ExampleSpec> examples{};
};

/// A regular expression that is compiled when it is first needed: of 212 rules, one transcript needs some thirty.
class LazyRegex {
 public:
  /// Whether a character is as many bytes as UTF-8 has for it, or one: then the expression of such a text is compiled
  /// that says the same (single_bytes.hpp).
  enum class Characters { utf8, bytes };
  explicit LazyRegex(std::string text, Characters characters = Characters::utf8)
      : text_(std::move(text)), characters_(characters) {}
  const std::string& text() const { return text_; }
  /// As options have it everywhere. ok() is for the caller to ask, once: what was checked stays right.
  const RE2& get() const;
  /// The same, for a search that is not bound to a place.
  const RE2& get_for_search() const;

 private:
  std::string text_;
  Characters characters_;
  mutable std::once_flag once_{}, searched_{};
  mutable std::unique_ptr<RE2> compiled_{}, for_search_{};  // the latter only where it needs more memory
};

struct RegexRule {
  RuleId rule{};
  std::unique_ptr<LazyRegex> pattern{};
  std::unique_ptr<LazyRegex> of_bytes{};  // finds the same in a text of ASCII; null where that is not certain
  int group = 0;
  bool whole_word = true;
  std::optional<float> invalid{};
};

struct ListRule {
  RuleId rule{};
  Predicates::Id words = 0;
  std::optional<float> start{}, lower{}, uncased{};
};

/// A context or keep rule's pattern.
struct PatternRule {
  RuleId rule{};
  Pattern pattern{};
  bool keep = false, firm = false;
};

/// Patterns by what their first word can be, their second and their last: rows of bits, one a pattern.
struct PatternIndex {
  using Row = std::vector<std::uint64_t>;
  struct Place {
    std::vector<Row> by_literal{};  // by literal number; empty: none
    std::vector<std::pair<Predicates::Id, Row>> by_predicate{};
  };
  std::size_t blocks = 0;  // of 64 patterns; the size of every row
  Place first{}, second{}, last{};
  Row may_end{};  // those that one word can satisfy
  Row firm{};     // firm keeps
};

PatternIndex index_of(const std::vector<PatternRule>& patterns, std::size_t literals);

/// The rules of one tagger, of which there is one for a label at most, and what they share.
struct TaggerRules {
  struct One {
    RuleId rule{};
    LabelId label{};
    float overrules = 0;  // claims of list and context rules for the label below this score are evidence only
  };
  std::array<std::optional<One>, tag_types> rules{};  // by its kind's labels
  std::unique_ptr<const TagModel> cased{}, uncased{};
  std::string name{};                        // of the model
  Predicates::Id candidate = 0, before = 0;  // TaggerKind::word and before
  bool there() const { return cased != nullptr; }
};

struct RuleSet::Compiled {
  std::unique_ptr<const MappedFile> file{};  // what views in here look into; null where all was read from rule files
  Labels labels{};
  std::vector<Rule> rules{};
  std::vector<RuleDetail> details{};
  std::string digest{}, profile{};

  words::Lexicon lexicon{};
  Predicates predicates{};
  ClassNames classes{};
  std::vector<std::string> class_names{};  // by bit
  words::ClassSet abbreviations{};
  // What the built-in rules ask of a word; of classes of these names, false where a rule set has none.
  Predicates::Id ordinary = 0;    // an ordinary word, so that its being written says little
  Predicates::Id role = 0;        // in a speaker label: a role or a title, not a name
  Predicates::Id title = 0;       // stands before a name
  Predicates::Id label_name = 0;  // in a speaker label: surely part of a name
  Predicates::Id label_lone = 0;  // may be one when nothing else stands there
  Predicates::Id no_part = 0;     // never stands for a person alone: months, countries, titles
  Predicates::Id particle = 0;    // joins names: van, de, al
  Predicates::Id said_often = 0;  // what such words begin is worked out when rules are compiled (wake_warm.hpp)

  std::vector<RegexRule> regexes{};
  WakeProgram wakers{};  // of regexes, in order
  std::vector<ListRule> lists{};
  std::vector<PatternRule> patterns{};
  PatternIndex index{};
  std::array<TaggerRules, tagger_kinds.size()> taggers{};  // by kind
  RuleId register_rule{}, near_rule{}, learned_rule{};
  RuleId decided_rule{}, kept_rule{};  // what people decided: detect/decided.hpp
  LabelId person{};
  /// Folded given name -> its other forms, both ways: katherine -> kate, kate -> katherine.
  std::unordered_multimap<std::string, std::string> nicknames{};

  /// What is known of kinds of words, with room for what find_words() notes of each: the lists and patterns that it
  /// begins, and the patterns in which it is second or last.
  Predicates::Memo memo() const {
    Predicates::Memo memo;
    memo.room = list_blocks() + 3 * index.blocks;
    return memo;
  }
  std::size_t list_blocks() const { return (lists.size() + 63) / 64; }
  words::Vocabulary vocabulary() const { return words::Vocabulary(lexicon, abbreviations); }
  float review(LabelId label) const { return labels[static_cast<std::size_t>(label)].review; }
  const RuleDetail& detail(RuleId rule) const { return details[static_cast<std::size_t>(rule)]; }
};

WakeProgram wakers_of(const std::vector<RegexRule>& regexes);
/// Tells in the rules' public faces which of them no word can wake.
void note_slow(RuleSet::Compiled& all);

}  // namespace moniker::rules
