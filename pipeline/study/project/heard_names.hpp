#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "detect/detector.hpp"
#include "opened/rules_in_use.hpp"
#include "opened/study.hpp"
#include "opened/study_keys.hpp"
#include "resolve/mentions.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// What is said in a project's texts, as scan collects it of a transcript: by file.
class HeardNames {
 public:
  explicit HeardNames(const rules::RuleSet& rules) : rules_(rules) {}
  /// An utterance as it was searched.
  void take(const std::string& file, const Marked& marked);
  std::vector<resolve::TranscriptMentions> transcripts(const detect::Detector& detector) const;
  resolve::SaidWords words_of(const std::string& file) const;

 private:
  struct Heard {
    resolve::MentionCollector mentions;
    std::set<std::string> labels{}, words{};
  };
  const rules::RuleSet& rules_;
  std::map<std::string, Heard> by_file_{};
};

/// A form that no run has met may be somebody's all the same: the register says whose, or the registry has it from
/// before. Whom a project's forms and labels mean is decided as a run decides it, over the project alone; what the map
/// knows already stays. Whoever would be new is not added, and nothing is kept: numbers are for a run to give.
void add_heard(StudyMap& map, const HeardNames& heard, const detect::Detector& detector, const Study& study,
               const RulesInUse& rules, const StudyKeys& keys);

/// What a team writes is about the study's people, whatever the transcript: a name that means one alone, wherever in
/// the study it is said, means that one in these files too. In another interview it may be somebody else's.
void add_lone_bearers(StudyMap& map, const std::set<std::string>& files);

}  // namespace moniker::study
