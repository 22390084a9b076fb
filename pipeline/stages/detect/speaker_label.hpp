#pragma once
#include <string_view>
#include <vector>

#include "detect/register_names.hpp"
#include "detect/search.hpp"

namespace moniker::detect {

/// The byte ranges of a speaker label that are a person's name: "Dr Patel" -> "Patel", "Kate S." -> "Kate S";
/// none for a role or a number (Interviewer, P1, Speaker 2). `words` receives the label's words; what the search knows
/// of words is used and added to, and its memo is the label's until it runs again.
std::vector<ByteRange> names_in_speaker_label(const rules::RuleSet& rules, RegisterNames& people,
                                              std::string_view label, Search& search, words::Words& words);

}  // namespace moniker::detect
