#pragma once
#include <vector>

#include "manuscript/attributes.hpp"
#include "manuscript/manuscript.hpp"
#include "moniker/finding.hpp"

namespace moniker::custodian {

/// What a paragraph's last sentence tells of whoever is quoted behind it, and names nobody: "It was explained by a
/// porter:", "A woman in her fifties told us how:". `bytes` are the sentence's.
std::vector<Attribute> told_of_speaker(const Block& block, std::size_t slot, ByteRange& bytes, const PaperWords& words);

}  // namespace moniker::custodian
