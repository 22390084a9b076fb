#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "check/checker.hpp"
#include "decisions/decision.hpp"
#include "opened/books.hpp"
#include "opened/study.hpp"
#include "opened/study_keys.hpp"
#include "opened/transcripts.hpp"
#include "resolve/registry.hpp"
#include "resolve/same_talk.hpp"

namespace moniker::study {

/// The numbers that moniker.yaml gives to delivered files (`supersedes:`), by file. Throws Error{usage} with the place
/// in it: no such transcript, a file that is neither there nor known by that number, or an earlier file that is still
/// there.
std::map<std::string, std::uint32_t> superseding(const StudyConfig& config, const std::vector<Delivered>& files,
                                                 const resolve::Registry& registry);
/// The same by people's decisions; one that cannot be done, for its earlier file is still there, is passed over.
void add_decided(const std::vector<Decision>& holding, const StudyConfig& config, const std::vector<Delivered>& files,
                 const resolve::Registry& registry, std::map<std::string, std::uint32_t>& superseding);

/// Files that the register names, that are gone, and whose transcripts are there by another name.
check::Renamed renamed_files(const Register& people, const std::vector<Delivered>& files,
                             const resolve::RecognisedTranscripts& recognised, const resolve::Registry& registry);

/// The register with the sessions of who has withdrawn under their files' new names too: their row may be gone, and
/// nobody is left to correct it.
Register still_withdrawn(Register people, const check::Renamed& renamed);

/// The same before anything is read, for talk in which somebody spoke who has withdrawn: a file that is called
/// otherwise now is known by what it supersedes, by the number that the registry gave it, or by its bytes at the
/// withdrawal or at the last scan. `holding`: the decisions that hold.
check::Renamed renamed_of_withdrawn(const Study& study, const StudyKeys& keys, const std::vector<Delivered>& files,
                                    const std::vector<Decision>& holding);

/// What a moved transcript left behind: outputs of the same talk go on under the new name, unread; those of a
/// superseded or vacated one are withdrawn; summaries of what counts no more are forgotten. Log, files, ledger: what
/// was interrupted is done again.
void take_over(const StudyLayout& layout, const Secret<32>& registry_key, Books& books, const StudyConfig& config,
               const resolve::RecognisedTranscripts& recognised);

}  // namespace moniker::study
