// SCAN: a transcript's first way. Reads, checks and detects; learns names; leaves findings and a summary, both
// sealed, in work/. Nothing is decided here: a name learned on the last page counts on the first (see apply.cpp).
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "base/fold.hpp"
#include "base/in_order.hpp"
#include "base/pool.hpp"
#include "check/expected_people.hpp"
#include "check/withdrawn.hpp"
#include "detect/detector.hpp"
#include "moniker/text_hash.hpp"
#include "moniker/version.hpp"
#include "read/open_transcript.hpp"
#include "resolve/assignment_slice.hpp"
#include "shards/shard.hpp"
#include "steps/batch.hpp"
#include "steps/steps.hpp"
#include "work/work_layout.hpp"

namespace moniker::study {
namespace {

static_assert(Stage<check::Checker, Utterance, Utterance> && Stage<detect::Detector, Utterance, Marked>);

/// Collects what assign needs while utterances stream by: memory grows with the vocabulary, not with the file.
class Collector {
 public:
  Collector(const rules::RuleSet& rules, SealedLines& findings) : rules_(rules), findings_(findings) {}

  void take(const Marked& marked) {
    reader_.read(marked.utterance.text);
    for (std::string_view word; reader_.next(word);) {
      if (!words_.contains(word)) words_.emplace(word);
    }
    for (const Finding& finding : marked.findings) count(marked.utterance, finding);
    if (marked.findings.empty()) return;
    findings_line(rules_, marked, line_);
    findings_.add(line_);
  }

  std::vector<resolve::Mention> mentions() const {
    std::vector<resolve::Mention> list;
    for (const auto& [key, mention] : mentions_) list.push_back(mention);
    std::sort(list.begin(), list.end(), [](const resolve::Mention& a, const resolve::Mention& b) {
      return std::tie(a.first_utterance, a.first_byte, a.label, a.subtype, a.surface) <
             std::tie(b.first_utterance, b.first_byte, b.label, b.subtype, b.surface);
    });
    return list;
  }

  SpokenWords vocabulary() const {
    SpokenWords said(words_.begin(), words_.end());
    for (const auto& [key, mention] : mentions_) {
      if (resolve::is_joined(mention.label))
        said.insert(resolve::said_code(resolve::normal_form(mention.label, mention.surface)));
    }
    return said;
  }

 private:
  void count(const Utterance& utterance, const Finding& finding) {
    const std::string surface = utterance.text.substr(finding.bytes.begin, finding.bytes.size());
    const auto& label = rules_.label(finding.label).name;
    const auto& subtype = rules_.rule(finding.rule).subtype;
    resolve::Mention& mention = mentions_[{label, subtype, surface}];
    if (mention.count++ == 0) mention = {label, subtype, surface, 1, utterance.number, finding.bytes.begin};
  }

