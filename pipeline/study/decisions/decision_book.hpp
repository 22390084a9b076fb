#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/keyed_hash.hpp"
#include "base/layout.hpp"
#include "decisions/decision.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// All decisions of a study, in their order, with what was undone marked: decisions/000001.age and on, each sealed to
/// the study itself and holding the digest of the one before it. Throws Error{integrity}: one is missing, damaged, of
/// another study, or does not follow from the one before.
std::vector<Decision> read_decisions(const StudyLayout& layout, const seal::Identity& study);

/// Adds one to all that there are, under the next number. Nobody's is overwritten: nothing where another came first.
std::optional<Decision> append_decision(const StudyLayout& layout, const seal::Recipient& study,
                                        const std::vector<Decision>& all, Decision decision);

/// Digest of a decision as it is kept: the next one holds it, and the log.
std::string digest_of_decision(const Decision& decision);

/// Those that hold: not undone, no undoing, and no earlier one where a later one is of the same object. By number.
std::vector<Decision> in_force(const std::vector<Decision>& all);

}  // namespace moniker::study
