// APPLY: a transcript's second way. Its findings are joined by what the whole study learned, replaced, proved,
// written and sealed in one stream; nothing is published before the proof has seen the last word and the audit log
// holds every replacement.
#include <algorithm>
#include <iterator>

#include "base/bundle.hpp"
#include "base/display_name.hpp"
#include "base/remove_files.hpp"
#include "moniker/version.hpp"
#include "read/open_transcript.hpp"
#include "shards/shard.hpp"
#include "steps/batch.hpp"
#include "steps/last_scan.hpp"
#include "steps/preserved_output.hpp"
#include "steps/rewriter.hpp"
#include "steps/steps.hpp"
#include "work/found_before.hpp"
#include "work/waiting_parts.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

struct Applied {
  std::string file{}, key{};
  Digest inputs{};
  bool fresh = false, quarantined = false;
  bool draft = false;  // nobody has signed it off, and the study wants that
  std::string transcript{};
  Digest content{};
  std::vector<std::unique_ptr<Output>> outputs{};
  std::optional<WaitingRows> rows{};
  ApplyRecord record{};
  bool stands = false;                // what was published while its file could be read
  bool known = false;                 // to the ledger, from an earlier run
  std::vector<std::string> before{};  // outputs of that run, but what is another transcript's now
  std::size_t open_files() const { return outputs.size(); }
};

void apply_transcript(const ApplyShared& shared, const Delivered& file, ScanReader& scanned, Applied& applied) {
  const StudyLayout& layout = shared.study.layout;
  Output* to_preserve = nullptr;
  for (const FormatChoice& choice : shared.study.config.formats) {
    const write::WriteFormat& format = write::write_format_named(choice.name, {}, {});
    if (format.needs_times && scanned.record().duration.count() == 0) continue;
    applied.outputs.push_back(
        std::make_unique<Output>(shared.study, shared.keys.recipients, format, applied.transcript, "", applied.draft));
    if (choice.preserve) to_preserve = applied.outputs.back().get();
  }
  applied.outputs.push_back(std::make_unique<Output>(shared.study, shared.keys.recipients, write::marked_format(),
                                                     applied.transcript, hex(applied.content), applied.draft));
  WaitingRows& waiting = applied.rows.emplace(layout.replacements(applied.key), shared.keys.work_identity);
  audit::ReplacementRows rows(applied.transcript, [&](std::string_view body) { waiting.add(body); });
  Rewriter rewriter(shared, file.file, applied.outputs, applied.record, rows);
  FoundBefore found(scanned, shared.names);
  read::OpenedTranscript opened =
      read::open_transcript(file.place, [](Issue) {},
                            {.language = shared.rules.language(),
                             .knows = shared.seen.knows(),
                             .limits = shared.study.config.checks.limits});  // scan has told them
  std::optional<PreservedOutput> preserved;
  if (to_preserve && opened.format == "docx") {
    preserved.emplace(*opened.package, shared.rules.language(), *to_preserve);
    rewriter.watch([&](const RewrittenTurn& turn) { preserved->take(turn.delivered, turn.rewritten); });
  }
  while (auto utterance = opened.reader->next()) rewriter.take(*utterance, found.in(utterance->number));
  found.finish();
  if (preserved) preserved->finish(shared.prover, applied.record);
  for (const auto& output : applied.outputs) {
    output->finish();
    applied.record.outputs.push_back(output->name);
  }
  rows.finish();
}

/// Everything that the published files depend on.
Digest apply_inputs(const ApplyShared& shared, const std::string& file, const ScanRecord& scanned,
                    const SpokenWords& vocabulary, bool draft) {
  Hasher hasher;
  hasher.take_field(version);
  hasher.take_field("record 4");  // the form of what is kept
  hasher.take_field(shared.rules.digest());
  hasher.take_field(hex(shared.study.config.digests.writing));
  hasher.take_field(hex(scanned.content));
  hasher.take_field(hex(scanned.findings));
  hasher.take_field(draft ? "draft" : "");
  shared.touching.take_into(hasher, file, vocabulary);
  return hasher.finish();
}