  const rules::RuleSet& rules_;
  SealedLines& findings_;
  std::string line_{};
  FoldedWords reader_{};
  std::unordered_set<std::string, TextHash, std::equal_to<>> words_{};
  std::map<std::tuple<std::string, std::string, std::string>, resolve::Mention> mentions_{};
};

/// A failure that is not told by an issue yet becomes one, so that the transcript is quarantined.
void note_failure(ScanRecord& record, const Error& error, bool detecting) {
  record.failure = error.problem();
  record.failure->file.clear();  // the file may be named after a person; whoever shows this knows the file
  for (const Issue& issue : record.issues) {
    if (check::issue_entry(issue.code).severity == Severity::error) return;
  }
  const IssueCode code = detecting ? IssueCode::rule_out_of_memory : IssueCode::format_broken;
  record.issues.push_back({code, error.problem().at, 1});
}

void take_label_names(const detect::Detector& detector, ScanSummary& summary) {
  for (const auto& [label, count] : summary.facts.speakers) {
    summary.mentions.speakers.push_back(label);
    const auto names = detector.names_in_label(label);
    if (names.empty()) continue;
    const ByteRange whole{names.front().begin, names.back().end};
    summary.mentions.label_names[label] = label.substr(whole.begin, whole.size());
  }
}

/// Ends a scan before the file is opened.
struct Refused {};

struct Scanned {
  std::string key{};
  Digest inputs{};
  bool fresh = false;
  Digest content{};
  std::size_t mentions = 0, issues = 0;
  std::vector<std::unique_ptr<AtomicFile>> files{};  // findings and summary, on their way
};

/// What all transcripts share: made once, only read afterwards.
struct ScanShared {
  const OpenedStudy& study;
  std::shared_ptr<const detect::KnownPeople> people;
  std::shared_ptr<const check::ExpectedPeople> expected;
  mutable Pool<detect::Detector> detectors;
  explicit ScanShared(const OpenedStudy& opened)
      : study(opened),
        people(detect::known_people(opened.rules, opened.people)),
        expected(std::make_shared<const check::ExpectedPeople>(opened.config.checks, opened.people)),
        detectors([this] { return std::make_unique<detect::Detector>(study.rules, people); }) {}
};

void scan_transcript(const ScanShared& shared, const Delivered& file, Scanned& scanned) {
  const OpenedStudy& study = shared.study;
  ScanSummary summary;
  summary.record.content = scanned.content;
  summary.facts.file = summary.mentions.file = file.file;
  SealedLines findings(findings_file(study, scanned.key), study.work_recipient);
  Collector collector(study.rules, findings);
  const auto taken = shared.detectors.take();
  detect::Detector& detector = *taken;
  detector.begin_again();
  const Sink<Issue> issues = [&](Issue issue) { summary.record.issues.push_back(issue); };
  bool detecting = false;
  // Nothing of it is wanted any more, not even sealed; check_withdrawn says why.
  const bool refused = check::is_of_withdrawn_alone(study.config.checks, study.people, file.file);
  try {
    if (refused) throw Refused();
    read::OpenedTranscript opened = read::open_transcript(file.place, issues);
    check::Checker checker(study.config.checks, shared.expected, file.file, std::string(opened.format), issues);
    const Sink<Marked> collect = [&](Marked marked) { collector.take(marked); };
    const Sink<Utterance> detect = [&](Utterance utterance) {
      detecting = true;
      detector.take(std::move(utterance), collect);
      detecting = false;
    };
    while (auto utterance = opened.reader->next()) checker.take(std::move(*utterance), detect);
    checker.finish(detect);
    detecting = true;
    detector.finish(collect);
    summary.facts = checker.facts();
    take_label_names(detector, summary);
  } catch (const Refused&) {
  } catch (const Error& error) {
    note_failure(summary.record, error, detecting);
  }
  summary.mentions.mentions = collector.mentions();
  summary.learned = detector.learned();
  summary.record.words = summary.facts.words;
  summary.record.duration = summary.facts.duration;
  summary.record.findings = findings.finish();
  SealedLines lines(summary_file(study, scanned.key), study.work_recipient);
  write_summary(lines, summary, collector.vocabulary());
  lines.finish();
  scanned.files.push_back(findings.release());
  scanned.files.push_back(lines.release());
  scanned.mentions = summary.mentions.mentions.size();
  scanned.issues = summary.record.issues.size();
}

/// Everything that a scan depends on. Another register may mean other findings anywhere, and scanning is cheap;
/// what is published again is decided per transcript by apply.
Digest scan_inputs(const OpenedStudy& study, const Delivered& file, const Digest& content) {
  Hasher hasher;
  hasher.take_field(version);
  hasher.take_field("summary 2");  // the form of what is kept
  hasher.take_field(study.rules.digest());
  hasher.take_field(hex(study.register_digest));
  hasher.take_field(hex(check_digest(study.config)));
  hasher.take_field(file.file);
  if (check::is_of_withdrawn_alone(study.config.checks, study.people, file.file)) hasher.take_field("withdrawn");
  hasher.take_field(hex(content));
  return hasher.finish();
}

Scanned scan_one(const ScanShared& shared, const Delivered& file) {
  const OpenedStudy& study = shared.study;
  Scanned scanned{.key = file_key(study, file.file)};
  // What cannot even be opened has no digest; the summary tells why.
  try {
    scanned.content = digest_of_file(file.place);
  } catch (const Error&) {
    scanned.content = {};
  }
  scanned.inputs = scan_inputs(study, file, scanned.content);
  const auto before = study.ledger.find("scan", scanned.key);
  if (before && before->input == scanned.inputs && std::filesystem::exists(summary_file(study, scanned.key)))
    return scanned;
  scan_transcript(shared, file, scanned);
  scanned.fresh = true;
  return scanned;
}

/// The work files first, then the log, then the ledger: what the ledger knows is there, and was logged.
void keep(OpenedStudy& study, std::vector<Scanned>& batch) {
  std::vector<AtomicFile*> files;
  for (const Scanned& scanned : batch) {
    for (const auto& file : scanned.files) files.push_back(file.get());
  }
  sync_all(files);
  publish_all(files);
  for (const Scanned& scanned : batch) {
    study.audit.add("scanned", {{"file", scanned.key},
                                {"input", hex(scanned.content)},
                                {"rules", study.rules.digest().substr(0, rules_digits)},
                                {"version", std::string(version)},
                                {"forms", static_cast<std::int64_t>(scanned.mentions)},
                                {"issues", static_cast<std::int64_t>(scanned.issues)}});
  }
  study.audit.sync();
  study.ledger.begin();
  for (const Scanned& scanned : batch) study.ledger.set("scan", scanned.key, scanned.inputs, "");
  study.ledger.commit();
}

}  // namespace

ScanResult scan_study(OpenedStudy& study) {
  const std::string went_by = begin_step(study);
  const std::vector<Delivered> files = delivered(study);
  const ScanShared shared(study);
  ScanResult result{.transcripts = files.size()};
  Progress progress{.step = "scan", .total = files.size()};
  Batch<Scanned> batch([&](std::vector<Scanned>& scanned) { keep(study, scanned); });
  const std::function<Scanned(std::size_t)> work = [&](std::size_t i) { return scan_one(shared, files[i]); };
  const std::function<void(std::size_t, Scanned)> publish = [&](std::size_t i, Scanned scanned) {
    if (scanned.fresh) {
      ++result.scanned;
      const std::size_t open = scanned.files.size();
      batch.take(std::move(scanned), open);
    }
    ++progress.done;
    progress.bytes += files[i].bytes;
    if (study.options.progress) study.options.progress(progress);
  };
  in_order<Scanned>(study.options.threads, files.size(), work, publish);
  batch.finish();
  end_step(study, went_by);
  return result;
}

}  // namespace moniker::study
