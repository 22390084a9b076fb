// Burrows, J.: Delta: a measure of stylistic difference and a guide to likely authorship. Literary and Linguistic
// Computing 17 (2002), with a permutation of blocks of talk for how sure it is.
#include "intruder/delta.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "intruder/permutation.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t most_features = 60, delta_permutations = 999;

std::vector<std::string> most_said(const std::vector<Voice>& voices, const words::WordSet& function_words) {
  std::map<std::string, std::size_t> counts;
  for (const Voice& voice : voices) {
    for (const std::string& word : voice.words) {
      if (function_words.contains(word)) ++counts[word];
    }
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (sorted.size() > most_features) sorted.resize(most_features);
  std::vector<std::string> words;
  for (auto& [word, count] : sorted) words.push_back(std::move(word));
  return words;
}

VoiceBlocks shares_of(const Voice& voice, const std::map<std::string, std::size_t>& features) {
  VoiceBlocks blocks(voice.words.size() / block_words, std::vector<double>(features.size()));
  for (std::size_t i = 0; i < blocks.size() * block_words; ++i) {
    const auto feature = features.find(voice.words[i]);
    if (feature != features.end()) blocks[i / block_words][feature->second] += 1.0 / block_words;
  }
  return blocks;
}

void standardise(std::vector<Voice>& voices, std::size_t feature) {
  double sum = 0, squares = 0, n = 0;
  for (const Voice& voice : voices) {
    for (const auto& block : voice.blocks) sum += block[feature], squares += block[feature] * block[feature], ++n;
  }
  if (n == 0) return;
  const double mean = sum / n, deviation = std::sqrt(std::max(0.0, squares / n - mean * mean));
  for (Voice& voice : voices) {
    for (auto& block : voice.blocks) block[feature] = deviation > 0 ? (block[feature] - mean) / deviation : 0;
  }
}

/// The first so many blocks beside the others.
double delta_between(const std::vector<const std::vector<double>*>& blocks, std::size_t first) {
  if (first == 0 || first == blocks.size()) return 0;
  const std::size_t features = blocks.front()->size();
  double difference = 0;
  for (std::size_t feature = 0; feature < features; ++feature) {
    double a = 0, b = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) (i < first ? a : b) += (*blocks[i])[feature];
    difference += std::fabs(a / static_cast<double>(first) - b / static_cast<double>(blocks.size() - first));
  }
  return features == 0 ? 0 : difference / static_cast<double>(features);
}

std::vector<const std::vector<double>*> both(const VoiceBlocks& a, const VoiceBlocks& b) {
  std::vector<const std::vector<double>*> blocks;
  for (const auto& block : a) blocks.push_back(&block);
  for (const auto& block : b) blocks.push_back(&block);
  return blocks;
}

}  // namespace

void measure_voices(std::vector<Voice>& voices, const words::WordSet& function_words) {
  const auto words = most_said(voices, function_words);
  std::map<std::string, std::size_t> features;
  for (const std::string& word : words) features.emplace(word, features.size());
  for (Voice& voice : voices) voice.blocks = shares_of(voice, features);
  for (std::size_t feature = 0; feature < features.size(); ++feature) standardise(voices, feature);
}

double delta_of(const VoiceBlocks& a, const VoiceBlocks& b) { return delta_between(both(a, b), a.size()); }

double chance_of_delta(const VoiceBlocks& a, const VoiceBlocks& b) {
  constexpr double as_much = 1e-9;
  auto blocks = both(a, b);
  const double found = delta_between(blocks, a.size());
  FairDice dice(blocks.size());
  std::size_t as_far = 1;
  for (std::size_t i = 0; i < delta_permutations; ++i) {
    dice.shuffle(blocks);
    as_far += delta_between(blocks, a.size()) >= found - as_much ? 1 : 0;
  }
  return static_cast<double>(as_far) / static_cast<double>(delta_permutations + 1);
}

}  // namespace moniker::intruder
