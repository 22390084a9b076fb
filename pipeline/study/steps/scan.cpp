// SCAN: a transcript's first way. Reads, checks and detects; learns names; leaves findings and a summary, both
// sealed, in work/. Nothing is decided here: a name learned on the last page counts on the first (see apply.cpp).
#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/fold.hpp"
#include "base/pool.hpp"
#include "check/expected_people.hpp"
#include "check/kept_issues.hpp"
#include "check/withdrawn.hpp"
#include "detect/decided.hpp"
#include "detect/detector.hpp"
#include "detect/seen_turns.hpp"
#include "moniker/text_hash.hpp"
#include "moniker/version.hpp"
#include "read/limited_reader.hpp"
#include "read/open_transcript.hpp"
#include "resolve/assignment_slice.hpp"
#include "resolve/mentions.hpp"
#include "shards/shard.hpp"
#include "steps/batch.hpp"
#include "steps/recognised.hpp"
#include "steps/steps.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

static_assert(Stage<check::Checker, Utterance, Utterance> && Stage<detect::Detector, Utterance, Marked>);

/// Collects what assign needs while utterances stream by: memory grows with the vocabulary, not with the file.
class Collector {
 public:
  Collector(const rules::RuleSet& rules, ScanWriter& findings)
      : rules_(rules), findings_(findings), mentions_(rules.language()) {}

  void take(const Marked& marked) {
    reader_.read(marked.utterance.text);
    for (std::string_view word; reader_.next(word);) {
      if (!words_.contains(word)) words_.emplace(word);
    }
    mentions_.begin(marked.utterance);
    for (const Finding& finding : marked.findings) {
      if (detect::is_kept(rules_, finding)) continue;
      mentions_.take(marked.utterance, finding.bytes, rules_.label(finding.label), rules_.rule(finding.rule).subtype);
    }
    findings_.add(rules_, marked);
  }

  /// A name that is learned elsewhere may stand here in pieces; then this transcript is touched by it.
  void take_pieces(const Utterance& delivered) {
    detect::SeenTurns::names_in_pieces(delivered.text, [&](std::string_view word) {
      if (!words_.contains(word)) words_.emplace(word);
    });
  }

  std::vector<resolve::Mention> mentions() const { return mentions_.mentions(); }
  std::size_t names() const { return mentions_.size(); }

  SpokenWords vocabulary(const words::Language& language) const {
    SpokenWords said(words_.begin(), words_.end());
    for (const resolve::Mention& mention : mentions_.mentions()) {
      const Meaning means = meaning_of(rules_.labels(), mention.label);
      if (is_joined(means)) said.push_back(resolve::said_code(resolve::normal_form(means, mention.surface, language)));
    }
    resolve::in_order_once(said);
    return said;
  }

 private:
  const rules::RuleSet& rules_;
  ScanWriter& findings_;
  FoldedWords reader_{};
  std::unordered_set<std::string, TextHash, std::equal_to<>> words_{};
  resolve::MentionCollector mentions_;
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
  for (const auto& [label, count] : summary.facts.speakers)
    resolve::add_label(summary.mentions, label, detector.names_in_label(label));
}

struct Scanned {
  std::string key{};
  Digest inputs{};
  bool fresh = false;
  bool again = false;   // an earlier scan left its files
  bool unread = false;  // cannot be read now: what an earlier scan knows of it stands
  Digest content{};
  std::size_t mentions = 0, issues = 0;
  std::vector<std::unique_ptr<AtomicFile>> files{};  // findings and summary, on their way
  std::size_t open_files() const { return files.size(); }
};

/// What all transcripts share: made once, only read afterwards.
struct ScanShared {
  const Study& study;
  const rules::RuleSet& rules;
  const seal::Identity& work;  // the study itself
  const Ledger& ledger;
  const DecidedStudy& decided;
  std::set<std::string> delivered{};  // keys of all files that are there
  std::set<std::string> withdrawn;    // names of those that are of somebody who withdrew
  check::Renamed renamed;             // files in which somebody speaks who has withdrawn: name before -> name now
  Register speakers;                  // the register, with those under both names
  std::shared_ptr<const detect::KnownPeople> people;
  detect::SeenTurns seen;
  std::shared_ptr<const check::ExpectedPeople> expected;
  mutable Pool<detect::Detector> detectors;
  ScanShared(const OpenedStudy& opened, const std::vector<Delivered>& all)
      : study(opened.study),
        rules(opened.rules.set),
        work(opened.keys.work_identity),
        ledger(opened.books.ledger),
        decided(opened.decided),
        withdrawn(check::files_of_withdrawn_alone(study.config.checks, study.people)),
        renamed(renamed_of_withdrawn(study, opened.keys, all, opened.decided.holding())),
        speakers(still_withdrawn(study.people, renamed)),
        people(detect::known_people(rules, study.people)),
        seen(rules, people),
        expected(std::make_shared<const check::ExpectedPeople>(study.config.checks, speakers)),
        detectors([this] { return std::make_unique<detect::Detector>(rules, people); }) {
    for (const Delivered& file : all) delivered.insert(file.key);
  }
};

