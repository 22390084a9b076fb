#pragma once
#include <cstdint>
#include <vector>

#include "moniker/utterance.hpp"

// Made-up talk to send through readers and writers.

namespace roundtrip {

enum class Words { plain, with_marks };  // marks: what some format takes for formatting

/// 2 to 60 turns of 2 to 5 speakers in turn, one after another in time, with everything in their words that
/// some format could trip over: marks of other formats, colons, quotes, formulas, blanks, letters beyond the
/// first plane. One seed, one talk.
std::vector<moniker::Utterance> made_talk(std::uint32_t seed, Words kind);

}  // namespace roundtrip
