#pragma once
#include <string_view>
#include <vector>

#include "detect/register_names.hpp"
#include "rules/compiled.hpp"

namespace moniker::detect {

/// The byte ranges of a speaker label that are a person's name: "Dr Patel" -> "Patel", "Kate S." -> "Kate S";
/// none for a role or a number (Interviewer, P1, Speaker 2). `words` receives the label's words.
std::vector<ByteRange> names_in_speaker_label(const rules::RuleSet& rules, RegisterNames& people,
                                              std::string_view label, words::Vocabulary& vocabulary,
                                              words::Words& words);

}  // namespace moniker::detect