bool all_there(const StudyLayout& layout, const ApplyRecord& record) {
  return std::all_of(record.outputs.begin(), record.outputs.end(),
                     [&](const std::string& name) { return std::filesystem::exists(layout.out() / name); });
}

/// The file is another than was scanned: what was found does not stand in it. What was published of it earlier stays,
/// and no digest of inputs is kept, so that the next run does it again.
Applied changed(Applied applied, ApplyRecord known) {
  applied.outputs.clear();  // the temporary files go with them
  applied.rows.reset();
  applied.inputs = {};
  applied.fresh = applied.quarantined = true;
  applied.record = std::move(known);
  applied.record.proof = {{IssueCode::file_unreadable, {}, 1}};
  return applied;
}

/// `of_study`: whether the ledger is the study's. A shard's own may know of an earlier plan, and of its scans.
Applied apply_one(const ApplyShared& shared, const Ledger& ledger, const Delivered& file, bool of_study) {
  const Study& study = shared.study;
  Applied applied{.file = file.file, .key = file.key};
  ScanReader reader(study.layout, file.key, shared.keys.work_identity);
  const ScanRecord& scanned = reader.record();
  if (const auto last = ledger.find("scan", file.key); last && of_study) {
    require_last_scan(study.layout, file.key, scanned, last->input,
                      "run `moniker scan` and `moniker assign` again, or `moniker run` for all steps");
  }
  applied.content = scanned.content;
  applied.draft = study.config.review_required && !shared.decided.signed_off(file.key, hex(scanned.content));
  applied.transcript = shared.map.assignment.transcripts.at(file.file);
  const auto before = ledger.find("apply", file.key);
  ApplyRecord known;
  if (before) known = apply_record_from_json(before->output);
  applied.known = before.has_value();
  applied.before = known.outputs;
  // An interrupted assignment may have left a file's record where it was before two changed their names.
  std::erase_if(applied.before, [&](const std::string& name) {
    const std::string transcript = name.substr(0, name.find('.'));
    return transcript != applied.transcript && shared.transcripts.contains(transcript);
  });
  const auto issues = issues_of(shared.map, file.file, scanned.issues);
  if (is_quarantined(study.config, issues)) {
    applied.quarantined = true;
    applied.stands = is_only_unread(study.config, issues);
    return applied;
  }
  const auto is_as_scanned = [&] { return content_of(file) == scanned.content; };
  applied.inputs = apply_inputs(shared, file.file, scanned, reader.vocabulary(), applied.draft);
  if (before && before->input == applied.inputs && all_there(study.layout, known)) {
    if (!is_as_scanned()) return changed(std::move(applied), std::move(known));
    applied.record = std::move(known);
    applied.quarantined = !applied.record.proof.empty();
    return applied;
  }
  applied.fresh = true;
  try {
    apply_transcript(shared, file, reader, applied);
  } catch (const Error&) {
    if (is_as_scanned()) throw;
    return changed(std::move(applied), std::move(known));
  }
  if (!is_as_scanned()) return changed(std::move(applied), std::move(known));
  if (!applied.record.proof.empty()) {
    applied.quarantined = true;
    applied.outputs.clear();  // the temporary files go with them
    applied.rows.reset();
    applied.record.outputs.clear();
  }
  return applied;
}

/// What was published before and may not stand any longer: consent withdrawn, a proof that fails now, or a format that
/// is not written any more.
std::vector<std::string> outdated(const Applied& applied) {
  std::vector<std::string> names;
  const auto& now = applied.record.outputs;
  std::copy_if(applied.before.begin(), applied.before.end(), std::back_inserter(names),
               [&](const std::string& name) { return std::find(now.begin(), now.end(), name) == now.end(); });
  return names;
}

/// What a batch is published with.
struct Publishing {
  std::filesystem::path out;
  const Secret<32>& audit;  // key
  const rules::RuleSet& rules;
  Books& books;
};