/// The turns once beforehand, where what was decided of places in them has to be found again.
void look_ahead(const ScanShared& shared, const Delivered& file, detect::DecidedReader& decided, ScanSummary& summary) {
  read::OpenedTranscript opened = read::open_transcript(
      file.place, [](Issue) {},
      {.language = shared.rules.language(), .knows = shared.seen.knows(), .limits = shared.study.config.checks.limits});
  while (auto utterance = opened.reader->next()) {
    if (is_written(utterance->part)) decided.look_ahead(shared.seen.see(std::move(*utterance)).turn);
  }
  const std::size_t lost = decided.find_places().size();
  if (lost > 0) summary.record.issues.push_back({IssueCode::decision_lost, {}, lost});
}

/// Opens, checks and detects, to the transcript's end or to the first trouble, which becomes part of the record.
void read_through(const ScanShared& shared, const Delivered& file, const detect::DecidedWords& words,
                  detect::Detector& detector, Collector& collector, ScanSummary& summary) {
  const Sink<Issue> issues = check::keep_in(summary.record.issues);
  bool detecting = false;
  try {
    if (file.odd) {
      issues({file.odd->code, {}, 1});
      if (file.odd->what.empty()) return;
      throw Error::input(std::string(file.odd->what), std::string(file.odd->remedy));
    }
    read::OpenedTranscript opened = read::open_transcript(file.place, issues,
                                                          {.language = shared.rules.language(),
                                                           .knows = shared.seen.knows(),
                                                           .limits = shared.study.config.checks.limits});
    check::Checker checker(shared.study.config.checks, shared.expected, shared.rules.language(), file.file,
                           std::string(opened.format), issues);
    detect::DecidedReader decided(words);
    if (words.has_places()) look_ahead(shared, file, decided, summary);
    std::uint64_t turns = 0;
    const Sink<Marked> collect = [&](Marked marked) {
      const std::vector<detect::Claim> claims = decided.claims(marked.utterance, turns);
      if (is_written(marked.utterance.part)) ++turns;
      if (!claims.empty())
        marked.findings = detect::settle(shared.rules, marked.utterance, std::move(marked.findings), claims);
      collector.take(marked);
      const Limits& limits = shared.study.config.checks.limits;
      if (collector.names() > limits.names) read::refuse_beyond(issues, limits, "names", marked.utterance.at);
    };
    const Sink<Utterance> detect = [&](Utterance utterance) {
      detecting = true;
      collector.take_pieces(utterance);
      detector.take(shared.seen.see(std::move(utterance)).turn, collect);
      detecting = false;
    };
    while (auto utterance = opened.reader->next()) checker.take(std::move(*utterance), detect);
    checker.finish(detect);
    detecting = true;
    detector.finish(collect);
    summary.facts = checker.facts();
    take_label_names(detector, summary);
  } catch (const Error& error) {
    note_failure(summary.record, error, detecting);
  }
}

/// Everything that a scan depends on. Another register may mean other findings anywhere, and scanning is cheap;
/// what is published again is decided per transcript by apply.
Digest scan_inputs(const ScanShared& shared, const Delivered& file, const Digest& content,
                   const detect::DecidedWords& words, const SpokenWords& vocabulary) {
  const Study& study = shared.study;
  Hasher hasher;
  hasher.take_field(version);
  hasher.take_field("summary " + std::to_string(scan_form));
  hasher.take_field(shared.rules.digest());
  hasher.take_field(hex(study.register_digest));
  hasher.take_field(hex(study.config.digests.checks));
  hasher.take_field(file.file);
  if (shared.withdrawn.contains(file.file)) hasher.take_field("withdrawn");
  for (const auto& [before, now] : shared.renamed) {
    if (now == file.file) hasher.take_field(before);
  }
  hasher.take_field(hex(content));
  words.take_into(hasher, vocabulary);
  return hasher.finish();
}

