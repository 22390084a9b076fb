// Issues on a page: one of a file, or all that there are.
#include "check/issue_page.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "check/checker.hpp"

namespace moniker::check {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_told = 20;  // of one kind in one file

std::string_view colour_of(Severity severity, const Style& style) {
  return severity == Severity::error ? style.red : severity == Severity::warning ? style.yellow : style.dim;
}

/// "wrong times: {}" as "wrong times: n".
std::string with_n(std::string_view sentence) {
  std::string text(sentence);
  if (const std::size_t at = text.find("{}"); at != std::string::npos) text.replace(at, 2, "n");
  return text;
}

}  // namespace

std::string issue_lines(const std::string& shown, const ReportIssue& issue, const Style& style) {
  const std::string place = issue.at.line == 0 ? shown : fmt::format("{}:{}", shown, issue.at.line);
  return fmt::format("  {}{}{}  {}: {} {}({}){}\n     {}{}{}\n", colour_of(issue.severity, style),
                     severity_name(issue.severity), style.plain, place, issue.sentence, style.dim, issue.code,
                     style.plain, style.dim, issue.remedy, style.plain);
}

std::string issues_text(const std::string& shown, const std::vector<ReportIssue>& issues, const Style& style) {
  std::map<std::string_view, std::size_t> told;
  std::map<std::string_view, std::uint64_t> more;
  std::string text;
  for (const ReportIssue& issue : issues) {
    if (++told[issue.code] <= most_told)
      text += issue_lines(shown, issue, style);
    else
      more[issue.code] += issue.count;
  }
  for (const auto& [code, count] : more)
    text += fmt::format("  {} more of {} in {}: --json tells where\n", count, code, shown);
  return text;
}

Json issue_json(const ReportIssue& issue) {
  return {{"code", issue.code},    {"severity", severity_name(issue.severity)},
          {"line", issue.at.line}, {"column", issue.at.column},
          {"count", issue.count},  {"what", issue.sentence},
          {"remedy", issue.remedy}};
}

std::string issue_table_text(const Style& style) {
  std::string text;
  for (const IssueEntry& entry : issue_entries()) {
    text += fmt::format("{}{:<26}{}  {}{:<8}{}{:<7}  {}\n", style.bold, entry.name, style.plain,
                        colour_of(entry.severity, style), severity_name(entry.severity), style.plain,
                        entry.fixed ? "fixed" : "", with_n(entry.sentence));
  }
  return text;
}

Json issue_table_json() {
  Json all = Json::array();
  for (const IssueEntry& entry : issue_entries()) {
    all.push_back({{"code", entry.name},
                   {"severity", severity_name(entry.severity)},
                   {"fixed", entry.fixed},
                   {"what", with_n(entry.sentence)},
                   {"remedy", entry.remedy}});
  }
  return all;
}

}  // namespace moniker::check
