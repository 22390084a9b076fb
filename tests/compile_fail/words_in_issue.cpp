#include <string>

#include "moniker/issue.hpp"

moniker::Issue issue(const std::string& words) {
#ifdef WRONG
  return {.code = moniker::IssueCode::speaker_unknown, .at = {}, .count = words};
#else
  return {.code = moniker::IssueCode::speaker_unknown, .at = {}, .count = words.size()};
#endif
}
