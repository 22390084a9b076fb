#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "coded/project.hpp"
#include "detect/detector.hpp"
#include "opened/study.hpp"
#include "opened/study_keys.hpp"
#include "opened/transcripts.hpp"
#include "project/project_texts.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// What the study's map calls a project's names and whatever is no source of its own; and a source that is none of the
/// study's. No delivered file is called so: their names begin with no slash.
inline const std::string no_source = "/project";
std::string file_of_source(std::size_t element);

/// The study's transcripts, as a project's sources may be told to be one of them.
struct KnownTranscripts {
  std::map<Digest, Delivered> by_talk{};       // the same words in the same order, whatever the format
  std::map<std::string, Delivered> by_name{};  // folded name without its ending, where one file alone is called so
  std::set<std::string> withheld{};            // files that the study quarantines
  std::set<std::string> withheld_names{};      // as in by_name, of those and of who has withdrawn alone
  std::set<std::string> delivered{};           // keys of all files
};
KnownTranscripts known_transcripts(const Study& study, const StudyKeys& keys, const StudyMap& map);

/// Which transcript a source is: the one with the same talk; or else the one of the same name, where everybody who
/// speaks in the source speaks in that. Nothing: none of the study's.
const Delivered* transcript_of(const KnownTranscripts& known, const StudyMap& map, const Study& study,
                               const words::Language& language, const std::string& name,
                               const std::vector<read::TextTurn>& turns);

/// Whether a source of this name, which is this transcript, may not go on. A name alone is enough: better a source too
/// few than somebody's talk who has taken it back.
bool is_withheld(const KnownTranscripts& known, const std::string& name, const Delivered* transcript);

/// Who speaks in a source that is no transcript of the study's, by labels that are names: from then on the map knows
/// them, in a file of this name.
void add_speakers(StudyMap& map, const std::string& file, const std::vector<read::TextTurn>& turns,
                  const detect::Detector& detector, const rules::RuleSet& rules);

/// Whom a name means, anywhere in the study; null: nobody whom it knows. The words about it do not count.
const Entity* who_is_called(const StudyMap& map, const std::string& called, const detect::Detector& detector,
                            const rules::RuleSet& rules);

}  // namespace moniker::study
