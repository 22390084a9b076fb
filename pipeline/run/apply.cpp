// APPLY: a transcript's second way. Its findings are joined by what the whole study learned, replaced, proved,
// written and sealed in one stream; nothing is published before the proof has seen the last word and the audit log
// holds every replacement.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/fold.hpp"
#include "moniker/version.hpp"
#include "read/reader.hpp"
#include "run/rewriter.hpp"
#include "run/shard.hpp"
#include "run/steps.hpp"
#include "run/work_layout.hpp"
#include "study/display_name.hpp"

namespace moniker {
namespace {

struct Applied {
  Digest inputs{};
  bool fresh = false, quarantined = false;
  std::string transcript{};
  Digest content{};
  std::vector<std::unique_ptr<Output>> outputs{};
  ApplyRecord record{};
};

void apply_transcript(const ApplyShared& shared, const Delivered& file, const ScanSummary& summary, Applied& applied) {
  for (const FormatChoice& choice : shared.study.config.formats) {
    const WriteFormat& format = write_format_named(choice.name, {}, {});
    if (format.needs_times && summary.facts.duration.count() == 0) continue;
    applied.outputs.push_back(std::make_unique<Output>(shared.study, format, applied.transcript));
  }
  SealedLines replacements(replacements_file(shared.study, file.key), shared.study.work_identity.recipient());
  Rewriter rewriter(shared, file.file, applied.outputs, applied.record, replacements);
  SealedLineReader lines(findings_file(shared.study, file.key), shared.study.work_identity);
  std::vector<Finding> ahead;   // the next utterance that has findings
  const auto advance = [&] {
    const auto line = lines.next();
    ahead = line ? parse_findings_line(shared.names, *line) : std::vector<Finding>{};
  };
  advance();
  OpenedTranscript opened = open_transcript(file.path, [](Issue) {});   // scan has told them
  while (auto utterance = opened.reader->next()) {
    std::vector<Finding> found;
    if (!ahead.empty() && ahead.front().utterance == utterance->number) {
      found = std::move(ahead);
      advance();
    }
    rewriter.take(*utterance, std::move(found));
  }
  if (!ahead.empty()) {
    throw Error({.fault = Fault::integrity, .what = "findings are left over that no utterance of the file bears",
                 .remedy = "delete the study's work folder and run again"});
  }
  for (const auto& output : applied.outputs) {
    output->finish();
    applied.record.outputs.push_back(output->name);
  }
  replacements.publish();
}

/// Everything that the published files depend on. Of the study's names only those that can occur in this
/// transcript count, so that a changed register redoes what it touches and nothing else.
Digest apply_inputs(const ApplyShared& shared, const ScanSummary& summary) {
  Hasher hasher;
  hasher.take_field(version);
  hasher.take_field(shared.study.rules.digest());
  hasher.take_field(hex(write_digest(shared.study.config)));
  hasher.take_field(hex(summary.content));
  hasher.take_field(hex(summary.findings));
  hasher.take_field(hex(assignment_slice(shared.map.assignment, summary.facts.file, summary.vocabulary)));
  for (const auto& [key, name] : shared.map.learned.all()) {
    if (!may_occur(summary.vocabulary, name.form)) continue;
    hasher.take_field(name.label);
    hasher.take_field(name.form);
    hasher.take_field(name.word ? "word" : "");
  }
  for (const KnownName& name : shared.known) {
    const auto words = folded_words(name.text);
    const bool touches = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return may_occur(summary.vocabulary, word);
    });
    if (touches) hasher.take_field(name.text);
  }
  return hasher.finish();
}

bool all_there(const OpenedStudy& study, const ApplyRecord& record) {
  return std::all_of(record.outputs.begin(), record.outputs.end(),
                     [&](const std::string& name) { return std::filesystem::exists(study.layout.out() / name); });
}

Applied apply_one(const ApplyShared& shared, const Delivered& file, const std::map<std::string, LedgerEntry>& done) {
  const OpenedStudy& study = shared.study;
  Applied applied;
  const ScanSummary summary = read_summary(summary_file(study, file.key), study.work_identity);
  applied.content = summary.content;
  applied.transcript = shared.map.assignment.transcripts.at(file.file);
  if (is_quarantined(study.config, issues_of(shared.map, file.file, summary.issues))) {
    applied.quarantined = true;
    return applied;
  }
  if (digest_of_file(file.path) != summary.content) {
    throw Error({.fault = Fault::usage, .file = display_name(file.path, study.people),
                 .what = "the file changed after it was scanned", .remedy = "run `moniker run` again"});
  }
  applied.inputs = apply_inputs(shared, summary);
  if (const auto before = done.find(file.key); before != done.end() && before->second.input == applied.inputs) {
    applied.record = apply_record_from_json(before->second.output);
    applied.quarantined = !applied.record.proof.empty();
    if (all_there(study, applied.record)) return applied;
    applied.record = {};
    applied.quarantined = false;
  }
  applied.fresh = true;
  apply_transcript(shared, file, summary, applied);
  if (!applied.record.proof.empty()) {
    applied.quarantined = true;
    applied.outputs.clear();          // the temporary files go with them
    applied.record.outputs.clear();
  }
  return applied;
}

