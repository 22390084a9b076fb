// SCAN: a transcript's first way. Reads, checks and detects; learns names; leaves findings and a summary, both
// sealed, in work/. Nothing is decided here: a name learned on the last page counts on the first (see apply.cpp).
#include <map>
#include <tuple>

#include "base/fold.hpp"
#include "detect/detector.hpp"
#include "moniker/version.hpp"
#include "read/reader.hpp"
#include "run/shard.hpp"
#include "run/steps.hpp"
#include "run/work_layout.hpp"
#include "study/display_name.hpp"

namespace moniker {
namespace {

static_assert(Stage<Checker, Utterance, Utterance> && Stage<Detector, Utterance, Marked>);

/// Collects what assign needs while utterances stream by: memory grows with the vocabulary, not with the file.
class Collector {
 public:
  Collector(const RuleSet& rules, SealedLines& findings) : rules_(rules), findings_(findings) {}

  void take(const Marked& marked) {
    for (std::string& word : folded_words(marked.utterance.text)) vocabulary.insert(std::move(word));
    for (const Finding& finding : marked.findings) count(marked.utterance, finding);
    if (!marked.findings.empty()) findings_.add(findings_line(rules_, marked));
  }

  std::vector<Mention> mentions() const {
    std::vector<Mention> list;
    for (const auto& [key, mention] : mentions_) list.push_back(mention);
    std::sort(list.begin(), list.end(), [](const Mention& a, const Mention& b) {
      return std::tie(a.first_utterance, a.first_byte, a.label, a.subtype, a.surface) <
             std::tie(b.first_utterance, b.first_byte, b.label, b.subtype, b.surface);
    });
    return list;
  }

  std::set<std::string> vocabulary{};

 private:
  void count(const Utterance& utterance, const Finding& finding) {
    const std::string surface = utterance.text.substr(finding.bytes.begin, finding.bytes.size());
    const auto& label = rules_.label(finding.label).name;
    const auto& subtype = rules_.rule(finding.rule).subtype;
    Mention& mention = mentions_[{label, subtype, surface}];
    if (mention.count++ == 0) mention = {label, subtype, surface, 1, utterance.number, finding.bytes.begin};
  }

  const RuleSet& rules_;
  SealedLines& findings_;
  std::map<std::tuple<std::string, std::string, std::string>, Mention> mentions_{};
};

/// A failure that is not told by an issue yet becomes one, so that the transcript is quarantined.
void note_failure(ScanSummary& summary, const Error& error, bool detecting) {
  summary.failure = error.problem();
  summary.failure->file.clear();   // the file may be named after a person; whoever shows this knows the file
  for (const Issue& issue : summary.issues) {
    if (issue_entry(issue.code).severity == Severity::error) return;
  }
  const IssueCode code = detecting ? IssueCode::rule_out_of_memory : IssueCode::format_broken;
  summary.issues.push_back({code, error.problem().at, 1});
}

void take_label_names(const Detector& detector, ScanSummary& summary) {
  for (const auto& [label, count] : summary.facts.speakers) {
    summary.mentions.speakers.push_back(label);
    const auto names = detector.names_in_label(label);
    if (names.empty()) continue;
    const ByteRange whole{names.front().begin, names.back().end};
    summary.mentions.label_names[label] = label.substr(whole.begin, whole.size());
  }
}

ScanSummary scan_transcript(const OpenedStudy& study, const Delivered& file, const Digest& content) {
  ScanSummary summary;
  summary.content = content;
  summary.facts.file = summary.mentions.file = file.file;
  SealedLines findings(findings_file(study, file.key), study.work_identity.recipient());
  Collector collector(study.rules, findings);
  Detector detector(study.rules, study.people);
  const Sink<Issue> issues = [&](Issue issue) { summary.issues.push_back(issue); };
  bool detecting = false;
  try {
    OpenedTranscript opened = open_transcript(file.path, issues);
    Checker checker(study.config, study.people, file.file, std::string(opened.format), issues);
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
  } catch (const Error& error) {
    note_failure(summary, error, detecting);
  }
  summary.mentions.mentions = collector.mentions();
  summary.learned = detector.learned();
  summary.vocabulary = std::move(collector.vocabulary);
  summary.findings = findings.publish();
  return summary;
}

/// Everything that a scan depends on. Another register may mean other findings anywhere, and scanning is cheap;
/// what is published again is decided per transcript by apply.
Digest scan_inputs(const OpenedStudy& study, const Delivered& file, const Digest& content) {
  Hasher hasher;
  hasher.take_field(version);
  hasher.take_field(study.rules.digest());
  hasher.take_field(hex(study.register_digest));
  hasher.take_field(hex(check_digest(study.config)));
  hasher.take_field(file.file);
  hasher.take_field(hex(content));
  return hasher.finish();
}

struct Scanned {
  Digest inputs{};
  bool fresh = false;
  Digest content{};
  std::size_t mentions = 0, issues = 0;
};

Scanned scan_one(const OpenedStudy& study, const Delivered& file, const std::map<std::string, Digest>& done) {
  Scanned scanned;
  // What cannot even be opened has no digest; the summary tells why.
  try {
    scanned.content = digest_of_file(file.path);
  } catch (const Error&) {
    scanned.content = {};
  }
  scanned.inputs = scan_inputs(study, file, scanned.content);
  const auto before = done.find(file.key);
  if (before != done.end() && before->second == scanned.inputs && std::filesystem::exists(summary_file(study, file.key))) {
    return scanned;
  }
  const ScanSummary summary = scan_transcript(study, file, scanned.content);
  write_summary(summary_file(study, file.key), study.work_identity.recipient(), summary);
  scanned.fresh = true;
  scanned.mentions = summary.mentions.mentions.size();
  scanned.issues = summary.issues.size();
  return scanned;
}

}  // namespace

ScanResult scan_study(OpenedStudy& study) {
  const std::string went_by = begin_step(study);
  const std::vector<Delivered> files = delivered(study);
  std::map<std::string, Digest> done;
  for (const auto& entry : study.ledger.all("scan")) done[entry.transcript] = entry.input;

  ScanResult result{.transcripts = files.size()};
  Progress progress{.step = "scan", .total = files.size()};
  const std::function<Scanned(std::size_t)> work = [&](std::size_t i) { return scan_one(study, files[i], done); };
  const std::function<void(std::size_t, Scanned)> publish = [&](std::size_t i, Scanned scanned) {
    if (scanned.fresh) {
      study.audit.append("scanned", {{"file", files[i].key},
                                     {"input", hex(scanned.content)},
                                     {"rules", study.rules.digest()},
                                     {"version", std::string(version)},
                                     {"forms", static_cast<std::int64_t>(scanned.mentions)},
                                     {"issues", static_cast<std::int64_t>(scanned.issues)}});
      study.ledger.set("scan", files[i].key, scanned.inputs, "");
      ++result.scanned;
    }
    ++progress.done;
    progress.bytes += files[i].bytes;
    if (study.options.progress) study.options.progress(progress);
  };
  in_order<Scanned>(study.options.threads, files.size(), work, publish);
  end_step(study, went_by);
  return result;
}

}  // namespace moniker
