#pragma once
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "decisions/decision.hpp"
#include "decisions/listed_words.hpp"
#include "detect/decided.hpp"
#include "moniker/learned.hpp"
#include "moniker/register.hpp"
#include "opened/study.hpp"
#include "opened/study_keys.hpp"
#include "rules/rule_set.hpp"

namespace moniker::study {

/// All that people decided for a study, by list and by decision, as its steps need it. Immutable; the rules outlive it.
class DecidedStudy {
 public:
  /// Throws Error as reading both does; usage too for a line that can never win against the register.
  DecidedStudy(const Study& study, const rules::RuleSet& rules, const StudyKeys& keys);

  /// What was decided of words in a delivered file, by its key. `delivered` are the keys of all that are there: a place
  /// of a file that is gone is looked for in every other.
  std::shared_ptr<const detect::DecidedWords> words_in(const std::string& key,
                                                       const std::set<std::string>& delivered) const;
  /// Learned names without those that are kept everywhere.
  LearnedNames without_kept(const LearnedNames& learned) const;
  /// Whether somebody signed off a file with these very bytes, by its key and their digest in hex.
  bool signed_off(const std::string& key, const std::string& content) const;
  /// Those that hold.
  const std::vector<Decision>& holding() const { return holding_; }
  const std::vector<Decision>& all() const { return all_; }

 private:
  const rules::RuleSet& rules_;
  Secret<32> key_{};
  std::vector<Decision> all_, holding_;
  std::vector<detect::DecidedForm> forms_{};
  std::shared_ptr<const detect::DecidedWords> everywhere_{};
};

/// Whether words are, or hold, a name of the register: those are not a person's to keep or to call otherwise.
bool holds_registered(const rules::RuleSet& rules, const Register& people, std::string_view words);
/// Whether they are one, from the first to the last.
bool is_registered(const rules::RuleSet& rules, const Register& people, std::string_view words);

}  // namespace moniker::study
