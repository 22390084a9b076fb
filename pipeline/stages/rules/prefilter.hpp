#pragma once
#include <re2/set.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "rules/gates.hpp"

namespace moniker::rules {

/// RE2's sets over the regular expressions of all rules: one pass over a text tells which of a set's may match there.
/// Sets are small, because what a set has to remember grows with the product of its gaps, and each is made when it is
/// first needed. Immutable otherwise; shared by all threads.
class Prefilter {
 public:
  Prefilter() = default;
  /// `gates` has one entry for each.
  Prefilter(std::vector<std::string> patterns, const Gates& gates);

  /// Takes what may match in the text as its words tell it, adds the open expressions, and leaves what may match still,
  /// ascending. A set that runs out of memory leaves all of its expressions: fail closed.
  void narrow(std::string_view text, std::vector<std::uint32_t>& candidates) const;

 private:
  struct Group {
    std::vector<std::uint32_t> members{};
    std::once_flag once{};
    std::unique_ptr<RE2::Set> set{};  // null: not asked for yet, or too large
    bool open = false;
  };
  void match(Group& group, std::string_view text, std::vector<std::uint32_t>& found) const;
  void compile(Group& group) const;

  std::vector<std::string> patterns_{};
  std::vector<std::uint32_t> group_of_{};
  std::vector<std::unique_ptr<Group>> groups_{};  // the open ones first
};

}  // namespace moniker::rules
