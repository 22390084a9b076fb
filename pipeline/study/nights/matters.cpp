// Everything that waits for a person after a run, as one list: what the summary, the exit status and the metrics of a
// night count is this and nothing else.
#include "nights/matters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace moniker::study {
namespace {

constexpr MatterWords matter_table[] = {
    {MatterKind::quarantined, "quarantined", "quarantined", "quarantined", "moniker run {}"},
    {MatterKind::who_is_meant, "who-is-meant", "{} time it has to be asked who is meant",
     "{} times it has to be asked who is meant", "moniker review {}"},
    {MatterKind::doubtful, "doubtful", "{} doubtful finding is masked", "{} doubtful findings are masked",
     "moniker review {}"},
    {MatterKind::draft, "draft", "is a draft until it is signed off", "is a draft until it is signed off",
     "moniker review {}"},
    {MatterKind::overdue, "overdue", "{} thing should be gone by now", "{} things should be gone by now",
     "moniker retention {}"},
};

/// Equal ones are told apart by their order.
void number(std::vector<std::string>& parts) {
  std::map<std::string, std::uint64_t> seen;
  for (std::string& part : parts) {
    if (const std::uint64_t before = seen[part]++; before > 0) part += fmt::format(" #{}", before + 1);
  }
}

Matter quarantine_of(const Outcome& outcome) {
  Matter matter{.kind = MatterKind::quarantined, .transcript = outcome.transcript};
  for (const ReportIssue& issue : outcome.issues) {
    if (issue.severity != Severity::error) continue;
    matter.parts.push_back(issue.code);
    if (matter.says.empty()) matter.remedy = issue.remedy;
    const std::string says = fmt::format("{} ({})", issue.sentence, issue.code);
    if (matter.says.find(says) == std::string::npos) matter.says += (matter.says.empty() ? "" : "; ") + says;
  }
  std::sort(matter.parts.begin(), matter.parts.end());
  matter.parts.erase(std::unique(matter.parts.begin(), matter.parts.end()), matter.parts.end());
  if (matter.parts.empty()) matter.parts.emplace_back("no reason is known");
  return matter;
}

/// Places are known up to a number of them; what is beyond counts as places of their own.
Matter doubts_of(const Outcome& outcome) {
  Matter matter{.kind = MatterKind::doubtful, .transcript = outcome.transcript};
  for (const DoubtfulPlace& place : outcome.places)
    matter.parts.push_back(fmt::format("turn {}, {}", place.turn, place.rule));
  for (std::uint64_t i = outcome.places.size(); i < outcome.doubtful; ++i)
    matter.parts.push_back(fmt::format("place {}", i + 1));
  return matter;
}

void add_transcript(const Outcome& outcome, std::vector<Matter>& matters) {
  if (outcome.state == Outcome::State::quarantined) matters.push_back(quarantine_of(outcome));
  if (outcome.doubtful > 0) matters.push_back(doubts_of(outcome));
  if (outcome.draft)
    matters.push_back({.kind = MatterKind::draft, .transcript = outcome.transcript, .parts = {"draft"}});
}

void add_questions(const StudyReport& report, std::vector<Matter>& matters) {
  std::map<std::string, Matter> by_transcript;
  for (const OpenQuestion& question : report.questions) {
    Matter& matter = by_transcript[question.transcript];
    matter.kind = MatterKind::who_is_meant;
    matter.transcript = question.transcript;
    matter.parts.push_back(fmt::format("turn {}: {}", question.turn, fmt::join(question.could_be, " ")));
  }
  for (auto& [transcript, matter] : by_transcript) matters.push_back(std::move(matter));
}

void add_overdue(const std::vector<RetentionItem>& due, std::chrono::sys_days today, std::vector<Matter>& matters) {
  Matter matter{.kind = MatterKind::overdue};
  for (const RetentionItem& item : due) {
    if (const auto left = item.days_left(today); left && *left < 0)
      matter.parts.push_back(item.kind + " " + item.shown);
  }
  if (!matter.parts.empty()) matters.push_back(std::move(matter));
}

}  // namespace

const MatterWords& words_of(MatterKind kind) { return matter_table[static_cast<std::size_t>(kind)]; }

const MatterWords* words_of(std::string_view name) {
  const auto* const found = std::find_if(std::begin(matter_table), std::end(matter_table),
                                         [&](const MatterWords& row) { return row.name == name; });
  return found == std::end(matter_table) ? nullptr : found;
}

std::vector<Matter> matters_of(const StudyReport& report, const std::vector<RetentionItem>& due,
                               std::chrono::sys_days today) {
  std::vector<Matter> matters;
  for (const Outcome& outcome : report.outcomes) add_transcript(outcome, matters);
  add_questions(report, matters);
  add_overdue(due, today, matters);
  for (Matter& matter : matters) number(matter.parts);
  std::stable_sort(matters.begin(), matters.end(), [](const Matter& a, const Matter& b) { return a.kind < b.kind; });
  return matters;
}

}  // namespace moniker::study
