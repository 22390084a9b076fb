// Consent withdrawn. The record in withdrawn/ is what counts: once it is there every run honours it, and all that
// follows here can be done again. So the order is: log, record, registry; then what is theirs alone goes; then an
// ordinary run rewrites what is others' too; then the certificate, from what the record says was there before and what
// is there now.
#include "rights/withdraw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "audit/reason.hpp"
#include "base/bundle.hpp"
#include "base/remove_files.hpp"
#include "base/sha256.hpp"
#include "check/withdrawn.hpp"
#include "opened/roots.hpp"
#include "opened/transcripts.hpp"
#include "resolve/numbering.hpp"
#include "rights/certificate.hpp"
#include "rights/withdrawal_record.hpp"
#include "steps/put_away.hpp"
#include "steps/steps.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

constexpr const char* kept_remark =
    "The audit log is kept. So is, sealed to the study's own key, what keeps the names masked and refuses the same "
    "delivery: name, aliases, labels, file names, and digests of their interviews. The ID is never given again.";

namespace fs = std::filesystem;

std::vector<std::string> outputs_of(const StudyLayout& layout, const Ledger& ledger, const std::string& key) {
  const auto entry = ledger.find("apply", key);
  if (!entry) return {};
  std::vector<std::string> there;
  for (const std::string& name : apply_record_from_json(entry->output).outputs) {
    if (fs::exists(layout.out() / name)) there.push_back(name);
  }
  return there;
}

WithdrawalPlan plan_of(const Study& study, const Ledger& ledger, const std::vector<Delivered>& deliveries,
                       const std::string& id, const std::vector<WithdrawnFile>& files, std::uint32_t line) {
  WithdrawalPlan plan{.id = id, .register_line = line};
  for (const WithdrawnFile& file : files) {
    const auto outputs = outputs_of(study.layout, ledger, file.key);
    const auto place = place_of(deliveries, file.name);
    if (file.own) {
      for (const std::string& name : outputs) plan.remove.push_back("out/" + name);
      for (const fs::path& work : work_files_of(study.layout, file.key)) {
        plan.remove.push_back(shown_path(study.layout, work));
      }
      if (place) plan.deliveries.push_back(shown_name_of(*place, study.people));
    } else if (place) {
      if (!outputs.empty()) plan.rewrite.push_back(file.transcript);
    } else {
      for (const std::string& name : outputs) plan.unmendable.push_back("out/" + name);
    }
  }
  return plan;
}

/// Two people without a number and of one name are told apart by their order, which changes when a row goes.
void refuse_namesakes(const Study& study, const Whom& whom) {
  if (!study.people.people[whom.index].number.empty()) return;
  for (const std::string& key : resolve::participant_keys(study.people)) {
    if (key == whom.key || (!key.starts_with(whom.key + '\n') && !whom.key.starts_with(key + '\n'))) continue;
    throw Error::usage("two people of one name have no number to tell them apart",
                       "give both a number in the register and run `moniker run`; then withdraw",
                       {study.config.register_file.string(), {study.people.people[whom.index].line, 0}});
  }
}

const WithdrawalRecord& record_of(const Study& study, const std::string& id) {
  const auto found = std::find_if(study.withdrawals.begin(), study.withdrawals.end(),
                                  [&](const WithdrawalRecord& r) { return r.person.withdrawn->id == id; });
  if (found == study.withdrawals.end()) {
    throw Error::integrity("the record of the withdrawal is gone", "give the command again",
                           {study.layout.withdrawn().string()});
  }
  return *found;
}

/// What was put away and has to go: theirs, and that of others in which they speak, since nobody can rewrite it.
void forget_what_goes(const StudyLayout& layout, const StudyKeys& keys, const std::vector<WithdrawnFile>& files,
                      const KeptTranscripts& put_away, resolve::Registry& registry) {
  std::set<std::string> there;
  for (const Delivered& file : delivered(layout, keys.registry)) there.insert(file.key);
  for (const auto& [number, kept] : put_away) {
    const bool theirs = std::any_of(files.begin(), files.end(),
                                    [&key = kept.key](const WithdrawnFile& file) { return file.key == key; });
    if (theirs && !there.contains(kept.key)) forget_transcript(registry, number, kept);
  }
}