void scan_transcript(const ScanShared& shared, const Delivered& file, const detect::DecidedWords& words,
                     Scanned& scanned) {
  const Study& study = shared.study;
  ScanSummary summary;
  summary.record.content = scanned.content;
  summary.facts.file = summary.mentions.file = file.file;
  ScanWriter writer(study.layout, file.key, shared.work);
  Collector collector(shared.rules, writer);
  const auto detector = shared.detectors.take();
  detector->begin_again();
  // Nothing of it is wanted any more, not even sealed; check_withdrawn says why.
  if (!shared.withdrawn.contains(file.file)) {
    read_through(shared, file, words, *detector, collector, summary);
  }
  summary.learned = detector->learned();
  summary.mentions.mentions = collector.mentions();
  summary.record.words = summary.facts.words;
  summary.record.duration = summary.facts.duration;
  const SpokenWords said = collector.vocabulary(shared.rules.language());
  summary.record.inputs = scanned.inputs = scan_inputs(shared, file, scanned.content, words, said);
  scanned.files = writer.finish(summary, said);
  scanned.mentions = summary.mentions.mentions.size();
  scanned.issues = summary.record.issues.size();
}

/// What an earlier scan found to be said: decisions about other words are nothing to a transcript.
SpokenWords said_before(const ScanShared& shared, const Delivered& file, const detect::DecidedWords& words) {
  if (words.empty()) return {};
  return read_vocabulary(shared.study.layout, file.key, shared.work).second;
}

Scanned scan_one(const ScanShared& shared, const Delivered& file) {
  Scanned scanned{.key = file.key};
  const auto before = shared.ledger.find("scan", file.key);
  const auto left = before ? record_of_this_form(shared.study.layout, file.key, shared.work) : std::nullopt;
  // Whoever can write to the disk can put an earlier work file back, in which what was decided since is not found: it
  // is sealed to the study as this one was. The ledger alone, which the log vouches for, tells which is the last.
  const bool known = left && left->inputs == before->input;
  scanned.again = before && std::filesystem::exists(shared.study.layout.summary(file.key));
  const auto content = content_of(file);
  scanned.unread = known && before->output != never_read && !content && !file.odd;
  if (scanned.unread) {
    scanned.inputs = before->input;
    scanned.fresh = before->output != unread_now;
    return scanned;
  }
  scanned.content = content.value_or(Digest{});  // the summary tells why there is none
  const auto words = shared.decided.words_in(file.key, shared.delivered);
  if (known && before->input == scan_inputs(shared, file, scanned.content, *words, said_before(shared, file, *words))) {
    scanned.inputs = before->input;
    scanned.fresh = before->output == unread_now;
    return scanned;
  }
  scan_transcript(shared, file, *words, scanned);
  scanned.fresh = true;
  return scanned;
}

/// The work files first, then the log, then the ledger: what the ledger knows is there, and was logged.
void keep(const StudyLayout& layout, Books& books, const Secret<32>& audit, const rules::RuleSet& rules,
          const std::vector<Scanned>& batch) {
  std::vector<AtomicFile*> files;
  for (const Scanned& scanned : batch) {
    for (const auto& file : scanned.files) files.push_back(file.get());
  }
  sync_all(files);
  publish_all(files);
  for (const Scanned& scanned : batch) {
    std::error_code ignored;  // nobody reads it any more
    if (scanned.again && scanned.files.size() == 1) std::filesystem::remove(layout.findings(scanned.key), ignored);
    if (scanned.files.empty()) continue;  // not scanned: the ledger alone has something new to remember
    books.audit.add(audit::events::Scanned{.file = scanned.key,
                                           .input = logged_input(audit, hex(scanned.content)),
                                           .rules = rules.digest().substr(0, rules_digits),
                                           .version = std::string(version),
                                           .forms = scanned.mentions,
                                           .issues = scanned.issues});
  }
  books.audit.sync();
  books.ledger.begin();
  for (const Scanned& scanned : batch) {
    const std::string_view read = scanned.unread ? unread_now : scanned.content == Digest{} ? never_read : "";
    books.ledger.set("scan", scanned.key, scanned.inputs, read);
  }
  books.ledger.commit();
}

}  // namespace

ScanResult scan_study(OpenedStudy& opened) {
  const std::string went_by = begin_step(opened.study.layout, opened.options, opened.books);
  std::vector<Delivered> files = delivered(opened.study.layout, opened.keys.registry);
  const ScanShared shared(opened, files);
  if (const ShardFiles& own = opened.shard_files)
    std::erase_if(files, [&](const Delivered& file) { return !own->contains(file.key); });
  ScanResult result{.transcripts = files.size()};
  in_batches<Scanned>(
      opened.options, "scan", files, [&](const Delivered& file) { return scan_one(shared, file); },
      [&](const Scanned& scanned) {
        result.scanned += scanned.fresh;
        return scanned.fresh;
      },
      [&](std::vector<Scanned>& batch) {
        keep(opened.study.layout, opened.books, opened.keys.audit, opened.rules.set, batch);
      });
  end_step(opened.study.layout, opened.options, opened.books.audit, went_by);
  return result;
}

}  // namespace moniker::study
