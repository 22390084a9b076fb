// APPLY: a transcript's second way. Its findings are joined by what the whole study learned, replaced, proved,
// written and sealed in one stream; nothing is published before the proof has seen the last word and the audit log
// holds every replacement.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/fold.hpp"
#include "detect/detector.hpp"
#include "moniker/version.hpp"
#include "prove/prover.hpp"
#include "read/reader.hpp"
#include "replace/operators.hpp"
#include "resolve/role_label.hpp"
#include "run/apply_record.hpp"
#include "run/known.hpp"
#include "run/steps.hpp"
#include "run/study_map.hpp"
#include "run/work_layout.hpp"
#include "study/display_name.hpp"
#include "write/writer.hpp"

namespace moniker {
namespace {

/// Passes bytes on and keeps their digest.
class DigestSink : public ByteSink {
 public:
  explicit DigestSink(ByteSink& next) : next_(next) {}
  void write(std::string_view bytes) override {
    hasher_.take(bytes);
    next_.write(bytes);
  }
  Digest finish() { return hasher_.finish(); }

 private:
  ByteSink& next_;
  Hasher hasher_;
};

/// One format's way out: writer -> age -> digest -> temporary file.
struct Output {
  std::string name{};
  AtomicFile file;
  DigestSink digest;
  AgeWriter age;
  std::unique_ptr<Writer> writer;
  std::string sealed_digest{};

  Output(const OpenedStudy& study, const WriteFormat& format, const std::string& transcript)
      : name(transcript + std::string(format.extension) + ".age"),
        file(study.layout.out() / name),
        digest(file),
        age(digest, study.recipients, study.config.armor),
        writer(format.open(age, {.transcript = transcript, .study = study.config.title})) {}

  void finish() {
    writer->finish();
    age.finish();
    file.sync();
    sealed_digest = hex(digest.finish());
  }
};

/// What all transcripts share: made once, only read afterwards.
struct Shared {
  const OpenedStudy& study;
  const StudyMap& map;
  RuleNames names;
  LearnedMatcher matcher;
  std::vector<KnownName> known;
  Prover prover;
  std::shared_ptr<const Generalisations> generalisations;

  Shared(const OpenedStudy& opened, const StudyMap& study_map)
      : study(opened),
        map(study_map),
        names(opened.rules),
        matcher(opened.rules, study_map.learned),
        known(names_to_prove(opened, study_map.learned)),
        prover(known),
        generalisations(load_generalisations(opened.options.rules / "lists")) {}
};

struct Applied {
  Digest inputs{};
  bool fresh = false, quarantined = false;
  std::string transcript{};
  Digest content{};
  std::vector<std::unique_ptr<Output>> outputs{};
  ApplyRecord record{};
};

const OperatorChoice& operator_for(const StudyConfig& config, const std::string& label, const std::string& subtype) {
  static const OperatorChoice pseudonym{.name = "pseudonym"};
  if (const auto fine = config.operators.find(label + "/" + subtype); fine != config.operators.end()) return fine->second;
  const auto coarse = config.operators.find(label);
  return coarse == config.operators.end() ? pseudonym : coarse->second;
}

/// The name that stands before a turn: an ID, a role, or a pseudonym without its brackets.
std::string shown_speaker(const Shared& shared, const std::string& file, const std::string& label) {
  if (label.empty()) return {};
  if (const Entity* entity = shared.map.assignment.speaker(file, label)) {
    return entity->participant.empty() ? "PERSON_" + std::to_string(entity->number) : entity->participant;
  }
  return role_label(label).value_or("SPEAKER");
}

/// Takes one transcript's utterances with their findings and gives rewritten ones to the outputs.
class Rewriter {
 public:
  Rewriter(const Shared& shared, const std::string& file, Applied& applied, SealedLines& replacements)
      : shared_(shared), file_(file), applied_(applied), replacements_(replacements) {}

  void take(const Utterance& utterance, std::vector<Finding> found) {
    if (utterance.part == Part::header || utterance.part == Part::footer || utterance.part == Part::comment) return;
    const auto findings = shared_.matcher.add(utterance, std::move(found));
    std::vector<std::optional<std::string>> by(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) by[i] = decide(utterance, findings[i]);
    Rewritten rewritten = rewrite(utterance, findings, by, shown_speaker(shared_, file_, utterance.speaker));
    rewritten.utterance.number = turns_++;
    prove(rewritten, utterance.at);
    record(utterance, findings, rewritten);
    for (const auto& output : applied_.outputs) output->writer->take(rewritten.utterance);
  }

