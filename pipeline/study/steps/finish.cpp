// FINISH: what is left when every transcript has gone its way: linkage for the custodian, attributes for the
// analysts, the report for everyone, and the signature that closes the audit log.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "base/display_name.hpp"
#include "base/shown_text.hpp"
#include "check/issue_words.hpp"
#include "config/retention.hpp"
#include "moniker/version.hpp"
#include "report/linkage.hpp"
#include "report/render.hpp"
#include "seal/minisign.hpp"
#include "shards/merge.hpp"
#include "steps/in_results.hpp"
#include "steps/output.hpp"
#include "steps/steps.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

/// Sealed afresh only when the text changed, or when the log does not know the digest of the file that is there: an
/// unchanged study leaves unchanged files. The log first: what it does not know is not in its place.
void seal_text(const StudyConfig& config, Books& books, const std::filesystem::path& target,
               const std::vector<seal::Recipient>& recipients, const std::string& text) {
  const std::string name = target.filename().string();
  Hasher hasher;
  hasher.take_field(text);
  hasher.take_field(hex(config.digests.writing));
  const Digest inputs = hasher.finish();
  const auto before = books.ledger.find("finish", name);
  if (before && before->input == inputs && !before->output.empty() && std::filesystem::exists(target)) return;
  AtomicFile file(target);
  DigestSink sealed(file);
  seal::AgeWriter age(sealed, recipients, config.armor);
  age.write(text);
  age.finish();
  file.sync();
  const std::string digest = hex(sealed.finish());
  books.audit.append(audit::events::Sealed{.output = name, .digest = digest});
  file.commit();
  books.ledger.set("finish", name, inputs, digest);
}

Outcome outcome_of(const Study& study, const Ledger& ledger, const seal::Identity& work, const StudyMap& map,
                   const Delivered& file, std::string shown) {
  const ScanRecord scanned = read_record(study.layout.summary(file.key), work);
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
    if (record.proof.empty()) {
      outcome.state = Outcome::State::published;
      outcome.doubtful = record.doubtful;
      outcome.places = record.places;
      outcome.replaced = record.replaced;
    }
  }
  if (entry && is_only_unread(study.config, issues))
    outcome.outputs = apply_record_from_json(entry->output).outputs;  // they stand
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
  return report;
}

/// Whose row of the register it is: by the study's number, and never by name. Not even a number that is one.
std::string shown_row(const Study& study, const Participant& person) {
  const std::string row = fmt::format("{}, line {}", study.config.checks.register_name, person.line);
  const bool tells = person.number.empty() || holds_registered_name(person.number, study.people);
  return tells ? row : fmt::format("{} ({})", person.number, row);
}

void count_people(const Study& study, const resolve::Assignment& assignment, const InResults& results,
                  StudyReport& report) {
  std::set<std::uint32_t> waiting;
  const auto keys = resolve::participant_keys(study.people);
  for (const std::size_t i : results.waiting) {
    waiting.insert(assignment.people.at(keys[i]));
    report.waiting.push_back(shown_row(study, study.people.people[i]));
  }
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    const Entity& entity = assignment.entities[i];
    const bool counts = !entity.participant.empty() && !waiting.contains(i);
    if (counts || results.has(entity)) ++report.entities;
    if (counts && !entity.withdrawn) ++report.participants;
  }
}

/// What had to go by now, and is gone, is not made again.
bool linkage_is_over(const Study& study, const Clock& clock) {
  if (std::filesystem::exists(study.layout.linkage_table())) return false;
  const auto due = due_day(read_retention(study.layout.root).linkage, last_interview(study.people));
  return due && *due < std::chrono::floor<std::chrono::days>(clock());
}

}  // namespace

void sign_audit(const Study& study, audit::AuditLog& audit) {
  if (!std::filesystem::exists(study.config.signing_key)) {
    throw Error::usage("the signing key is missing",
                       "make one with `moniker keygen --only signing`, or name it under keys: signing:",
                       {study.config.signing_key.string()});
  }
  audit.sync();
  audit::sign_head(audit, study.layout.audit_log(), seal::SigningKey::read(study.config.signing_key));
}

StudyReport finish_study(OpenedStudy& opened) {
  const Study& study = opened.study;
  Books& books = opened.books;
  const std::vector<Delivered> files = delivered(study.layout, opened.keys.registry);
  merge_applies(study.layout, files, books, opened.options.clock);
  const StudyMap map = read_study_map(study.layout, opened.keys.work_identity);
  // Nothing is sealed while a transcript waits to be applied.
  StudyReport report = collect(study, books.ledger, opened.keys.work_identity, map, files);
  report.passed_over = list_deliveries(study.layout).passed_over;
  const InResults results = in_results(study, books.ledger, opened.keys.registry, opened.keys.work_identity, map);
  const AttributeValues meant(study.people, study.config.columns, opened.rules.set.language().dates);
  if (!linkage_is_over(study, opened.options.clock)) {
    seal_text(study.config, books, study.layout.linkage_table(), opened.keys.linkage_recipients,
              linkage_csv(map.assignment, study.people, results));
  }
  seal_text(study.config, books, study.layout.attributes(), opened.keys.recipients,
            attributes_csv(map.assignment, study.people, study.config.columns, results, meant));
  report.register_notes = meant.notes();
  count_people(study, map.assignment, results, report);
  std::uint64_t quarantined = 0;
  for (const Outcome& outcome : report.outcomes) quarantined += outcome.state == Outcome::State::quarantined ? 1U : 0U;
  books.audit.append(audit::events::Finished{
      .transcripts = report.outcomes.size(), .quarantined = quarantined, .version = std::string(version)});
  sign_audit(study, books.audit);
  report.audit_records = books.audit.records();
  publish(study.layout.report_json(), report_json(report));
  publish(study.layout.report_page(), report_markdown(report));
  drop_plan(study.layout);
  return report;
}

StudyReport run_study(OpenedStudy& opened) {
  scan_study(opened);
  assign_study(opened);
  const ApplyResult applied = apply_study(opened);
  StudyReport report = finish_study(opened);
  report.published = applied.published;
  report.unchanged = applied.unchanged;
  return report;
}

ShardPlan plan_study(OpenedStudy& opened, unsigned shards) {
  const std::vector<Delivered> files = delivered(opened.study.layout, opened.keys.registry);
  return make_plan(opened.study.layout, files, opened.books, opened.options.clock, shards);
}

}  // namespace moniker::study
