// FINISH: what is left when every transcript has gone its way: linkage for the custodian, attributes for the
// analysts, the report for everyone, and the signature that closes the audit log.
#include <algorithm>

#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "config/retention.hpp"
#include "moniker/version.hpp"
#include "opened/described_entities.hpp"
#include "opened/roots.hpp"
#include "report/linkage.hpp"
#include "report/name_notes.hpp"
#include "report/render.hpp"
#include "seal/minisign.hpp"
#include "shards/merge.hpp"
#include "steps/collect.hpp"
#include "steps/in_results.hpp"
#include "steps/output.hpp"
#include "steps/put_away.hpp"
#include "steps/seal_table.hpp"
#include "steps/steps.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"

namespace moniker::study {
namespace {

/// Retention takes the attributes with the last transcript that they are of.
bool went_with_outputs(const Study& study, const Ledger& ledger) {
  const auto file = study.layout.attributes();
  if (std::filesystem::exists(file) || !ledger.find("finish", file.filename().string())) return false;
  const auto applied = ledger.all("apply");
  return std::all_of(applied.begin(), applied.end(),
                     [](const LedgerEntry& entry) { return apply_record_from_json(entry.output).outputs.empty(); });
}

}  // namespace

void sign_audit(const Study& study, audit::AuditLog& audit) {
  if (!std::filesystem::exists(study.config.signing_key)) {
    throw Error::usage("the signing key is missing",
                       "make one with `moniker keygen --only signing`, or name it under keys: signing:",
                       {study.config.signing_key.string()});
  }
  audit.sync();
  audit::sign_head(audit, study.layout.audit_log(), seal::SigningKey::read(study.config.signing_key),
                   study.config.witness);
}

StudyReport finish_study(OpenedStudy& opened) {
  const Study& study = opened.study;
  Books& books = opened.books;
  const std::vector<Delivered> files = delivered(study.layout, opened.keys.registry);
  merge_applies(study.layout, files, books, opened.options.clock);
  const StudyMap map = read_study_map(study.layout, opened.keys.work_identity);
  // Nothing is sealed while a transcript waits to be applied.
  StudyReport report = collect(study, books.ledger, opened.keys.work_identity, map, files);
  const InResults results = in_results(study, books.ledger, opened.keys.registry, opened.keys.work_identity, map);
  const AttributeValues meant(study.people, study.config.columns, opened.rules.set.language().dates);
  const Retention retention = read_retention(study.layout.root);
  if (!is_over(study, study.layout.linkage_table(), retention.linkage, opened.options.clock)) {
    seal_table(study.config, books, study.layout.linkage_table(), opened.keys.linkage_recipients,
               linkage_csv(map.assignment, study.people, results, described_entities(map.assignment, opened.rules)));
  }
  drop_parts(opened);
  if (!is_over(study, study.layout.attributes(), retention.attributes, opened.options.clock) &&
      !went_with_outputs(study, books.ledger)) {
    seal_table(study.config, books, study.layout.attributes(), opened.keys.recipients,
               attributes_csv(map.assignment, study.people, study.config.columns, results, meant));
  }
  report.register_notes = name_notes(study.people, opened.rules.set.language());
  report.register_notes.insert(report.register_notes.end(), meant.notes().begin(), meant.notes().end());
  count_people(study, map.assignment, results, report);
  std::uint64_t quarantined = 0;
  for (const Outcome& outcome : report.outcomes) quarantined += outcome.state == Outcome::State::quarantined ? 1U : 0U;
  report.audit_records = books.audit.records() + 1;
  const std::string json = report_json(report), page = report_markdown(report);
  books.ledger.settle();
  books.audit.append(audit::events::Finished{
      .transcripts = report.outcomes.size(),
      .quarantined = quarantined,
      .version = std::string(version),
      .by = opened.options.by,
      .registry =
          root_of(resolve::Registry(study.layout.registry(), opened.keys.registry), opened.keys, report.audit_records),
      .ledger = root_of(books.ledger, opened.keys, report.audit_records),
      .report = hex(digest_of(json)),
      .page = hex(digest_of(page))});
  sign_audit(study, books.audit);
  publish(study.layout.report_json(), json);
  publish(study.layout.report_page(), page);
  drop_plan(study.layout);
  if (drop_assignment(opened)) sign_audit(study, books.audit);
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
