// Work files: lines sealed to the study's own key. A summary is three lines, so that each reader takes no more than it
// needs; findings are a line an utterance, with labels and rules by name, so that they outlive another order of the
// rules. Whatever is wrong with one (JSON, a digest, a missing line) is one fault, since its remedy is one: delete
// work/ and run again.
#include "work/work_files.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "work/kept_json.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void damaged(const std::filesystem::path& file) {
  throw Error::integrity("the work file does not hold what it should",
                         "delete the study's work folder and run again: it is rebuilt from the delivered files",
                         {file.string()});
}

Digest digest_from(const std::string& text) {
  Digest digest{};
  std::size_t length = 0;
  if (sodium_hex2bin(digest.data(), digest.size(), text.data(), text.size(), nullptr, &length, nullptr) != 0 ||
      length != digest.size()) {
    throw std::runtime_error("not a digest");
  }
  return digest;
}

Json to_json(const check::TranscriptFacts& facts) {
  return {{"file", facts.file},
          {"format", facts.format},
          {"utterances", facts.utterances},
          {"words", facts.words},
          {"duration", facts.duration.count()},
          {"speakers", facts.speakers},
          {"content", hex(facts.content)},
          {"counts", facts.counts},
          {"sketch", facts.sketch}};
}

check::TranscriptFacts facts_from(const Json& json) {
  check::TranscriptFacts facts;
  facts.file = json.at("file");
  facts.format = json.at("format");
  facts.utterances = json.at("utterances");
  facts.words = json.at("words");
  facts.duration = std::chrono::milliseconds(json.at("duration").get<std::int64_t>());
  facts.speakers = json.at("speakers").get<std::map<std::string, std::uint64_t>>();
  facts.content = digest_from(json.at("content"));
  facts.counts = json.at("counts").get<decltype(facts.counts)>();
  facts.sketch = json.at("sketch").get<decltype(facts.sketch)>();
  return facts;
}

Json to_json(const resolve::Mention& m) {
  return Json::array(
      {m.label, m.subtype, m.surface, m.count, m.first_turn, m.first_byte, m.speaker, static_cast<int>(m.manner)});
}

resolve::Mention mention_from(const Json& json) {
  return {.label = json.at(0),
          .subtype = json.at(1),
          .surface = json.at(2),
          .count = json.at(3),
          .first_turn = json.at(4),
          .first_byte = json.at(5),
          .speaker = json.at(6),
          .manner = static_cast<resolve::Manner>(json.at(7).get<int>())};
}

Json to_json(const Problem& p) {
  return {{"fault", static_cast<int>(p.fault)},
          {"line", p.at.line},
          {"column", p.at.column},
          {"what", p.what},
          {"remedy", p.remedy}};
}

Problem problem_from(const Json& json) {
  return {static_cast<Fault>(json.at("fault").get<int>()),
          {},
          {json.at("line"), json.at("column")},
          json.at("what"),
          json.at("remedy")};
}

Json record_json(const ScanRecord& r) {
  Json json = {{"words", r.words},
               {"duration", r.duration.count()},
               {"issues", kept_json(r.issues)},
               {"content", hex(r.content)},
               {"findings", hex(r.findings)}};
  if (r.failure) json["failure"] = to_json(*r.failure);
  return json;
}

ScanRecord record_from(const Json& json) {
  ScanRecord r{.words = json.at("words"),
               .duration = std::chrono::milliseconds(json.at("duration").get<std::int64_t>())};
  r.issues = issues_from(json.at("issues"));
  if (json.contains("failure")) r.failure = problem_from(json.at("failure"));
  r.content = digest_from(json.at("content"));
  r.findings = digest_from(json.at("findings"));
  return r;
}

Json summary_json(const ScanSummary& s) {
  Json mentions = Json::array();
  for (const resolve::Mention& mention : s.mentions.mentions) mentions.push_back(to_json(mention));
  return {{"facts", to_json(s.facts)},
          {"speakers", s.mentions.speakers},
          {"label_names", s.mentions.label_names},
          {"mentions", std::move(mentions)},
          {"learned", kept_json(s.learned)}};
}

