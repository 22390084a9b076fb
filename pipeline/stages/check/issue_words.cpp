#include "check/issue_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace moniker::check {

ReportIssue in_words(const FileIssue& file_issue, const CheckRules& rules) {
  const Issue& issue = file_issue.issue;
  const IssueEntry& entry = issue_entry(issue.code);
  std::string sentence(entry.sentence);
  if (const auto at = sentence.find("{}"); at != std::string::npos)
    sentence.replace(at, 2, std::to_string(issue.count));
  if (!file_issue.other.empty()) sentence += fmt::format(" ({})", file_issue.other);
  if (file_issue.register_line > 0) {
    sentence += fmt::format(" ({}, line {})", rules.register_name, file_issue.register_line);
  }
  return {.code = std::string(entry.name),
          .severity = severity_of(issue.code, rules),
          .at = issue.at,
          .count = issue.count,
          .sentence = std::move(sentence),
          .remedy = std::string(entry.remedy)};
}

std::vector<ReportIssue> in_words(const std::vector<FileIssue>& issues, const std::optional<Problem>& failure,
                                  const CheckRules& rules) {
  std::vector<ReportIssue> list;
  if (failure) {
    list.push_back({.code = "failure",
                    .severity = Severity::error,
                    .at = failure->at,
                    .count = 1,
                    .sentence = failure->what,
                    .remedy = failure->remedy});
  }
  for (const FileIssue& issue : issues) list.push_back(in_words(issue, rules));
  std::stable_sort(list.begin(), list.end(),
                   [](const ReportIssue& a, const ReportIssue& b) { return a.severity > b.severity; });
  return list;
}

}  // namespace moniker::check
