#pragma once
#include <string>

#include "manuscript/paper_reading.hpp"

namespace moniker::custodian {

/// Of "she", "hers", "himself"; empty for all other words.
std::string gender_of_pronoun(std::string_view word, const PaperWords& words);

/// What a paper's prose tells of somebody's gender by a pronoun alone: "P5 had been shown it on her first evening".
/// Empty unless the ID begins its sentence and nobody else stands between; quotations are read over.
std::string gender_by_pronoun(const Block& block, const PaperId& id, const std::vector<PaperId>& ids,
                              const std::vector<QuotedSpan>& quotes, const PaperWords& words);

}  // namespace moniker::custodian
