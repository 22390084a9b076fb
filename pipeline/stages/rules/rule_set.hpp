#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"
#include "moniker/label.hpp"
#include "moniker/register.hpp"
#include "moniker/stage.hpp"
#include "words/language.hpp"

namespace moniker::rules {

/// What the rest of the program may know of a rule.
struct Rule {
  std::string id{}, kind{}, subtype{};  // subtype: ni_number, ward, ...: finer than the label, may be empty
  LabelId label{};
  std::string file{};
  Position at{};
  bool slow = false;  // an expression that no word can wake: all of every turn is searched for it (regex_rules.hpp)
};

struct RuleSources {
  std::filesystem::path rules{};                // the rules/ folder
  std::vector<std::string> languages{"en-GB"};  // folders of rules/, read in this order: bilingual talk has two
  std::string profile = "balanced";
  std::vector<std::filesystem::path> extra{};  // a study's own YAML files, read last
  std::vector<std::string> off{};              // ids of rules to leave out
  bool tagger = true;                          // false: rules of kind tagger are left out
  std::filesystem::path cache{};               // where compiled rules are kept; empty: nowhere, and all is read anew
};

/// Every rule and list, compiled; immutable, shared by all threads. It may rest on a mapped file, which it owns.
/// Whoever was given one (detectors, matchers, known people) holds references into it: it must outlive them, and stay
/// where it is.
class RuleSet {
 public:
  /// Throws Error{usage} with file, line and column for whatever is wrong with a rule or a list. From a cache, rules
  /// come without their examples.
  static RuleSet load(const RuleSources& sources);
  ~RuleSet();
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;

  const Labels& labels() const;
  const std::vector<Rule>& rules() const;
  const Label& label(LabelId id) const;
  const Label& person() const;  // the one that means a person
  const Rule& rule(RuleId id) const;
  const std::string& digest() const;                              // hex, over every file read and the profile
  const words::Language& language() const { return *language_; }  // of the same languages, for who asks by himself

  struct Compiled;  // detect/ only
  const Compiled& compiled() const;

 private:
  RuleSet(std::unique_ptr<const Compiled> compiled, const RuleSources& sources);
  std::unique_ptr<const Compiled> compiled_;
  std::unique_ptr<const words::Language> language_;
};

}  // namespace moniker::rules
