#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "rules/tag_model.hpp"

namespace moniker::train {

/// A run of words as the trainer sees it: the numbers of each word's features, and its tag.
struct TaggedRun {
  std::vector<std::vector<std::uint32_t>> features{};
  std::vector<rules::Tag> tags{};
  float weight = 1;      // how much it counts beside others
  bool assumed = false;  // its tags are what rules found, and nobody's who read it
};

struct TrainingOptions {
  std::uint32_t passes = 12;
  float step = 0.1F;               // AdaGrad's (Duchi, Hazan and Singer 2011)
  float sparsity = 3e-6F;          // the L1 penalty for each run seen, which sets weights of no use to 0
  std::uint32_t first_passes = 6;  // over what was annotated alone, before assumed runs are judged
  float doubt = 0.3F;              // a word that is assumed to be no name, and is one with this probability
};

/// The weights of a linear-chain CRF that make the tags of the runs likely.
struct TrainedWeights {
  std::vector<rules::TagRow> features{};                     // by number
  std::array<rules::TagRow, rules::tag_count + 1> follow{};  // after each tag; the last row: at a run's begin
};

/// Stochastic gradient ascent on the likelihood with an L1 penalty. Deterministic: runs are shuffled by a fixed seed.
TrainedWeights train_crf(const std::vector<TaggedRun>& runs, std::size_t features, const TrainingOptions& options);

/// Leaves out the assumed runs that are doubtful: training on the annotated ones alone finds names in them where
/// nothing is assumed to be one. What rules miss must not be learned as no name. Returns how many.
std::size_t leave_out_doubtful(std::vector<TaggedRun>& runs, std::size_t features, const TrainingOptions& options);

}  // namespace moniker::train
