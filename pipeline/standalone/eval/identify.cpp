// A study's way from its talk to who is who, by the stages that a study goes through and in their order: every
// transcript detected with the register, then the study's learned names added and all mentions assigned, then each
// mention of the gold looked up as apply looks up a finding. Nothing is sealed and nothing is kept.
#include "eval/identify.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "base/fold.hpp"
#include "detect/detector.hpp"
#include "moniker/error.hpp"
#include "resolve/learned_mentions.hpp"
#include "resolve/manner.hpp"
#include "resolve/mentions.hpp"
#include "resolve/registry.hpp"

namespace moniker::eval {
namespace {

/// A folder that goes when it is left.
class PassingFolder {
 public:
  PassingFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "moniker-eval-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw Error::usage("no folder can be made here", "set TMPDIR to a folder that may be written to",
                         {std::filesystem::temp_directory_path().string()});
    }
    place_ = name;
  }
  ~PassingFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(place_, ignored);
  }
  PassingFolder(const PassingFolder&) = delete;
  PassingFolder& operator=(const PassingFolder&) = delete;
  const std::filesystem::path& place() const { return place_; }

 private:
  std::filesystem::path place_;
};

Secret<32> any_key() {
  Secret<32> key;
  randombytes_buf(key.data(), 32);
  return key;
}

/// A transcript after its first way.
struct Scanned {
  resolve::TranscriptMentions mentions{};
  std::map<std::uint64_t, std::vector<Finding>> findings{};  // by utterance
  LearnedNames learned{};
  std::set<std::string> words{};
};

void take_label_names(const detect::Detector& detector, const GoldTranscript& transcript,
                      resolve::TranscriptMentions& mentions) {
  std::set<std::string> labels;
  for (const Utterance& turn : transcript.turns) {
    if (!turn.speaker.empty()) labels.insert(turn.speaker);
  }
  for (const std::string& label : labels) resolve::add_label(mentions, label, detector.names_in_label(label));
}

Scanned scan(const rules::RuleSet& rules, detect::Detector& detector, const GoldTranscript& transcript) {
  Scanned scanned;
  resolve::MentionCollector mentions(rules.language());
  detector.begin_again();
  const Sink<Marked> collect = [&](Marked marked) {
    const std::vector<std::string> words = folded_words(marked.utterance.text);
    scanned.words.insert(words.begin(), words.end());
    mentions.begin(marked.utterance);
    for (const Finding& finding : marked.findings)
      mentions.take(marked.utterance, finding.bytes, rules.label(finding.label), rules.rule(finding.rule).subtype);
    scanned.findings.emplace(marked.utterance.number, std::move(marked.findings));
  };
  for (const Utterance& turn : transcript.turns) detector.take(Utterance(turn), collect);
  detector.finish(collect);
  scanned.learned = detector.learned();
  scanned.mentions.file = transcript.file;
  take_label_names(detector, transcript, scanned.mentions);
  scanned.mentions.mentions = mentions.mentions();
  resolve::add_learned(scanned.mentions, scanned.learned, rules.labels(), rules.language());
  return scanned;
}

/// The finding that covers most of a mention; null where none touches it.
const Finding* finding_at(const std::vector<Finding>& findings, ByteRange bytes) {
  const Finding* best = nullptr;
  std::uint32_t most = 0;
  for (const Finding& finding : findings) {
    if (!finding.bytes.overlaps(bytes)) continue;
    const std::uint32_t shared = std::min(finding.bytes.end, bytes.end) - std::max(finding.bytes.begin, bytes.begin);
    if (shared > most) best = &finding, most = shared;
  }
  return best;
}

