#pragma once
#include <filesystem>
#include <memory>
#include <set>

#include "rules/compiled.hpp"
#include "rules/rule_set.hpp"

namespace moniker::rules {

/// Compiled rules kept in a file of the user's own, so that a program that starts need not read fifty lists again. The
/// file says what it was made of: every rule file, list, model and folder with its size and time of change, and the
/// program itself. Where any of these is different, or anything is wrong with the file, it is as if it were not there.
/// Rule files of a study may hold names; a rule set with such files is never kept.
class RuleCache {
 public:
  explicit RuleCache(const RuleSources& sources);
  /// Null where nothing is kept that can be used.
  std::unique_ptr<const RuleSet::Compiled> find() const;
  /// Keeps it for the next time, if that can be done; whatever hinders it is no fault of the run.
  void keep(const RuleSet::Compiled& rules, const std::set<std::filesystem::path>& made_of) const;

 private:
  std::filesystem::path file_{};  // empty: nothing is kept
};

}  // namespace moniker::rules
