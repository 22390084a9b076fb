// What is told of a study as its steps left it: of each transcript what became of it, what was replaced in it and what
// was noticed, and who is meant where that has to be asked. Nothing is made anew for it.
#include "steps/collect.hpp"

#include <fmt/format.h>

#include <set>

#include "base/delivery_folder.hpp"
#include "base/display_name.hpp"
#include "base/shown_text.hpp"
#include "check/issue_words.hpp"
#include "moniker/error.hpp"
#include "work/apply_record.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

bool is_draft(const std::vector<std::string>& outputs) {
  return std::any_of(outputs.begin(), outputs.end(),
                     [](const std::string& name) { return name.find(draft_mark) != std::string::npos; });
}

Outcome outcome_of(const Study& study, const Ledger& ledger, const seal::Identity& work, const StudyMap& map,
                   const Delivered& file, std::string shown) {
  const ScanRecord scanned = read_record(study.layout, file.key, work);
  Outcome outcome;
  outcome.transcript = map.assignment.transcripts.at(file.file);
  outcome.shown = std::move(shown);
  outcome.words = scanned.words;
  std::vector<check::FileIssue> issues = issues_of(map, file.file, scanned.issues);
  const bool stopped = is_quarantined(study.config, issues);
  const auto entry = ledger.find("apply", file.key);
  if (!entry && !stopped) {
    throw Error::usage("the transcript was not written yet",
                       "run `moniker apply` first, or `moniker run` for all steps", {outcome.shown});
  }
  if (!stopped) {
    const ApplyRecord record = apply_record_from_json(entry->output);
    for (const Issue& hit : record.proof) issues.push_back({.file = file.file, .issue = hit});
    if (record.left_out > 0)
      issues.push_back({.file = file.file, .issue = {IssueCode::docx_left_out, {}, record.left_out}});
    if (record.masked > 0)
      issues.push_back({.file = file.file, .issue = {IssueCode::masked_delivered, {}, record.masked}});
    outcome.outputs = record.outputs;
    outcome.draft = is_draft(outcome.outputs);
    if (record.proof.empty()) {
      outcome.state = Outcome::State::published;
      outcome.doubtful = record.doubtful;
      outcome.places = record.places;
      outcome.replaced = record.replaced;
    }
  }
  if (entry && is_only_unread(study.config, issues))
    outcome.outputs = apply_record_from_json(entry->output).outputs;  // they stand
  outcome.draft = is_draft(outcome.outputs);
  outcome.issues = check::in_words(issues, scanned.failure, study.config.checks);
  return outcome;
}

/// Of what is published: about the others nothing is decided yet.
std::vector<OpenQuestion> questions_of(const resolve::Assignment& assignment, const StudyReport& report) {
  std::set<std::string> published;
  for (const Outcome& outcome : report.outcomes) {
    if (outcome.state == Outcome::State::published) published.insert(outcome.transcript);
  }
  std::vector<OpenQuestion> questions;
  for (const resolve::Question& question : assignment.questions) {
    const std::string& transcript = assignment.transcripts.at(question.file);
    if (!published.contains(transcript)) continue;
    OpenQuestion open{.transcript = transcript,
                      .turn = question.label ? 0 : question.turn + 1,
                      .taken_for = shown_name(assignment.entities.at(question.entity))};
    for (const std::uint32_t person : question.could_be)
      open.could_be.push_back(shown_name(assignment.entities.at(person)));
    questions.push_back(std::move(open));
  }
  return questions;
}

/// Whose row of the register it is: by the study's number, and never by name. Not even a number that is one.
std::string shown_row(const Study& study, const Participant& person) {
  const std::string row = fmt::format("{}, line {}", study.config.checks.register_name, person.line);
  const bool tells = person.number.empty() || holds_registered_name(person.number, study.people);
  return tells ? row : fmt::format("{} ({})", person.number, row);
}

}  // namespace

StudyReport collect(const Study& study, const Ledger& ledger, const seal::Identity& work, const StudyMap& map,
                    const std::vector<Delivered>& files) {
  StudyReport report;
  report.study = study.config.title;
  const DisplayNames display_name(study.people);
  for (const Delivered& file : files) {
    report.outcomes.push_back(outcome_of(study, ledger, work, map, file, shown_name_of(file, display_name)));
  }
  for (const check::FileIssue& d : map.delivery) {
    if (d.issue.code != IssueCode::file_missing && d.issue.code != IssueCode::register_withdrawn) continue;
    report.delivery.emplace_back(display_name.delivery(d.file, !can_be_shown(d.file), DisplayNames::not_there),
                                 check::in_words(d, study.config.checks));
  }
  for (const auto& [name, choice] : study.config.operators.overrides) report.overrides.emplace_back(name, choice.name);
  report.questions = questions_of(map.assignment, report);
  report.lone_names = study.config.lone_names;
  report.surrogates_shared = map.surrogates_shared;
  report.decisions_lost = map.decisions_lost;
  report.passed_over = list_deliveries(study.layout).passed_over;
  return report;
}

void count_people(const Study& study, const resolve::Assignment& assignment, const InResults& results,
                  StudyReport& report) {
  std::set<std::uint32_t> waiting, others;
  const auto keys = resolve::participant_keys(study.people);
  for (const std::size_t i : results.others) others.insert(assignment.people.at(keys[i]));
  for (const std::size_t i : results.waiting) {
    waiting.insert(assignment.people.at(keys[i]));
    report.waiting.push_back(shown_row(study, study.people.people[i]));
  }
  std::set<std::string> elsewhere = results.names.value_or(std::set<std::string>());  // in what was put away
  for (const Entity& entity : assignment.entities) elsewhere.erase(shown_name(entity));
  std::erase_if(elsewhere, [](const std::string& name) { return name == "WITHDRAWN"; });
  report.entities += elsewhere.size();
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    const Entity& entity = assignment.entities[i];
    const bool counts = !entity.participant.empty() && !waiting.contains(i);
    if (counts || results.has(entity)) ++report.entities;
    if (counts && !entity.withdrawn && !others.contains(i)) ++report.participants;
  }
}

}  // namespace moniker::study