void summary_from(const Json& json, ScanSummary& s) {
  s.facts = facts_from(json.at("facts"));
  s.mentions.file = s.facts.file;
  s.mentions.speakers = json.at("speakers").get<std::vector<std::string>>();
  s.mentions.label_names = json.at("label_names").get<std::map<std::string, std::string>>();
  for (const Json& item : json.at("mentions")) s.mentions.mentions.push_back(mention_from(item));
  s.learned = learned_names_from(json.at("learned"));
}

/// Folded words hold no blanks.
std::string joined(const SpokenWords& vocabulary) {
  std::string line;
  for (const std::string& word : vocabulary) line.append(word) += ' ';
  return line;
}

SpokenWords vocabulary_from(std::string_view line) {
  SpokenWords vocabulary;
  for (std::size_t end = line.find(' '); end != line.npos; end = line.find(' ')) {
    vocabulary.emplace_hint(vocabulary.end(), line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  return vocabulary;
}

/// Whatever goes wrong with what was read, JSON, digest or a line that is missing: the file is not ours any more.
template <class Read>
auto read_sound(const std::filesystem::path& file, const seal::Identity& identity, const Read& read) {
  SealedLineReader lines(file, identity);
  try {
    return read(lines);
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {
    damaged(file);
  }
}

}  // namespace

struct SealedLines::State {
  std::unique_ptr<AtomicFile> file;
  std::optional<seal::AgeWriter> age;
  Hasher hasher;
  State(const std::filesystem::path& target, const seal::Recipient& recipient)
      : file(std::make_unique<AtomicFile>(target)) {
    age.emplace(*file, std::vector{recipient});
  }
};

SealedLines::SealedLines(const std::filesystem::path& target, const seal::Recipient& recipient)
    : state_(std::make_unique<State>(target, recipient)) {}
SealedLines::~SealedLines() = default;

void SealedLines::add(std::string_view line) {
  for (const std::string_view part : {line, std::string_view("\n")}) {
    state_->age->write(part);
    state_->hasher.take(part);
  }
}

Digest SealedLines::finish() {
  state_->age->finish();
  state_->age.reset();
  return state_->hasher.finish();
}

AtomicFile& SealedLines::file() { return *state_->file; }

std::unique_ptr<AtomicFile> SealedLines::release() {
  state_->file->rest();
  return std::move(state_->file);
}

Digest SealedLines::publish() {
  const Digest digest = finish();
  state_->file->commit();
  return digest;
}

struct SealedLineReader::State {
  FileSource file;
  seal::AgeReader age;
  std::string buffer{};
  std::size_t at = 0;
  bool ended = false;
  State(const std::filesystem::path& path, const seal::Identity& identity)
      : file(path), age(file, identities(identity)) {}

  static std::vector<seal::Identity> identities(const seal::Identity& identity) {
    Secret<32> scalar;
    std::copy_n(identity.scalar().data(), 32, scalar.data());
    std::vector<seal::Identity> list;
    list.push_back(seal::Identity::from_scalar(std::move(scalar)));
    return list;
  }
};

SealedLineReader::SealedLineReader(const std::filesystem::path& file, const seal::Identity& identity)
    : state_(std::make_unique<State>(file, identity)) {}
SealedLineReader::~SealedLineReader() = default;

std::optional<std::string> SealedLineReader::next() {
  State& s = *state_;
  for (;;) {
    if (const auto end = s.buffer.find('\n', s.at); end != std::string::npos) {
      std::string line = s.buffer.substr(s.at, end - s.at);
      s.at = end + 1;
      return line;
    }
    if (s.ended) return std::nullopt;
    s.buffer.erase(0, std::exchange(s.at, 0));
    const std::size_t old = s.buffer.size();
    s.buffer.resize(old + 64 * 1024);
    const std::size_t n = s.age.read(std::span(s.buffer).subspan(old));
    s.buffer.resize(old + n);
    s.ended = n == 0;
  }
}

void write_summary(SealedLines& lines, const ScanSummary& summary, const SpokenWords& vocabulary) {
  lines.add(record_json(summary.record).dump());
  lines.add(summary_json(summary).dump());
  lines.add(joined(vocabulary));
}

ScanRecord read_record(const std::filesystem::path& file, const seal::Identity& identity) {
  return read_sound(file, identity,
                    [](SealedLineReader& lines) { return record_from(Json::parse(lines.next().value())); });
}

ScanSummary read_summary(const std::filesystem::path& file, const seal::Identity& identity) {
  return read_sound(file, identity, [](SealedLineReader& lines) {
    ScanSummary summary{.record = record_from(Json::parse(lines.next().value()))};
    summary_from(Json::parse(lines.next().value()), summary);
    return summary;
  });
}

std::pair<ScanRecord, SpokenWords> read_vocabulary(const std::filesystem::path& file, const seal::Identity& identity) {
  return read_sound(file, identity, [](SealedLineReader& lines) {
    ScanRecord record = record_from(Json::parse(lines.next().value()));
    lines.next();
    return std::pair(std::move(record), vocabulary_from(lines.next().value()));
  });
}

void findings_line(const rules::RuleSet& rules, const Marked& marked, std::string& line) {
  line.assign(1, '[');
  append_number(line, marked.utterance.number);
  for (const Finding& f : marked.findings) {
    append_number(line.append(",["), f.bytes.begin);
    append_number(line.append(1, ','), f.bytes.end);
    append_json(line.append(1, ','), rules.label(f.label).name);
    append_json(line.append(1, ','), rules.rule(f.rule).id);
    line += fmt::format(FMT_COMPILE(",{}]"), f.score);
  }
  line += ']';
}

RuleNames::RuleNames(const rules::RuleSet& set) {
  for (std::size_t i = 0; i < set.labels().size(); ++i) labels.emplace(set.labels()[i].name, static_cast<LabelId>(i));
  for (std::size_t i = 0; i < set.rules().size(); ++i) rules.emplace(set.rules()[i].id, static_cast<RuleId>(i));
}

namespace {

/// Reads what findings_line() wrote, and nothing else.
class FindingsParser {
 public:
  explicit FindingsParser(std::string_view line) : rest_(line) {}

  bool skip(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void need(char c) {
    if (!skip(c)) throw std::invalid_argument("findings");
  }
  template <class Number>
  Number number() {
    Number value{};
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc()) throw std::invalid_argument("findings");
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }
  /// Names of rules and labels hold nothing that would be escaped.
  std::string_view name() {
    need('"');
    const std::string_view text = rest_.substr(0, rest_.find('"'));
    rest_.remove_prefix(text.size());
    need('"');
    return text;
  }
  bool ended() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

template <class Names>
auto known(const Names& names, std::string_view name) {
  const auto found = names.find(name);
  if (found == names.end()) throw std::invalid_argument("findings");
  return found->second;
}

Finding parse_finding(FindingsParser& parser, const RuleNames& names, std::uint64_t utterance) {
  Finding finding{.utterance = utterance};
  parser.need('[');
  finding.bytes.begin = parser.number<std::uint32_t>();
  parser.need(',');
  finding.bytes.end = parser.number<std::uint32_t>();
  parser.need(',');
  finding.label = known(names.labels, parser.name());
  parser.need(',');
  finding.rule = known(names.rules, parser.name());
  parser.need(',');
  finding.score = parser.number<float>();
  parser.need(']');
  // Whoever looks at the text there need not ask.
  if (finding.bytes.begin > finding.bytes.end || !std::isfinite(finding.score)) throw std::invalid_argument("findings");
  return finding;
}

}  // namespace

std::vector<Finding> parse_findings_line(const RuleNames& names, std::string_view line) {
  try {
    FindingsParser parser(line);
    std::vector<Finding> findings;
    parser.need('[');
    const auto utterance = parser.number<std::uint64_t>();
    while (parser.skip(',')) findings.push_back(parse_finding(parser, names, utterance));
    parser.need(']');
    if (!parser.ended() || findings.empty()) throw std::invalid_argument("findings");
    return findings;
  } catch (const std::exception&) {
    damaged("the study's findings");
  }
}

}  // namespace moniker::study
