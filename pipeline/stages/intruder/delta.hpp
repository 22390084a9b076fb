#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "words/word_map.hpp"

namespace moniker::intruder {

/// Talk is cut into so many words: what is put in another order to see what chance does.
inline constexpr std::size_t block_words = 100;

/// Talk as shares of function words, one row a block: what somebody says without thinking of it.
using VoiceBlocks = std::vector<std::vector<double>>;

/// Whose way of talking: an ID in one transcript.
struct Voice {
  std::string id{}, transcript{};
  std::vector<std::string> words{};  // folded, of the talk that stands for nothing
  VoiceBlocks blocks{};              // filled by measure_voices(): standardised
  std::size_t size() const { return blocks.size() * block_words; }
};

/// Fills in the blocks, by the function words that are said most in all of them together, each standardised over all
/// blocks (z-scores).
void measure_voices(std::vector<Voice>& voices, const words::WordSet& function_words);

/// Burrows's Delta (2002): the mean difference of the two means.
double delta_of(const VoiceBlocks& a, const VoiceBlocks& b);

/// How often chance sets the same blocks so far apart: small where two people talk.
double chance_of_delta(const VoiceBlocks& a, const VoiceBlocks& b);

}  // namespace moniker::intruder
