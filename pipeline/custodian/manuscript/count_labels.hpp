#pragma once
#include <string_view>
#include <vector>

#include "manuscript/sentence_counts.hpp"

namespace moniker::custodian {

/// Sets what each count of a sentence counts. `counts` ascend, `text` is their block's.
void set_labels(std::vector<LabelledCount>& counts, std::string_view text, ByteRange sentence, const PaperWords& words);

}  // namespace moniker::custodian
