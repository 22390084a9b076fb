#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "manuscript/attributes.hpp"
#include "manuscript/told_by_years.hpp"
#include "moniker/finding.hpp"

namespace moniker::custodian {

/// What a sentence of an extract tells of whoever says it: "I'm fifty-one", "I only qualified last summer".
struct ToldBySelf {
  ByteRange sentence{};  // of what is said
  Attribute attribute{};
};

/// By phrases of rules/<language>/manuscript/self.tsv, by an age, and by years in the job; nothing of a sentence that
/// gives somebody's words again, or supposes something.
std::vector<ToldBySelf> told_by_self(std::string_view said, std::size_t slot, const std::optional<TalkYears>& talks,
                                     const PaperWords& words);

}  // namespace moniker::custodian
