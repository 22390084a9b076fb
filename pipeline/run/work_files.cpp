#include "run/work_files.hpp"

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"

namespace moniker {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void damaged(const std::filesystem::path& file) {
  throw Error({.fault = Fault::integrity, .file = file.string(), .what = "the work file does not hold what it should",
               .remedy = "delete the study's work folder and run again: it is rebuilt from the delivered files"});
}

std::string hex_of(const Digest& digest) { return hex(digest); }

Digest digest_from(const std::string& text) {
  Digest digest{};
  std::size_t length = 0;
  if (sodium_hex2bin(digest.data(), digest.size(), text.data(), text.size(), nullptr, &length, nullptr) != 0 ||
      length != digest.size()) {
    throw std::runtime_error("not a digest");
  }
  return digest;
}

Json to_json(const TranscriptFacts& facts) {
  return {{"file", facts.file}, {"format", facts.format}, {"utterances", facts.utterances}, {"words", facts.words},
          {"duration", facts.duration.count()}, {"speakers", facts.speakers}, {"content", hex_of(facts.content)},
          {"counts", facts.counts}, {"sketch", facts.sketch}};
}

TranscriptFacts facts_from(const Json& json) {
  TranscriptFacts facts;
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

Json to_json(const Issue& issue) {
  return Json::array({static_cast<int>(issue.code), issue.at.line, issue.at.column, issue.count});
}

Issue issue_from(const Json& json) {
  return {static_cast<IssueCode>(json.at(0).get<int>()), {json.at(1), json.at(2)}, json.at(3)};
}

Json to_json(const Mention& m) {
  return Json::array({m.label, m.subtype, m.surface, m.count, m.first_utterance, m.first_byte});
}

Mention mention_from(const Json& json) {
  return {json.at(0), json.at(1), json.at(2), json.at(3), json.at(4), json.at(5)};
}

Json to_json(const LearnedName& n) { return Json::array({n.form, n.label, n.rule, n.score, n.times, n.word}); }

LearnedName learned_from(const Json& json) {
  return {json.at(0), json.at(1), json.at(2), json.at(3), json.at(4), json.at(5)};
}

Json to_json(const Problem& p) {
  return {{"fault", static_cast<int>(p.fault)}, {"line", p.at.line}, {"column", p.at.column}, {"what", p.what},
          {"remedy", p.remedy}};
}

Problem problem_from(const Json& json) {
  return {static_cast<Fault>(json.at("fault").get<int>()), {}, {json.at("line"), json.at("column")}, json.at("what"),
          json.at("remedy")};
}

template <class Items>
Json list_json(const Items& items) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(to_json(item));
  return list;
}

Json summary_json(const ScanSummary& s) {
  Json learned = Json::array();
  for (const auto& [key, name] : s.learned.all()) learned.push_back(to_json(name));
  Json json = {{"facts", to_json(s.facts)},
               {"issues", list_json(s.issues)},
               {"speakers", s.mentions.speakers},
               {"label_names", s.mentions.label_names},
               {"mentions", list_json(s.mentions.mentions)},
               {"learned", std::move(learned)},
               {"vocabulary", s.vocabulary},
               {"content", hex_of(s.content)},
               {"findings", hex_of(s.findings)}};
  if (s.failure) json["failure"] = to_json(*s.failure);
  return json;
}

ScanSummary summary_from(const Json& json) {
  ScanSummary s;
  s.facts = facts_from(json.at("facts"));
  for (const Json& item : json.at("issues")) s.issues.push_back(issue_from(item));
  if (json.contains("failure")) s.failure = problem_from(json.at("failure"));
  s.mentions.file = s.facts.file;
  s.mentions.speakers = json.at("speakers").get<std::vector<std::string>>();
  s.mentions.label_names = json.at("label_names").get<std::map<std::string, std::string>>();
  for (const Json& item : json.at("mentions")) s.mentions.mentions.push_back(mention_from(item));
  for (const Json& item : json.at("learned")) s.learned.add(learned_from(item));
  s.vocabulary = json.at("vocabulary").get<std::set<std::string>>();
  s.content = digest_from(json.at("content"));
  s.findings = digest_from(json.at("findings"));
  return s;
}

}  // namespace

struct SealedLines::State {
  AtomicFile file;
  AgeWriter age;
  Hasher hasher;
  State(const std::filesystem::path& target, const Recipient& recipient) : file(target), age(file, {recipient}) {}
};

SealedLines::SealedLines(const std::filesystem::path& target, const Recipient& recipient)
    : state_(std::make_unique<State>(target, recipient)) {}
SealedLines::~SealedLines() = default;

void SealedLines::add(std::string_view line) {
  for (const std::string_view part : {line, std::string_view("\n")}) {
    state_->age.write(part);
    state_->hasher.take(part);
  }
}

Digest SealedLines::publish() {
  state_->age.finish();
  state_->file.commit();
  return state_->hasher.finish();
}

struct SealedLineReader::State {
  FileSource file;
  AgeReader age;
  std::string buffer{};
  std::size_t at = 0;
  bool ended = false;
  State(const std::filesystem::path& path, const Identity& identity) : file(path), age(file, identities(identity)) {}

  static std::vector<Identity> identities(const Identity& identity) {
    Secret<32> scalar;
    std::copy_n(identity.scalar().data(), 32, scalar.data());
    std::vector<Identity> list;
    list.push_back(Identity::from_scalar(std::move(scalar)));
    return list;
  }
};

SealedLineReader::SealedLineReader(const std::filesystem::path& file, const Identity& identity)
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

void write_summary(const std::filesystem::path& file, const Recipient& recipient, const ScanSummary& summary) {
  SealedLines lines(file, recipient);
  lines.add(summary_json(summary).dump());
  lines.publish();
}

ScanSummary read_summary(const std::filesystem::path& file, const Identity& identity) {
  const auto line = SealedLineReader(file, identity).next();
  if (!line) damaged(file);
  try {
    return summary_from(Json::parse(*line));
  } catch (const std::exception&) {   // json or digest: whichever it is, the file is not ours any more
    damaged(file);
  }
}

std::string findings_line(const RuleSet& rules, const Marked& marked) {
  Json list = Json::array();
  for (const Finding& f : marked.findings) {
    list.push_back(Json::array({f.bytes.begin, f.bytes.end, rules.label(f.label).name, rules.rule(f.rule).id, f.score}));
  }
  return Json::array({marked.utterance.number, std::move(list)}).dump();
}

RuleNames::RuleNames(const RuleSet& set) {
  for (std::size_t i = 0; i < set.labels().size(); ++i) labels.emplace(set.labels()[i].name, static_cast<LabelId>(i));
  for (std::size_t i = 0; i < set.rules().size(); ++i) rules.emplace(set.rules()[i].id, static_cast<RuleId>(i));
}

std::vector<Finding> parse_findings_line(const RuleNames& names, std::string_view line) {
  try {
    const Json json = Json::parse(line);
    std::vector<Finding> findings;
    for (const Json& f : json.at(1)) {
      findings.push_back({.utterance = json.at(0), .bytes = {f.at(0), f.at(1)}, .label = names.labels.at(f.at(2)),
                          .rule = names.rules.at(f.at(3)), .score = f.at(4)});
    }
    return findings;
  } catch (const std::exception&) {
    damaged("the study's findings");
  }
}

}  // namespace moniker
