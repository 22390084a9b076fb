#pragma once
#include <string_view>
#include <vector>

#include "manuscript/attributes.hpp"
#include "manuscript/manuscript.hpp"
#include "manuscript/paper_ids.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {

/// What a sentence of the authors' tells of one whom it names: beside the name ("V02, a newly qualified vet,"), in a
/// clause of theirs (", who had been a senior partner for more than a decade,"), before them ("Back inside on his third
/// sentence, Learner 4 ..."), and in the sentence behind, where that begins with a pronoun. Nothing where two are
/// named.
std::vector<Attribute> told_in_clauses(const Block& block, const PaperId& id, const std::vector<PaperId>& ids,
                                       const std::vector<QuotedSpan>& quotes, std::size_t slot,
                                       const PaperWords& words);

/// What stands before a bracket that names one: "The porter" of "The porter (P4) disagreed"; nothing of a sentence, nor
/// of "the manager's deputy".
std::vector<Attribute> told_before_bracket(std::string_view before, std::size_t slot, const PaperWords& words);

/// What a clause tells of somebody anywhere in it: how long in the job, for which time, for how many hours; no role.
std::vector<Attribute> told_anywhere(std::string_view clause, std::size_t slot, const PaperWords& words);

}  // namespace moniker::custodian
