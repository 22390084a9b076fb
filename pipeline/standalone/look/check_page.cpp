// Files with their issues, and how many there are.
#include "look/check_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "check/issue_page.hpp"

namespace moniker::look {
namespace {

using Json = nlohmann::ordered_json;

std::string file_text(const CheckedFile& file, const Style& style) {
  std::string text = fmt::format("{}{}{}", style.bold, file.shown, style.plain);
  if (!file.facts.format.empty()) {
    text += fmt::format("  {}{}, {} words, {} speaker{}{}", style.dim, file.facts.format, file.facts.words,
                        file.facts.speakers.size(), file.facts.speakers.size() == 1 ? "" : "s", style.plain);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(file.facts.duration).count();
    if (minutes > 0) text += fmt::format("{}, {} min{}", style.dim, minutes, style.plain);
  }
  return text + "\n" + check::issues_text(file.shown, file.issues, style);
}

Json file_json(const CheckedFile& file) {
  Json issues = Json::array();
  for (const ReportIssue& issue : file.issues) issues.push_back(check::issue_json(issue));
  return {{"file", file.shown},
          {"format", file.facts.format},
          {"words", file.facts.words},
          {"speakers", file.facts.speakers.size()},
          {"minutes", std::chrono::duration<double>(file.facts.duration).count() / 60},
          {"issues", std::move(issues)}};
}

}  // namespace

std::size_t CheckPage::count(Severity severity) const {
  std::size_t count = 0;
  for (const CheckedFile& file : files) {
    count += static_cast<std::size_t>(std::count_if(file.issues.begin(), file.issues.end(),
                                                    [&](const ReportIssue& i) { return i.severity == severity; }));
  }
  return count;
}

std::string as_text(const CheckPage& page, const Style& style) {
  std::string text;
  for (const CheckedFile& file : page.files) text += file_text(file, style);
  const auto missing = static_cast<std::size_t>(
      std::count_if(page.files.begin(), page.files.end(), [](const CheckedFile& file) { return file.missing; }));
  const std::size_t there = page.files.size() - missing;
  text += fmt::format("\n{} file{}", there, there == 1 ? "" : "s");
  if (missing > 0) text += fmt::format(", {} missing", missing);
  if (page.passed_over > 0) text += fmt::format(", {} passed over", page.passed_over);
  return text + fmt::format(": {} errors, {} warnings, {} notes\n", page.count(Severity::error),
                            page.count(Severity::warning), page.count(Severity::note));
}

Json as_json(const CheckPage& page) {
  Json list = Json::array();
  for (const CheckedFile& file : page.files) list.push_back(file_json(file));
  return list;
}

}  // namespace moniker::look
