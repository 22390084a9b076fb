// FINISH: what is left when every transcript has gone its way: linkage for the custodian, attributes for the
// analysts, the report for everyone, and the signature that closes the audit log.
#include <algorithm>

#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "base/display_name.hpp"
#include "check/issue_words.hpp"
#include "check/withdrawn.hpp"
#include "config/retention.hpp"
#include "moniker/version.hpp"
#include "report/linkage.hpp"
#include "report/render.hpp"
#include "seal/minisign.hpp"
#include "shards/merge.hpp"
#include "steps/steps.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"
#include "work/work_layout.hpp"

namespace moniker::study {
namespace {

/// Sealed afresh only when the text changed: an unchanged study leaves unchanged files.
void seal_text(OpenedStudy& study, const std::filesystem::path& target, const std::vector<seal::Recipient>& recipients,
               const std::string& text) {
  const std::string name = target.filename().string();
  Hasher hasher;
  hasher.take_field(text);
  hasher.take_field(hex(write_digest(study.config)));
  const Digest inputs = hasher.finish();
  const auto before = study.ledger.find("finish", name);
  if (before && before->input == inputs && std::filesystem::exists(target)) return;
  AtomicFile file(target);
  seal::AgeWriter age(file, recipients, study.config.armor);
  age.write(text);
  age.finish();
  file.commit();
  study.audit.append("sealed", {{"output", name}});
  study.ledger.set("finish", name, inputs, "");
}

Outcome outcome_of(OpenedStudy& study, const StudyMap& map, const Delivered& file, std::string shown) {
  const std::string key = file_key(study, file.file);
  const ScanRecord scanned = read_record(summary_file(study, key), study.work_identity);
  Outcome outcome;
  outcome.transcript = map.assignment.transcripts.at(file.file);
  outcome.shown = std::move(shown);
  outcome.words = scanned.words;
  std::vector<check::FileIssue> issues = issues_of(map, file.file, scanned.issues);
  const bool stopped = is_quarantined(study.config, issues);
  if (const auto entry = study.ledger.find("apply", key); entry && !stopped) {
    const ApplyRecord record = apply_record_from_json(entry->output);
    for (const Issue& hit : record.proof) issues.push_back({.file = file.file, .issue = hit});
    if (record.left_out > 0)
      issues.push_back({.file = file.file, .issue = {IssueCode::docx_left_out, {}, record.left_out}});
    outcome.outputs = record.outputs;
    if (record.proof.empty()) {
      outcome.state = Outcome::State::published;
      outcome.doubtful = record.doubtful;
      outcome.places = record.places;
      outcome.replaced = record.replaced;
    }
  }
  outcome.issues = check::in_words(issues, scanned.failure, study.config.checks);
  return outcome;
}

StudyReport collect(OpenedStudy& study, const StudyMap& map) {
  StudyReport report;
  report.study = study.config.title;
  const DisplayNames display_name(study.people);
  for (const Delivered& file : delivered(study)) {
    report.outcomes.push_back(outcome_of(study, map, file, display_name(file.place, report.outcomes.size())));
  }
  for (const check::FileIssue& d : map.delivery) {
    if (d.issue.code != IssueCode::file_missing && d.issue.code != IssueCode::register_withdrawn) continue;
    report.delivery.emplace_back(display_name(study.layout.incoming() / d.file),
                                 check::in_words(d, study.config.checks));
  }
  for (const auto& [name, choice] : study.config.operators.overrides) report.overrides.emplace_back(name, choice.name);
  report.surrogates_shared = map.surrogates_shared;
  report.entities = map.assignment.entities.size();
  report.participants = static_cast<std::uint64_t>(std::count_if(
      map.assignment.entities.begin(), map.assignment.entities.end(),
      [](const resolve::Entity& entity) { return !entity.participant.empty() && entity.participant != tombstone; }));
  return report;
}

/// What had to go by now, and is gone, is not made again.
bool linkage_is_over(const OpenedStudy& study) {
  if (std::filesystem::exists(study.layout.linkage() / "linkage.csv.age")) return false;
  const auto due = due_day(read_retention(study.layout.root).linkage, last_interview(study.people));
  return due && *due < std::chrono::floor<std::chrono::days>(study.options.clock());
}

/// Of which linkage says nothing: a file's name may tell whose it is.
std::set<std::string> withdrawn_files(const OpenedStudy& study) {
  std::set<std::string> files;
  for (const Participant& person : study.people.people) {
    if (!person.withdrawn) continue;
    for (const Session& session : person.sessions) {
      if (check::is_of_withdrawn_alone(study.config.checks, study.people, session.file)) files.insert(session.file);
    }
  }
  return files;
}

}  // namespace

void sign_audit(OpenedStudy& study) {
  if (!std::filesystem::exists(study.config.signing_key)) {
    throw Error({.fault = Fault::usage,
                 .file = study.config.signing_key.string(),
                 .what = "the signing key is missing",
                 .remedy = "make one with `moniker keygen --only signing`, or name it under keys: signing:"});
  }
  study.audit.sync();
  audit::sign_head(study.audit, study.layout.audit() / "audit.jsonl", seal::SigningKey::read(study.config.signing_key));
}

StudyReport finish_study(OpenedStudy& study) {
  merge_applies(study);
  const StudyMap map = read_study_map(study);
  if (!linkage_is_over(study))
    seal_text(study, study.layout.linkage() / "linkage.csv.age", study.linkage_recipients,
              linkage_csv(map.assignment, study.people, withdrawn_files(study)));
  seal_text(study, study.layout.out() / "attributes.csv.age", study.recipients,
            attributes_csv(map.assignment, study.people, study.config.columns));
  StudyReport report = collect(study, map);
  std::int64_t quarantined = 0;
  for (const Outcome& outcome : report.outcomes) quarantined += outcome.state == Outcome::State::quarantined;
  study.audit.append("finished", {{"transcripts", static_cast<std::int64_t>(report.outcomes.size())},
                                  {"quarantined", quarantined},
                                  {"version", std::string(version)}});
  sign_audit(study);
  report.audit_records = study.audit.records();
  publish(study.layout.reports() / "run.json", report_json(report));
  publish(study.layout.reports() / "run.md", report_markdown(report));
  drop_plan(study.layout);
  return report;
}

StudyReport run_study(OpenedStudy& study) {
  scan_study(study);
  assign_study(study);
  const ApplyResult applied = apply_study(study);
  StudyReport report = finish_study(study);
  report.published = applied.published;
  report.unchanged = applied.unchanged;
  return report;
}

}  // namespace moniker::study
