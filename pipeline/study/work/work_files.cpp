// Work files of a scan. Whatever is wrong with one (a number that nothing has, a digest, a part that is missing) is one
// fault, since its remedy is one: delete work/ and run again.
#include "work/work_files.hpp"

#include <algorithm>
#include <cmath>

#include "work/kept_json.hpp"

namespace moniker::study {
namespace {

enum Part : unsigned { summary_part = 1, vocabulary_part, findings_part };  // behind the record

void put(Packer& to, const Problem& p) {
  to.number(static_cast<std::uint64_t>(p.fault));
  to.number(p.at.line);
  to.number(p.at.column);
  to.text(p.what);
  to.text(p.remedy);
}

Problem problem_from(Unpacker& from) {
  Problem p;
  p.fault = static_cast<Fault>(from.number_as<int>());
  p.at.line = from.number_as<std::uint32_t>();
  p.at.column = from.number_as<std::uint32_t>();
  p.what = from.text();
  p.remedy = from.text();
  return p;
}

void put(Packer& to, const Issue& issue) {
  to.text(check::issue_entry(issue.code).name);
  to.number(issue.at.line);
  to.number(issue.at.column);
  to.number(issue.count);
}

Issue issue_from(Unpacker& from) {
  Issue issue;
  issue.code = issue_named(from.text());
  issue.at.line = from.number_as<std::uint32_t>();
  issue.at.column = from.number_as<std::uint32_t>();
  issue.count = from.number();
  return issue;
}

void put(Packer& to, const ScanRecord& r) {
  to.number(scan_form);
  to.number(r.words);
  to.number(static_cast<std::uint64_t>(r.duration.count()));
  to.each(r.issues, [&](const Issue& issue) { put(to, issue); });
  to.number(r.failure ? 1 : 0);
  if (r.failure) put(to, *r.failure);
  to.digest(r.content);
  to.digest(r.inputs);
  to.digest(r.findings);
  to.number(r.findings_apart ? 1 : 0);
}

/// Of another version of moniker.
class OtherForm : public Error {
 public:
  explicit OtherForm(const std::filesystem::path& file)
      : Error(
            Fault::integrity, "the work file was left by another version of moniker",
            "run `moniker scan`, or `moniker run` for all steps; one whose delivered file is gone needs it there once "
            "more",
            {file.string()}) {}
};

ScanRecord record_from(Unpacker from, const std::filesystem::path& file) {
  if (from.number() != scan_form) throw OtherForm(file);
  ScanRecord r{.words = from.number()};
  r.duration = std::chrono::milliseconds(from.number_as<std::int64_t>());
  from.each([&] { r.issues.push_back(issue_from(from)); });
  if (from.number() != 0) r.failure = problem_from(from);
  r.content = from.digest();
  r.inputs = from.digest();
  r.findings = from.digest();
  r.findings_apart = from.number() != 0;
  from.must_end();
  return r;
}

void put(Packer& to, const check::TranscriptFacts& facts) {
  to.text(facts.file);
  to.text(facts.format);
  to.number(facts.utterances);
  to.number(facts.words);
  to.number(static_cast<std::uint64_t>(facts.duration.count()));
  to.each(facts.speakers, [&](const auto& speaker) {
    to.text(speaker.first);
    to.number(speaker.second);
  });
  to.digest(facts.content);
  to.each(facts.counts, [&](std::uint64_t count) { to.number(count); });
  std::uint64_t before = 0;  // it ascends
  to.each(facts.sketch, [&](std::uint64_t sample) { to.number(sample - std::exchange(before, sample)); });
}

check::TranscriptFacts facts_from(Unpacker& from) {
  check::TranscriptFacts facts;
  facts.file = from.text();
  facts.format = from.text();
  facts.utterances = from.number();
  facts.words = from.number();
  facts.duration = std::chrono::milliseconds(from.number_as<std::int64_t>());
  from.each([&] {
    const std::string_view label = from.text();
    facts.speakers.emplace(label, from.number());
  });
  facts.content = from.digest();
  std::size_t code = 0;
  from.each([&] { facts.counts.at(code++) = from.number(); });
  std::uint64_t sample = 0;
  from.each([&] { facts.sketch.push_back(sample += from.number()); });
  return facts;
}

void put(Packer& to, const resolve::Mention& m) {
  for (const std::string* text : {&m.label, &m.subtype, &m.surface, &m.speaker}) to.text(*text);
  to.number(m.count);
  to.number(m.first_turn);
  to.number(m.first_byte);
  to.number(static_cast<std::uint64_t>(m.manner));
}

resolve::Mention mention_from(Unpacker& from) {
  resolve::Mention m;
  for (std::string* text : {&m.label, &m.subtype, &m.surface, &m.speaker}) *text = from.text();
  m.count = from.number();
  m.first_turn = from.number();
  m.first_byte = from.number_as<std::uint32_t>();
  const std::uint64_t manner = from.number();
  if (manner > static_cast<std::uint64_t>(resolve::Manner::taken_up)) throw std::out_of_range("manner");
  m.manner = static_cast<resolve::Manner>(manner);
  return m;
}

void put(Packer& to, const LearnedName& n) {
  for (const std::string* text : {&n.form, &n.label, &n.rule}) to.text(*text);
  to.score(n.score);
  to.number(n.times);
  to.number(n.word ? 1 : 0);
}

LearnedName learned_from(Unpacker& from) {
  LearnedName n;
  for (std::string* text : {&n.form, &n.label, &n.rule}) *text = from.text();
  n.score = from.score();
  n.times = from.number();
  n.word = from.number() != 0;
  return n;
}

void put(Packer& to, const ScanSummary& s) {
  put(to, s.facts);
  to.each(s.mentions.speakers, [&](const std::string& label) { to.text(label); });
  to.each(s.mentions.label_names, [&](const auto& named) {
    to.text(named.first);
    to.text(named.second);
  });
  to.each(s.mentions.mentions, [&](const resolve::Mention& mention) { put(to, mention); });
  to.each(s.learned.all(), [&](const auto& learned) { put(to, learned.second); });
}

void take_summary(Unpacker from, ScanSummary& s) {
  s.facts = facts_from(from);
  s.mentions.file = s.facts.file;
  from.each([&] { s.mentions.speakers.emplace_back(from.text()); });
  from.each([&] {
    const std::string_view label = from.text();
    s.mentions.label_names.emplace(label, from.text());
  });
  from.each([&] { s.mentions.mentions.push_back(mention_from(from)); });
  from.each([&] { s.learned.add(learned_from(from)); });
  from.must_end();
}

/// Folded words hold no blanks.
std::string joined(const SpokenWords& vocabulary) {
  std::string text;
  for (const std::string& word : vocabulary) text.append(word) += ' ';
  return text;
}

SpokenWords vocabulary_from(std::string_view text) {
  SpokenWords vocabulary;
  vocabulary.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')));
  for (std::size_t end = text.find(' '); end != text.npos; end = text.find(' ')) {
    vocabulary.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  resolve::in_order_once(vocabulary);  // it was: but what was read is believed no further than it has to be
  return vocabulary;
}

template <class Names>
auto known(const Names& names, std::string_view name) {
  const auto found = names.find(name);
  if (found == names.end()) throw std::out_of_range("name");
  return found->second;
}

Finding finding_from(Unpacker& from, const RuleNames& names, std::uint64_t utterance) {
  Finding finding{.utterance = utterance};
  finding.bytes.begin = from.number_as<std::uint32_t>();
  finding.bytes.end = from.number_as<std::uint32_t>();
  finding.label = known(names.labels, from.text());
  finding.rule = known(names.rules, from.text());
  finding.score = from.score();
  // Whoever looks at the text there need not ask.
  if (finding.bytes.begin > finding.bytes.end || !std::isfinite(finding.score)) throw std::out_of_range("finding");
  return finding;
}

std::vector<Finding> findings_from(Unpacker from, const RuleNames& names) {
  std::vector<Finding> findings;
  const std::uint64_t utterance = from.number();
  do findings.push_back(finding_from(from, names, utterance));
  while (!from.ended());
  return findings;
}

}  // namespace

RuleNames::RuleNames(const rules::RuleSet& set) {
  for (std::size_t i = 0; i < set.labels().size(); ++i) labels.emplace(set.labels()[i].name, static_cast<LabelId>(i));
  for (std::size_t i = 0; i < set.rules().size(); ++i) rules.emplace(set.rules()[i].id, static_cast<RuleId>(i));
}

void ScanWriter::add(const rules::RuleSet& rules, const Marked& marked) {
  if (marked.findings.empty()) return;
  part_.clear();
  part_.number(marked.utterance.number);
  for (const Finding& f : marked.findings) {
    part_.number(f.bytes.begin);
    part_.number(f.bytes.end);
    part_.text(rules.label(f.label).name);
    part_.text(rules.rule(f.rule).id);
    part_.score(f.score);
  }
  hasher_.take_field(part_.bytes());
  findings_.add(part_.bytes());
}

std::vector<std::unique_ptr<AtomicFile>> ScanWriter::finish(ScanSummary& summary, const SpokenWords& vocabulary) {
  std::vector<std::unique_ptr<AtomicFile>> files;
  if (auto apart = findings_.release()) files.push_back(std::move(apart));
  summary.record.findings = hasher_.finish();
  summary.record.findings_apart = !files.empty();
  SealedParts parts(layout_.summary(key_), study_);
  Packer record, rest;
  put(record, summary.record);
  put(rest, summary);
  parts.add(record.bytes());
  parts.add(rest.bytes());
  parts.add(joined(vocabulary));
  for (const std::string& found : findings_.few()) parts.add(found);
  parts.finish();
  files.push_back(parts.release());
  return files;
}

template <class Read>
auto ScanReader::sound(const Read& read) const {
  try {
    return read();
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {
    throw Error::integrity("the work file does not hold what it should",
                           "delete the study's work folder and run again: it is rebuilt from the delivered files",
                           {file_.string()});
  }
}

ScanReader::ScanReader(const StudyLayout& layout, const std::string& key, const seal::Identity& study)
    : file_(layout.summary(key)), apart_(layout.findings(key)), study_(study), parts_(file_, study) {
  sound([&] { record_ = record_from(Unpacker(parts_.next().value()), file_); });
}

void ScanReader::go_to(unsigned part) {
  for (; next_ < part; ++next_) parts_.skip();
}

void ScanReader::summary(ScanSummary& summary) {
  sound([&] {
    go_to(summary_part);
    ++next_;
    take_summary(Unpacker(parts_.next().value()), summary);
  });
}

SpokenWords ScanReader::vocabulary() {
  return sound([&] {
    go_to(vocabulary_part);
    ++next_;
    return vocabulary_from(parts_.next().value());
  });
}

std::vector<Finding> ScanReader::findings(const RuleNames& names) {
  return sound([&]() -> std::vector<Finding> {
    if (next_ < findings_part) {
      go_to(findings_part);
      if (record_.findings_apart) parts_ = SealedPartReader(apart_, study_);
    }
    if (ended_) return {};
    const auto part = parts_.next();
    if (part) {
      found_.take_field(*part);
      return findings_from(Unpacker(*part), names);
    }
    ended_ = true;
    if (found_.finish() != record_.findings) throw std::out_of_range("findings");
    return {};
  });
}

std::optional<ScanRecord> record_of_this_form(const StudyLayout& layout, const std::string& key,
                                              const seal::Identity& study) {
  if (!std::filesystem::exists(layout.summary(key))) return std::nullopt;
  try {
    return read_record(layout, key, study);
  } catch (const OtherForm&) {
    return std::nullopt;
  }
}

ScanRecord read_record(const StudyLayout& layout, const std::string& key, const seal::Identity& study) {
  return ScanReader(layout, key, study).record();
}

ScanSummary read_summary(const StudyLayout& layout, const std::string& key, const seal::Identity& study) {
  ScanReader reader(layout, key, study);
  ScanSummary summary{.record = reader.record()};
  reader.summary(summary);
  return summary;
}

std::pair<ScanRecord, SpokenWords> read_vocabulary(const StudyLayout& layout, const std::string& key,
                                                   const seal::Identity& study) {
  ScanReader reader(layout, key, study);
  return {reader.record(), reader.vocabulary()};
}

}  // namespace moniker::study
