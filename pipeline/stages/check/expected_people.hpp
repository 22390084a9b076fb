#pragma once
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/check_rules.hpp"
#include "moniker/register.hpp"

namespace moniker::check {

/// Who is expected to speak, looked up by file: made once for all transcripts of a study and then only read, by any
/// number of threads. The register outlives it, and must not change: sessions point into it.
class ExpectedPeople {
 public:
  ExpectedPeople(const CheckRules& rules, const Register& people);
  ExpectedPeople(const CheckRules& rules, const Register&& people) = delete;
  bool register_is_empty() const { return empty_; }
  /// Sessions in this file; none: the register says nothing of it.
  const std::vector<const Session*>& sessions(const std::string& file) const;
  /// Keys of the labels that may stand in a file beside those of its sessions: roles, and the names and aliases of who
  /// has one; where the register says nothing of the file, everybody's.
  bool is_welcome(const std::string& key, bool any_session) const {
    return roles_.contains(key) || (!any_session && everybody_.contains(key));
  }

 private:
  bool empty_ = true;
  std::unordered_map<std::string, std::vector<const Session*>> sessions_{};
  std::set<std::string> roles_{}, everybody_{};
};

}  // namespace moniker::check
