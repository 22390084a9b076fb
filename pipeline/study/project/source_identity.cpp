// A source of a project is mostly a transcript that the study has as well, if in another format and perhaps with a slip
// put right since. Then names and labels in it mean there what they mean in the study; which a wrong guess would make
// the wrong person, so that the talk has to be the same, or the name and everybody who speaks.
#include "project/source_identity.hpp"

#include <algorithm>
#include <filesystem>

#include "base/fold.hpp"
#include "check/checker.hpp"
#include "words/role_label.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

std::string plain_stem(const std::string& name) {
  const std::size_t slash = name.find_last_of("/\\");
  const std::string file = slash == std::string::npos ? name : name.substr(slash + 1);
  const std::size_t dot = file.rfind('.');
  const bool ending = dot != std::string::npos && dot > 0 && file.size() - dot <= 9 && file.find(' ', dot) == file.npos;
  return fold(ending ? file.substr(0, dot) : file);
}

Digest talk_of(const Study& study, const words::Language& language, const std::vector<read::TextTurn>& turns) {
  const Register nobody;
  check::Checker checker(study.config.checks, nobody, language, "", "txt", [](Issue) {});
  for (const read::TextTurn& turn : turns) checker.take(turn.utterance, [](Utterance) {});
  checker.finish([](Utterance) {});
  return checker.facts().content;
}

std::set<std::string> labels_of(const std::vector<read::TextTurn>& turns) {
  std::set<std::string> labels;
  for (const read::TextTurn& turn : turns) labels.insert(turn.utterance.speaker);
  labels.erase("");
  return labels;
}

}  // namespace

std::string file_of_source(std::size_t element) { return "/source " + std::to_string(element); }

KnownTranscripts known_transcripts(const Study& study, const StudyKeys& keys, const StudyMap& map) {
  KnownTranscripts known;
  std::set<std::string> twice;
  for (const Delivered& file : delivered(study.layout, keys.registry)) {
    known.delivered.insert(file.key);
    if (!map.assignment.transcripts.contains(file.file)) continue;
    if (!std::filesystem::exists(study.layout.summary(file.key))) continue;
    const ScanSummary scanned = read_summary(study.layout, file.key, keys.work_identity);
    if (is_quarantined(study.config, issues_of(map, file.file, scanned.record.issues)))
      known.withheld.insert(file.file);
    if (scanned.facts.content != Digest{}) known.by_talk.emplace(scanned.facts.content, file);
    const std::string stem = plain_stem(file.file);
    if (!known.by_name.emplace(stem, file).second) twice.insert(stem);
  }
  for (const std::string& stem : twice) known.by_name.erase(stem);
  for (const std::string& file : known.withheld) known.withheld_names.insert(plain_stem(file));
  for (const WithdrawalRecord& record : study.withdrawals) {
    for (const WithdrawnFile& file : record.files) {
      if (file.own) known.withheld_names.insert(plain_stem(file.name));
    }
  }
  return known;
}

const Delivered* transcript_of(const KnownTranscripts& known, const StudyMap& map, const Study& study,
                               const words::Language& language, const std::string& name,
                               const std::vector<read::TextTurn>& turns) {
  const Digest talk = talk_of(study, language, turns);
  const auto same = known.by_talk.find(talk);
  if (talk != Digest{} && same != known.by_talk.end()) return &same->second;
  const auto called = known.by_name.find(plain_stem(name));
  if (called == known.by_name.end()) return nullptr;
  const std::set<std::string> labels = labels_of(turns);
  const bool all_speak = std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
    return map.assignment.speaker(called->second.file, label) != nullptr || words::role_label(label, language);
  });
  return all_speak && !labels.empty() ? &called->second : nullptr;
}

bool is_withheld(const KnownTranscripts& known, const std::string& name, const Delivered* transcript) {
  return known.withheld_names.contains(plain_stem(name)) ||
         (transcript != nullptr && known.withheld.contains(transcript->file));
}

const Entity* who_is_called(const StudyMap& map, const std::string& called, const detect::Detector& detector,
                            const rules::RuleSet& rules) {
  const std::vector<ByteRange> names = detector.names_in_label(called);
  if (names.size() != 1) return nullptr;
  const std::string nobody;
  return map.assignment.find({no_source, nobody}, rules.person(),
                             std::string_view(called).substr(names.front().begin, names.front().size()),
                             rules.language());
}

void add_speakers(StudyMap& map, const std::string& file, const std::vector<read::TextTurn>& turns,
                  const detect::Detector& detector, const rules::RuleSet& rules) {
  for (const std::string& label : labels_of(turns)) {
    const Entity* const entity = who_is_called(map, label, detector, rules);
    if (entity == nullptr) continue;
    const auto index = static_cast<std::uint32_t>(entity - map.assignment.entities.data());
    map.assignment.speakers.emplace(std::pair(file, label), index);
  }
}

}  // namespace moniker::study
