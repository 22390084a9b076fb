#pragma once
#include <string>

#include "manuscript/paper_reading.hpp"

namespace moniker::custodian {

/// What a paper's prose tells of somebody's gender by a pronoun alone: "P5 had been shown it on her first evening".
/// Empty unless the ID begins its sentence and nobody else stands between; quotations are read over.
std::string gender_by_pronoun(const Block& block, const PaperId& id, const std::vector<PaperId>& ids,
                              const std::vector<QuotedSpan>& quotes, const PaperWords& words);

/// "He had built a box for it from walnut:", right before a quotation: the gender of whoever is quoted, and the
/// sentence.
std::string gender_of_lead(const Block& block, ByteRange& sentence, const PaperWords& words);

}  // namespace moniker::custodian
