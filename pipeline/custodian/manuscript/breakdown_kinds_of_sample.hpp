#pragma once
#include <optional>

#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// A paragraph whose sentences say of one kind of people after the other that they took part, "24 pupils", "fourteen
/// parents", "eight cooks and five teachers": whether all of them are the sample; nothing where they have little to do
/// with it. `counts`: of each sentence.
std::optional<Breakdown> kinds_of_sample_in(const Block& block, const std::vector<ByteRange>& sentences,
                                            const std::vector<Counts>& counts, std::uint32_t sample,
                                            const PaperWords& words);

}  // namespace moniker::custodian