/// A study's assignment with everything that an answer needs.
class Answers {
 public:
  Answers(const rules::RuleSet& rules, const GoldStudy& study, const resolve::Assignment& assignment)
      : rules_(rules), study_(study), assignment_(assignment) {
    const auto keys = resolve::participant_keys(study.people);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const auto found = assignment.people.find(keys[i]);
      if (found == assignment.people.end()) continue;
      numbers_.emplace(assignment.entities[found->second].participant, study.people.people[i].number);
    }
    for (const resolve::Question& question : assignment.questions) asked_.emplace(question.file, question.entity);
  }

  Answer of_label(const GoldTranscript& transcript, const std::string& label, const std::string& entity) const {
    Answer answer{.study = study_.name, .file = transcript.file, .label = true, .words = label, .entity = entity};
    answer.registered = is_registered(entity);
    answer.found = answer.as_person = true;
    name(answer, assignment_.speaker(transcript.file, label));
    return answer;
  }

  Answer of_mention(const GoldTranscript& transcript, const Utterance& turn, const GoldMention& mention,
                    const std::vector<Finding>& findings) const {
    Answer answer{.study = study_.name, .file = transcript.file, .turn = mention.turn, .entity = mention.entity};
    answer.registered = is_registered(mention.entity);
    answer.ask = mention.ask;
    answer.words = turn.text.substr(mention.bytes.begin, mention.bytes.size());
    const Finding* const finding = finding_at(findings, mention.bytes);
    if (finding == nullptr) return answer;
    const Label& label = rules_.label(finding->label);
    answer.found = true;
    const bool person = label.means == Meaning::person;
    const resolve::SaidName said = resolve::said_name(turn.text, finding->bytes, label.means, rules_.language());
    const Entity* const entity =
        assignment_.find({transcript.file, turn.speaker, said.manner}, label, said.surface, rules_.language());
    // A full name has one label in the study, whatever was found here.
    answer.as_person = entity ? meaning_of(rules_.labels(), entity->label) == Meaning::person : person;
    name(answer, entity);
    return answer;
  }

 private:
  bool is_registered(const std::string& entity) const {
    const auto& people = study_.people.people;
    return std::any_of(people.begin(), people.end(), [&](const Participant& one) { return one.number == entity; });
  }
  void name(Answer& answer, const Entity* entity) const {
    if (entity == nullptr) return;
    answer.asked = asked_.contains({answer.file, static_cast<std::uint32_t>(entity - assignment_.entities.data())});
    answer.called = shown_name(*entity);
    const auto found = numbers_.find(entity->participant);
    if (found != numbers_.end()) answer.participant = found->second;
  }

  const rules::RuleSet& rules_;
  const GoldStudy& study_;
  const resolve::Assignment& assignment_;
  std::map<std::string, std::string> numbers_{};             // ID04 -> the register's number
  std::set<std::pair<std::string, std::uint32_t>> asked_{};  // file and entity, of questions
};

/// The second way over a transcript: what the whole study learned is found too, and every mention of the gold looked
/// up.
void answer_transcript(const Answers& answers, detect::LearnedReader& reader, const GoldTranscript& transcript,
                       Scanned& scanned, std::vector<Answer>& out) {
  for (const auto& [label, entity] : transcript.labels) out.push_back(answers.of_label(transcript, label, entity));
  for (const Utterance& turn : transcript.turns) {
    const std::vector<Finding> findings = reader.add(turn, std::move(scanned.findings[turn.number]));
    for (const GoldMention& mention : transcript.mentions) {
      if (mention.turn == turn.number) out.push_back(answers.of_mention(transcript, turn, mention, findings));
    }
  }
}

}  // namespace

Identified identify(const IdentityRules& with, const GoldStudy& study) {
  detect::Detector detector(with.rules, study.people);
  std::vector<Scanned> scanned;
  std::vector<resolve::TranscriptMentions> mentions;
  LearnedNames learned;
  for (const GoldTranscript& transcript : study.transcripts) {
    scanned.push_back(scan(with.rules, detector, transcript));
    learned.merge(scanned.back().learned);
    mentions.push_back(scanned.back().mentions);
  }
  const auto said_in = [&](const std::string& file) -> std::optional<resolve::SaidWords> {
    for (const Scanned& one : scanned) {
      if (one.mentions.file == file) return resolve::SaidWords(one.words.begin(), one.words.end());
    }
    return std::nullopt;
  };
  resolve::spread_learned(mentions, learned, said_in, with.rules.labels(), with.rules.language());
  const PassingFolder folder;
  resolve::Registry registry(folder.place() / "registry.sqlite", any_key());
  registry.begin();
  const resolve::Assignment assignment =
      resolve::assign_entities(study.people, std::move(mentions), with.rules.labels(), registry, with.numbering,
                               with.names, with.rules.language());
  const Answers answers(with.rules, study, assignment);
  const detect::LearnedMatcher matcher(with.rules, learned);
  Identified identified;
  for (std::size_t i = 0; i < study.transcripts.size(); ++i) {
    detect::LearnedReader reader(matcher);
    if (!study.transcripts[i].counts) continue;
    answer_transcript(answers, reader, study.transcripts[i], scanned[i], identified.answers);
    identified.questions += static_cast<std::uint64_t>(
        std::count_if(assignment.questions.begin(), assignment.questions.end(),
                      [&](const resolve::Question& question) { return question.file == study.transcripts[i].file; }));
  }
  return identified;
}

}  // namespace moniker::eval
