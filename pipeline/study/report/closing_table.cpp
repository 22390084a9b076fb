#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "check/issue_page.hpp"
#include "report/render.hpp"

namespace moniker::study {
namespace {

std::string grouped(std::uint64_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::uint64_t total_replaced(const Outcome& outcome) {
  std::uint64_t total = 0;
  for (const auto& [label, count] : outcome.replaced) total += count;
  return total;
}

/// File names can be long; the table cannot. The end tells more than the middle.
std::string fitted(const std::string& text, std::size_t width) {
  return text.size() <= width ? text : text.substr(0, width - 9) + "…" + text.substr(text.size() - 8);
}

std::string row(const Outcome& outcome, std::size_t file_width, const Style& style) {
  const bool good = outcome.state == Outcome::State::published;
  const std::string state = !good           ? fmt::format("{}quarantined{}", style.red, style.plain)
                            : outcome.draft ? fmt::format("{}draft{}", style.yellow, style.plain)
                            : outcome.doubtful > 0
                                ? fmt::format("{}review {}{}", style.yellow, outcome.doubtful, style.plain)
                                : fmt::format("{}sealed{}", style.green, style.plain);
  const std::string shown = fitted(outcome.shown, file_width);
  const std::size_t pad = file_width - std::min(file_width, shown.size() - 2 * (shown.find("…") != std::string::npos));
  return fmt::format("  {:<6}{}{}  {:>9}  {:>9}  {}\n", outcome.transcript, shown, std::string(pad, ' '),
                     grouped(outcome.words), good ? grouped(total_replaced(outcome)) : "-", state);
}

std::string label_line(const StudyReport& report) {
  std::map<std::string, std::uint64_t> totals;
  for (const Outcome& outcome : report.outcomes) {
    for (const auto& [label, count] : outcome.replaced) totals[label] += count;
  }
  std::string line;
  for (const auto& [label, count] : totals)
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", label, grouped(count));
  return line.empty() ? "nothing" : line;
}

std::string why(const StudyReport& report, const Style& style) {
  std::string lines;
  for (const Outcome& outcome : report.outcomes) {
    std::vector<ReportIssue> errors;
    std::copy_if(outcome.issues.begin(), outcome.issues.end(), std::back_inserter(errors),
                 [](const ReportIssue& issue) { return issue.severity == Severity::error; });
    lines += check::issues_text(outcome.shown, errors, style);
  }
  for (const auto& [shown, issue] : report.delivery) lines += check::issue_lines(shown, issue, style);
  return lines;
}

}  // namespace

std::string closing_table(const StudyReport& report, const Style& style) {
  std::size_t width = 10;
  std::uint64_t words = 0, doubtful = 0, quarantined = 0;
  for (const Outcome& outcome : report.outcomes) {
    width = std::clamp(outcome.shown.size(), width, std::size_t{34});
    words += outcome.words;
    doubtful += outcome.doubtful;
    quarantined += outcome.state == Outcome::State::quarantined;
  }
  std::string text = fmt::format("\n  {}{:<6}{:<{}}  {:>9}  {:>9}  {}{}\n", style.bold, "ID", "transcript", width,
                                 "words", "replaced", "state", style.plain);
  for (const Outcome& outcome : report.outcomes) text += row(outcome, width, style);
  text += fmt::format("\n  {}{}{} transcript{}, {} words: {} sealed now, {} unchanged, {} quarantined\n", style.bold,
                      report.outcomes.size(), style.plain, report.outcomes.size() == 1 ? "" : "s", grouped(words),
                      report.published, report.unchanged, quarantined);
  if (report.passed_over > 0)
    text += fmt::format("  passed over in incoming/, as left there by systems and programs: {}\n", report.passed_over);
  text += fmt::format("  replaced: {}\n", label_line(report));
  if (doubtful > 0) {
    text += fmt::format("  {}{} doubtful finding{} masked; see reports/run.md{}\n", style.yellow, doubtful,
                        doubtful == 1 ? " was" : "s were", style.plain);
  }
  if (!report.questions.empty()) {
    text += fmt::format("  {}who is meant has to be asked {} time{}; see reports/run.md{}\n", style.yellow,
                        report.questions.size(), report.questions.size() == 1 ? "" : "s", style.plain);
  }
  if (const std::size_t n = report.waiting.size(); n > 0) {
    text += fmt::format("  {}{} {} not consented and {} not in the results; see reports/run.md{}\n", style.yellow, n,
                        n == 1 ? "person has" : "people have", n == 1 ? "is" : "are", style.plain);
  }
  if (!report.register_notes.empty()) text += "  the register has values to look at; see reports/run.md\n";
  const std::string reasons = why(report, style);
  return reasons.empty() ? text : text + "\n" + reasons;
}

}  // namespace moniker::study