/// What was published before and may not stand any longer: consent withdrawn, or a proof that fails now.
void withdraw(OpenedStudy& study, const Delivered& file, const Applied& applied,
              const std::map<std::string, LedgerEntry>& done) {
  const auto before = done.find(file.key);
  if (before == done.end()) return;
  for (const std::string& name : apply_record_from_json(before->second.output).outputs) {
    if (std::filesystem::remove(study.layout.out() / name)) {
      study.audit.append("withdrawn", {{"transcript", applied.transcript}, {"output", name}});
    }
  }
  sync_folder(study.layout.out());
}

void log_replacements(OpenedStudy& study, const Delivered& file, const std::string& transcript) {
  constexpr std::size_t batch_size = 200;
  SealedLineReader lines(replacements_file(study, file.key), study.work_identity);
  std::vector<ReplacementRecord> batch;
  while (const auto line = lines.next()) {
    const auto json = nlohmann::json::parse(*line);
    ReplacementRecord record{.turn = json.at(0), .begin = json.at(1), .end = json.at(2), .label = json.at(3),
                             .rule = json.at(4), .by = json.at(5), .score = json.at(6)};
    const std::string was = json.at(7);
    sodium_hex2bin(record.was.data(), record.was.size(), was.data(), was.size(), nullptr, nullptr, nullptr);
    batch.push_back(std::move(record));
    if (batch.size() == batch_size) study.audit.append_replacements(transcript, std::exchange(batch, {}));
  }
  if (!batch.empty()) study.audit.append_replacements(transcript, batch);
}

/// Formats that are not written any more leave nothing behind.
void remove_superseded(OpenedStudy& study, const Delivered& file, const Applied& applied,
                       const std::map<std::string, LedgerEntry>& done) {
  const auto before = done.find(file.key);
  if (before == done.end()) return;
  for (const std::string& name : apply_record_from_json(before->second.output).outputs) {
    const auto& now = applied.record.outputs;
    if (std::find(now.begin(), now.end(), name) == now.end()) std::filesystem::remove(study.layout.out() / name);
  }
}

/// The log first, then the names in out/: a crash between the two is repaired by doing the transcript again.
void publish_outputs(OpenedStudy& study, const Delivered& file, Applied& applied,
                     const std::map<std::string, LedgerEntry>& done) {
  log_replacements(study, file, applied.transcript);
  for (const auto& output : applied.outputs) {
    study.audit.append("published", {{"transcript", applied.transcript},
                                     {"file", file.key},
                                     {"input", hex(applied.content)},
                                     {"output", output->name},
                                     {"digest", output->sealed_digest},
                                     {"rules", study.rules.digest()},
                                     {"version", std::string(version)}});
  }
  for (const auto& output : applied.outputs) output->file.commit();
  remove_superseded(study, file, applied, done);
}

}  // namespace

ApplyResult apply_study(OpenedStudy& study) {
  const std::string went_by = begin_step(study);
  const StudyMap map = read_study_map(study);
  const std::vector<Delivered> files = delivered(study);
  for (const Delivered& file : files) {
    if (map.assignment.transcripts.contains(file.file)) continue;
    throw Error({.fault = Fault::usage, .file = display_name(file.path, study.people),
                 .what = "the file came after the study was assigned",
                 .remedy = "run `moniker scan` and `moniker assign` again"});
  }
  std::map<std::string, LedgerEntry> done;
  for (auto& entry : study.ledger.all("apply")) done[entry.transcript] = entry;
  const ApplyShared shared(study, map);

  ApplyResult result;
  Progress progress{.step = "apply", .total = files.size()};
  const std::function<Applied(std::size_t)> work = [&](std::size_t i) { return apply_one(shared, files[i], done); };
  const std::function<void(std::size_t, Applied)> publish = [&](std::size_t i, Applied applied) {
    if (applied.quarantined) {
      withdraw(study, files[i], applied, done);
      if (applied.fresh) {
        study.audit.append("quarantined", {{"transcript", applied.transcript},
                                           {"file", files[i].key},
                                           {"proof_hits", static_cast<std::int64_t>(applied.record.proof.size())}});
        study.ledger.set("apply", files[i].key, applied.inputs, to_json(applied.record));
      } else if (applied.record.proof.empty()) {
        study.ledger.erase("apply", files[i].key);
      }
      ++result.quarantined;
    } else if (applied.fresh) {
      publish_outputs(study, files[i], applied, done);
      study.ledger.set("apply", files[i].key, applied.inputs, to_json(applied.record));
      ++result.published;
    } else {
      ++result.unchanged;
    }
    std::error_code ignored;
    std::filesystem::remove(replacements_file(study, files[i].key), ignored);
    ++progress.done;
    progress.bytes += files[i].bytes;
    if (study.options.progress) study.options.progress(progress);
  };
  in_order<Applied>(study.options.threads, files.size(), work, publish);
  end_step(study, went_by);
  return result;
}

}  // namespace moniker