void begin(OpenedStudy& opened, const WithdrawRequest& request) {
  const Study& study = opened.study;
  resolve::Registry registry(study.layout.registry(), opened.keys.registry);
  registry.begin();
  const Whom whom = find_whom(study, registry, request.id);
  const bool begun = study.people.people[whom.index].withdrawn.has_value();
  const auto retired = registry.retired();
  const bool buried =
      std::find(retired.begin(), retired.end(), std::pair(whom.slot.kind, whom.slot.number)) != retired.end();
  if (begun && buried) return;
  registry.retire(whom.slot.kind, whom.slot.number);
  const KeptTranscripts put_away = read_kept(registry);
  audit::events::WithdrawalBegun event{.participant = request.id, .by = request.by, .reason = request.reason};
  const auto set_root = [&](const std::vector<WithdrawnFile>& files) {
    forget_what_goes(study.layout, opened.keys, files, put_away, registry);
    event.registry = root_of(registry, opened.keys, opened.books.audit.records() + 1);
  };
  if (!begun) {
    audit::check_reason(request.reason);
    audit::refuse_names(request.reason, study.people);
    refuse_namesakes(study, whom);
    const WithdrawalRecord record = make_record(opened, whom, request, put_away);
    set_root(record.files);
    write_withdrawal(study.layout, record, opened.keys.work_recipient, [&](const Digest& digest) {
      event.digest = hex(digest);
      opened.books.audit.append(event);
    });
  } else {  // interrupted, and the log may know another registry by now
    const WithdrawalRecord& record = record_of(study, request.id);
    set_root(record.files);
    event.by = record.by;
    event.reason = record.reason;
    event.digest = hex(digest_of_file(study.layout.withdrawal(request.id)));
    opened.books.audit.append(event);
  }
  registry.commit();
}

void remove_outputs(const StudyLayout& layout, Books& books, const WithdrawnFile& file) {
  const auto outputs = outputs_of(layout, books.ledger, file.key);
  for (const std::string& name : outputs) {
    books.audit.add(audit::events::Withdrawn{.transcript = file.transcript, .file = file.key, .output = name});
  }
  books.audit.sync();
  std::vector<fs::path> gone;
  for (const std::string& name : outputs) gone.push_back(layout.out() / name);
  remove_for_good(gone, "out/");
  books.ledger.erase("apply", file.key);
}

void remove_work(const StudyLayout& layout, Books& books, const WithdrawnFile& file) {
  const auto files = work_files_of(layout, file.key);
  if (files.empty()) return;
  books.ledger.forget("scan", {file.key});  // first: what the ledger knows is there
  books.audit.append(audit::events::DeletedForWithdrawal{.file = file.key, .what = "work"});
  remove_for_good(files, "work/");
}

/// What lies in a bundle with others' is left, and told: a bundle whose sums do not fit its files would be refused.
void remove_delivery(const fs::path& place, Books& books, const Secret<32>& audit_key, const WithdrawnFile& file) {
  if (bundle_of(place)) return;
  books.audit.append(audit::events::DeletedForWithdrawal{
      .file = file.key, .what = "delivery", .sha256 = logged_input(audit_key, sha256_of_file(place))});
  remove_for_good({place}, file.transcript + " in incoming/");
}

std::string certificate_name(const WithdrawalRecord& record) {
  return record.person.withdrawn->id + "-" + record.begun.substr(0, 10);
}

bool left_to_do(const StudyLayout& layout, const Ledger& ledger, const std::vector<Delivered>& deliveries,
                const WithdrawalRecord& record, bool delete_deliveries) {
  if (!fs::exists(layout.certificate_json(certificate_name(record)))) return true;
  return std::any_of(record.files.begin(), record.files.end(), [&](const WithdrawnFile& file) {
    if (!file.own) return false;
    const auto place = place_of(deliveries, file.name);
    return !outputs_of(layout, ledger, file.key).empty() || (delete_deliveries && place && !bundle_of(place->place));
  });
}

void remove_what_is_theirs(const StudyLayout& layout, Books& books, const std::vector<Delivered>& deliveries,
                           const WithdrawalRecord& record, const Secret<32>* delete_logged_by) {
  remove_for_good({layout.dossier_page()},
                  "reports/report.html");  // it tells what they agreed to; `moniker report` makes it anew
  for (const WithdrawnFile& file : record.files) {
    const auto place = place_of(deliveries, file.name);
    if (file.own || !place) remove_outputs(layout, books, file);
    if (!file.own) continue;
    remove_work(layout, books, file);
    if (delete_logged_by && place) remove_delivery(place->place, books, *delete_logged_by, file);
  }
}

