#pragma once
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "moniker/issue.hpp"
#include "moniker/limits.hpp"
#include "moniker/register.hpp"

namespace moniker::check {

/// People who are in the register but are not participants.
struct RoleRule {
  std::string prefix{};  // of their IDs: INT -> INT1
  bool consent_exempt = false;
};

/// Another severity for an issue. check_severities() says whether there is such an issue.
struct SeverityChoice {
  Severity severity{};
  Position at{};  // of the name
};

/// What a study decides about its checks. Without a study the defaults hold, and nobody is known.
struct CheckRules {
  std::string file{};                              // moniker.yaml, as for messages
  std::string register_name = "participants.csv";  // without its folder
  std::map<std::string, RoleRule> roles{};         // by the register's word for it
  std::vector<std::string> consent_required{};     // uses that everybody's consent must cover
  bool consent_dates = false, consent_scopes = false, interview_dates = false;  // the register has a column for them
  std::chrono::minutes shortest{0}, longest{24 * 60};
  std::chrono::seconds gap{120};
  Limits limits{};                                     // of each transcript
  std::map<std::string, SeverityChoice> severities{};  // by the name: speaker.unknown
};

}  // namespace moniker::check
