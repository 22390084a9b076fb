#pragma once
#include <string_view>
#include <vector>

#include "detect/compiled.hpp"
#include "detect/register_names.hpp"

namespace moniker {

/// The byte ranges of a speaker label that are a person's name: "Dr Patel" -> "Patel", "Kate S." -> "Kate S";
/// none for a role or a number (Interviewer, P1, Speaker 2). `words` receives the label's words.
std::vector<ByteRange> names_in_speaker_label(const RuleSet::Compiled& compiled, RegisterNames& people,
                                              std::string_view label, Vocabulary& vocabulary, Words& words);

}  // namespace moniker