void add_changes(const StudyLayout& layout, const std::vector<Delivered>& deliveries, const WithdrawalRecord& record,
                 const Secret<32>& audit_key, Certificate& certificate) {
  for (const auto& [path, before] : record.before) {
    const fs::path file = layout.root / path;
    const std::string now = fs::exists(file) ? sha256_of_file(file) : std::string();
    if (now == before) continue;
    (now.empty() ? certificate.removed : certificate.replaced)
        .push_back({.path = path, .before = before, .after = now});
  }
  for (const WithdrawnFile& file : record.files) {
    if (!file.own) continue;
    const std::string state = file.sha256.empty() ? "gone before"
                              : place_of(deliveries, file.name)
                                  ? "still in incoming/: to be deleted by hand, or with --delete-deliveries"
                                  : "deleted";
    certificate.deliveries.push_back(
        {.path = fmt::format("{} (file {})", file.transcript, file.key),
         .before = file.sha256.empty() ? std::string() : logged_input(audit_key, file.sha256),
         .why = state});
  }
}

Certificate certificate_of(const StudyLayout& layout, const std::vector<Delivered>& deliveries,
                           const WithdrawalRecord& record, const Clock& clock, const Secret<32>& audit_key) {
  const std::string& id = record.person.withdrawn->id;
  Certificate certificate{.name = certificate_name(record), .title = "Withdrawal of " + id};
  certificate.facts = {{"participant", id},
                       {"begun", record.begun},
                       {"finished", iso_time(clock())},
                       {"by", record.by},
                       {"reason", record.reason}};
  add_changes(layout, deliveries, record, audit_key, certificate);
  certificate.remarks = {
      "Turns of " + id +
          " in transcripts of others stand there as [WITHDRAWN], and so do places where others name them.",
      "What others said about them without naming them was not changed; a person must judge that.", kept_remark,
      keyed_remark, deletion_remark};
  return certificate;
}

}  // namespace

WithdrawalPlan plan_withdrawal(OpenedStudy& opened, const std::string& id) {
  const Study& study = opened.study;
  resolve::Registry registry(study.layout.registry(), opened.keys.registry);
  registry.begin();  // and never committed
  const Whom whom = find_whom(study, registry, id);
  const Participant& person = study.people.people[whom.index];
  if (!person.withdrawn) refuse_namesakes(study, whom);
  const auto files =
      person.withdrawn ? record_of(study, id).files : describe_files(study, opened.keys, whom, read_kept(registry));
  return plan_of(study, opened.books.ledger, delivered(study.layout, opened.keys.registry), id, files, person.line);
}

WithdrawalPlan rehearse_withdrawal(const fs::path& folder, const RunOptions& options, const WithdrawRequest& request) {
  const Rehearsal rehearsal(folder);
  WithdrawalPlan plan = plan_withdrawal(*open_study(rehearsal.folder(), options), request.id);
  plan.before = withdraw(rehearsal.folder(), options, request).before;
  plan.writes = rehearsal.changes();
  // What is known of names changes without them, and so may transcripts in which they do not speak.
  for (const std::string& transcript : plan.writes->transcripts_rewritten()) {
    if (std::find(plan.rewrite.begin(), plan.rewrite.end(), transcript) == plan.rewrite.end())
      plan.rewrite_too.push_back(transcript);
  }
  return plan;
}

WithdrawalPlan withdraw(const fs::path& folder, const RunOptions& options, const WithdrawRequest& request) {
  RunOptions beginning = options;
  beginning.withdrawing = request.id;
  begin(*open_study(folder, beginning), request);
  const auto opened = open_study(folder, options);  // from here on as every run sees it
  const Study& study = opened->study;
  Books& books = opened->books;
  const WithdrawalRecord& record = record_of(study, request.id);
  const auto row = std::find_if(study.people.people.begin(), study.people.people.end(), [&](const Participant& person) {
    return person.withdrawn && person.withdrawn->id == request.id;
  });
  const auto deliveries = [&] { return delivered(study.layout, opened->keys.registry); };
  const std::vector<Delivered> before = deliveries();
  WithdrawalPlan done = plan_of(study, books.ledger, before, request.id, record.files, row->line);
  done.before = !left_to_do(study.layout, books.ledger, before, record, request.delete_deliveries);
  if (!done.before) {
    remove_what_is_theirs(study.layout, books, before, record,
                          request.delete_deliveries ? &opened->keys.audit : nullptr);
    run_study(*opened);
    publish_certificate(study, books.audit,
                        certificate_of(study.layout, deliveries(), record, options.clock, opened->keys.audit),
                        request.by);
  } else {
    sign_audit(study, books.audit);  // whoever was interrupted may have left a last record unsigned
  }
  if (!done.before || request.delete_deliveries) {
    done.deliveries = plan_of(study, books.ledger, deliveries(), request.id, record.files, row->line).deliveries;
  }
  done.certificate = shown_path(study.layout, study.layout.certificate_json(certificate_name(record)));
  return done;
}

}  // namespace moniker::study
