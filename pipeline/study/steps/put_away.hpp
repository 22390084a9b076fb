#pragma once
#include <cstddef>

#include "steps/opened_study.hpp"
#include "work/kept_transcript.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// Puts away every transcript whose delivered file is gone: what the linkage table told of it goes into a part of its
/// own, sealed to those who may have it (linkage/T03.kept.csv.age), what later nights need into the registry, as keyed
/// hashes, and its work files go. Outputs stand. Nothing goes while incoming/ may hold files that cannot be seen. What
/// was interrupted is done again. Gives how many went. Goes by the last assignment.
std::size_t put_away(OpenedStudy& opened);

/// Parts of the linkage table of transcripts that are there again, or were taken back.
void drop_parts(OpenedStudy& opened);

/// With no delivered file there the assignment says who is who for nobody. Whether the log tells of it, and is to be
/// signed.
bool drop_assignment(OpenedStudy& opened);
/// What it would say: who is in the register, and speaks in what was put away. Changes nothing. Throws Error{usage}
/// where nobody was ever numbered.
StudyMap map_of_register(const Study& study, const RulesInUse& rules, const StudyKeys& keys);
/// Who has withdrawn is nobody any more: one word for all of them, wherever they speak or are named.
void bury(const Register& people, resolve::Assignment& assignment);

/// As resolve sees it.
resolve::TranscriptMentions silent_mentions(const KeptTranscript& kept);

/// By what a transcript that was put away is known to the registry, beside its talk and its file's name.
void keep_transcript(resolve::Registry& registry, std::uint32_t number, const KeptTranscript& kept);
void forget_transcript(resolve::Registry& registry, std::uint32_t number, const KeptTranscript& kept);

}  // namespace moniker::study
