#pragma once
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/checker.hpp"
#include "decisions/decided_study.hpp"
#include "opened/ledger.hpp"
#include "opened/study.hpp"
#include "opened/study_keys.hpp"
#include "opened/transcripts.hpp"
#include "resolve/mention.hpp"
#include "resolve/same_talk.hpp"
#include "work/kept_transcript.hpp"

namespace moniker::study {

/// What assign takes from the summaries, and of what was put away from the registry.
struct Gathered {
  std::vector<resolve::TranscriptMentions> mentions{};
  std::vector<check::TranscriptFacts> facts{};  // in file order, once recognised
  std::set<std::string> quarantined{};          // by their own issues
  std::set<std::string> unread{};               // files that were read once and cannot be read now
  std::map<std::string, std::string> keys{};    // of the files that have a summary
  std::set<std::string> leaving{};              // files that are gone, and are put away after this
  std::vector<std::pair<std::string, LearnedNames>> leaving_learned{};
  KeptTranscripts kept{};  // what was put away before
};

/// Each summary is let go before the next is read. A transcript whose delivered file is gone since counts for the last
/// time; what was put away before counts by what is kept of it.
Gathered gather(const Study& study, const rules::RuleSet& rules, const StudyKeys& keys, Ledger& ledger,
                const std::vector<Delivered>& files, resolve::Registry& registry, LearnedNames& learned);

/// Leaves out whatever is there by another name, or in another version, or again.
resolve::RecognisedTranscripts recognise(const Study& study, const StudyKeys& keys, const DecidedStudy& decided,
                                         const std::vector<Delivered>& files, Gathered& gathered, LearnedNames& learned,
                                         resolve::Registry& registry);

/// Names that transcripts taught which were put away, as far as they are said again.
void learn_again(const StudyLayout& layout, const StudyKeys& keys, const Gathered& gathered, LearnedNames& learned);

}  // namespace moniker::study