 private:
  std::optional<std::string> decide(const Utterance& utterance, const Finding& finding) {
    const RuleSet& rules = shared_.study.rules;
    const Label& label = rules.label(finding.label);
    if (finding.score < label.review) return std::nullopt;
    const std::string& subtype = rules.rule(finding.rule).subtype;
    const OperatorChoice& choice = operator_for(shared_.study.config, label.name, subtype);
    if (choice.name == "keep") return std::nullopt;
    if (finding.score < label.replace) ++applied_.record.doubtful;   // masked all the same, and a person is told
    ++applied_.record.replaced[label.name];
    const std::string_view surface =
        std::string_view(utterance.text).substr(finding.bytes.begin, finding.bytes.size());
    const Entity* entity = shared_.map.assignment.find(file_, label.name, surface);
    return operator_named(choice.name, {}, {})
        .apply({.surface = surface,
                .label = label.name,
                .subtype = subtype,
                .number = entity ? entity->number : 0,
                .participant = entity ? std::string_view(entity->participant) : std::string_view(),
                .settings = &choice.settings},
               *shared_.generalisations, shared_.study.registry_key);
  }

  void prove(const Rewritten& rewritten, Position at) {
    std::vector<ByteRange> placeholders;
    for (const Replacement& replacement : rewritten.replacements) placeholders.push_back(replacement.is);
    const auto hits = shared_.prover.search(rewritten.utterance, placeholders);
    if (!hits.empty()) applied_.record.proof.push_back({IssueCode::proof_hit, at, hits.size()});
  }

  void record(const Utterance& utterance, const std::vector<Finding>& findings, const Rewritten& rewritten) {
    const RuleSet& rules = shared_.study.rules;
    for (const Replacement& r : rewritten.replacements) {
      const Finding& finding = findings[r.finding];
      const std::string& label = rules.label(finding.label).name;
      const auto surface = std::string_view(utterance.text).substr(r.was.begin, r.was.size());
      const Digest was = keyed_hash(shared_.study.audit_key, label, normal_form(label, surface));
      replacements_.add(nlohmann::json::array({rewritten.utterance.number, r.is.begin, r.is.end, label,
                                               rules.rule(finding.rule).id, r.by, finding.score, hex(was)})
                            .dump());
    }
  }

  const Shared& shared_;
  const std::string& file_;
  Applied& applied_;
  SealedLines& replacements_;
  std::uint64_t turns_ = 0;
};

void apply_transcript(const Shared& shared, const Delivered& file, const ScanSummary& summary, Applied& applied) {
  for (const FormatChoice& choice : shared.study.config.formats) {
    const WriteFormat& format = write_format_named(choice.name, {}, {});
    if (format.needs_times && summary.facts.duration.count() == 0) continue;
    applied.outputs.push_back(std::make_unique<Output>(shared.study, format, applied.transcript));
  }
  SealedLines replacements(replacements_file(shared.study, file.key), shared.study.work_identity.recipient());
  Rewriter rewriter(shared, file.file, applied, replacements);
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
Digest apply_inputs(const Shared& shared, const ScanSummary& summary) {
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

Applied apply_one(const Shared& shared, const Delivered& file, const std::map<std::string, LedgerEntry>& done) {
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
    applied.record = apply_record_from_json(before->second.value);
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
  for (const std::string& name : apply_record_from_json(before->second.value).outputs) {
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
  for (const std::string& name : apply_record_from_json(before->second.value).outputs) {
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

ApplyResult apply_study(OpenedStudy& study, Shard shard) {
  const StudyMap map = read_study_map(study);
  std::vector<Delivered> mine;
  const auto all = delivered(study);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!shard.holds(i)) continue;
    if (!map.assignment.transcripts.contains(all[i].file)) {
      throw Error({.fault = Fault::usage, .file = display_name(all[i].path, study.people),
                   .what = "the file came after the study was assigned", .remedy = "run `moniker scan` and `moniker assign` again"});
    }
    mine.push_back(all[i]);
  }
  std::map<std::string, LedgerEntry> done;
  for (auto& entry : study.ledger.all("apply")) done[entry.transcript] = entry;
  const Shared shared(study, map);

  ApplyResult result;
  Progress progress{.step = "apply", .total = mine.size()};
  const std::function<Applied(std::size_t)> work = [&](std::size_t i) { return apply_one(shared, mine[i], done); };
  const std::function<void(std::size_t, Applied)> publish = [&](std::size_t i, Applied applied) {
    if (applied.quarantined) {
      withdraw(study, mine[i], applied, done);
      if (applied.fresh) {
        study.audit.append("quarantined", {{"transcript", applied.transcript},
                                           {"file", mine[i].key},
                                           {"proof_hits", static_cast<std::int64_t>(applied.record.proof.size())}});
        study.ledger.set("apply", mine[i].key, applied.inputs, to_json(applied.record));
      } else if (applied.record.proof.empty()) {
        study.ledger.erase("apply", mine[i].key);
      }
      ++result.quarantined;
    } else if (applied.fresh) {
      publish_outputs(study, mine[i], applied, done);
      study.ledger.set("apply", mine[i].key, applied.inputs, to_json(applied.record));
      ++result.published;
    } else {
      ++result.unchanged;
    }
    std::error_code ignored;
    std::filesystem::remove(replacements_file(study, mine[i].key), ignored);
    ++progress.done;
    progress.bytes += mine[i].bytes;
    if (study.options.progress) study.options.progress(progress);
  };
  in_order<Applied>(study.options.threads, mine.size(), work, publish);
  return result;
}

}  // namespace moniker