void log_outdated(const Publishing& to, const Applied& applied) {
  for (const std::string& name : outdated(applied)) {
    if (!std::filesystem::exists(to.out / name)) continue;
    to.books.audit.add(audit::events::Withdrawn{.transcript = applied.transcript, .file = applied.key, .output = name});
  }
}

void log_published(const Publishing& to, Applied& applied) {
  log_outdated(to, applied);
  applied.rows->for_each([&](std::string_view body) { to.books.audit.add(audit::events::Replaced{body}); });
  for (const auto& output : applied.outputs) {
    to.books.audit.add(audit::events::Published{.transcript = applied.transcript,
                                                .file = applied.key,
                                                .input = logged_input(to.audit, hex(applied.content)),
                                                .output = output->name,
                                                .digest = output->sealed_digest,
                                                .rules = to.rules.digest().substr(0, rules_digits),
                                                .version = std::string(version)});
  }
}

void log_quarantined(const Publishing& to, const Applied& applied) {
  log_outdated(to, applied);
  if (!applied.fresh) return;
  to.books.audit.add(audit::events::Quarantined{
      .transcript = applied.transcript, .file = applied.key, .proof_hits = applied.record.proof.size()});
}

/// The bytes first, then the log, then the names in out/, then the ledger: a crash in between is repaired by doing the
/// transcripts of the batch again.
void publish_batch(const Publishing& to, std::vector<Applied>& batch) {
  std::vector<AtomicFile*> files;
  for (const Applied& applied : batch) {
    for (const auto& output : applied.outputs) files.push_back(&output->file);
  }
  sync_all(files);
  for (Applied& applied : batch) applied.quarantined ? log_quarantined(to, applied) : log_published(to, applied);
  to.books.audit.sync();
  std::vector<std::filesystem::path> gone;
  for (const Applied& applied : batch) {
    for (const std::string& name : outdated(applied)) gone.push_back(to.out / name);
  }
  if (!gone.empty()) remove_for_good(gone, "out/");
  publish_all(files);
  to.books.ledger.begin();
  for (const Applied& applied : batch) {
    if (applied.fresh) {
      to.books.ledger.set("apply", applied.key, applied.inputs, to_json(applied.record));
    } else {
      to.books.ledger.erase("apply", applied.key);
    }
  }
  to.books.ledger.commit();
}

void require_assigned(const Register& people, const StudyMap& map, const std::vector<Delivered>& files) {
  for (const Delivered& file : files) {
    if (map.assignment.transcripts.contains(file.file)) continue;
    throw Error::usage("the file came after the study was assigned", "run `moniker scan` and `moniker assign` again",
                       {shown_name_of(file, people)});
  }
}

}  // namespace

ApplyResult apply_study(OpenedStudy& opened) {
  const Study& study = opened.study;
  const std::string went_by = begin_step(study.layout, opened.options, opened.books);
  const StudyMap map =
      read_study_map(study.layout, opened.keys.work_identity, resolve::AssignmentReader::Grounds::passed_over);
  const std::vector<Delivered> files = delivered(study.layout, opened.keys.registry, opened.shard_files);
  require_assigned(study.people, map, files);
  const ApplyShared shared(study, opened.keys, opened.rules, opened.decided, map);
  const Publishing to{study.layout.out(), opened.keys.audit, opened.rules.set, opened.books};

  ApplyResult result;
  in_batches<Applied>(
      opened.options, "apply", files,
      [&](const Delivered& file) { return apply_one(shared, opened.books.ledger, file, !opened.shard_files); },
      [&](const Applied& applied) {
        ++(applied.quarantined ? result.quarantined : applied.fresh ? result.published : result.unchanged);
        // What the checks quarantine leaves the ledger, and its outputs go; a proof that failed before is remembered
        // there.
        return applied.fresh ||
               (applied.known && applied.quarantined && !applied.stands && applied.record.proof.empty());
      },
      [&](std::vector<Applied>& batch) { publish_batch(to, batch); });
  end_step(study.layout, opened.options, opened.books.audit, went_by);
  return result;
}

}  // namespace moniker::study
