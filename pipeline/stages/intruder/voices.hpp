#pragma once
#include <vector>

#include "intruder/delta.hpp"
#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// Less talk than that in one transcript says nothing of a voice.
inline constexpr std::size_t fewest_blocks = 8;

/// Voices of participants with enough to say, measured.
std::vector<Voice> voices_of(const SeenOutputs& seen, const words::WordSet& function_words);

/// Two IDs, never in one talk, that cannot be told apart where nearly all others can; and one ID that in two
/// transcripts is as far from itself as different people are. Talk is also shaped by who asks and of what, so neither
/// is proof. Untried where too few people say enough, or are told apart by it at all.
Attacked alike_voices(const std::vector<Voice>& voices);

}  // namespace moniker::intruder
