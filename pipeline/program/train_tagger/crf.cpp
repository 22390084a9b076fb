// Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) one run of words at a time:
// forward and backward sums, scaled at each word, give the probability of each tag, and a weight moves by the
// difference between what is and what was expected, at AdaGrad's pace (Duchi, Hazan and Singer 2011). The L1 penalty is
// paid when a feature is next met (Langford, Li and Zhang 2009), since most features are rare. One thread and a fixed
// seed: the same runs give the same weights. Runs that rules tagged, and nobody else, are judged first by what the
// annotated ones teach (as in self-training, Yarowsky 1995, but only to leave out, never to add).
#include "train_tagger/crf.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace moniker::train {
namespace {

using Sums = std::array<double, rules::tag_count>;

/// A weight with AdaGrad's memory, and the number of the step at which its penalty was last paid.
struct Cell {
  float weight = 0, squares = 0;
};
struct Row {
  std::array<Cell, rules::tag_count> cells{};
  std::uint64_t paid = 0;
};

class Trainer {
 public:
  Trainer(std::size_t features, const TrainingOptions& options) : options_(options), rows_(features) {}

  /// So many passes over the runs that `takes` picks.
  template <class Takes>
  void train(const std::vector<TaggedRun>& runs, std::uint32_t passes, const Takes& takes) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < runs.size(); ++i) {
      if (takes(runs[i])) order.push_back(i);
    }
    std::mt19937 random(1);
    for (std::uint32_t i = 0; i < passes; ++i) {
      // std::shuffle may differ between libraries; this does not.
      for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[random() % k]);
      for (const std::uint32_t run : order) learn(runs[run]);
    }
  }

  /// Whether a word that is tagged as no name is one with this probability.
  bool doubts(const TaggedRun& run, float probability) {
    weigh(run);
    for (std::size_t i = 0; i < run.tags.size(); ++i) {
      if (run.tags[i] == rules::Tag::none && 1 - node_[i][static_cast<std::size_t>(rules::Tag::none)] > probability)
        return true;
    }
    return false;
  }

  TrainedWeights weights() {
    TrainedWeights trained;
    trained.features.resize(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      pay(rows_[i]);
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag) trained.features[i][tag] = rows_[i].cells[tag].weight;
    }
    for (std::size_t before = 0; before <= rules::tag_count; ++before) {
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag)
        trained.follow[before][tag] = follow_[before].cells[tag].weight;
    }
    return trained;
  }

 private:
  /// The probability of each tag at each word, as the weights are now.
  void weigh(const TaggedRun& run) {
    for (std::size_t before = 0; before <= rules::tag_count; ++before) {
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag)
        factor_[before][tag] = std::exp(static_cast<double>(follow_[before].cells[tag].weight));
    }
    const std::size_t n = run.tags.size();
    scores_.assign(n, Sums{});
    for (std::size_t i = 0; i < n; ++i) {
      for (const std::uint32_t feature : run.features[i]) {
        pay(rows_[feature]);
        for (std::size_t tag = 0; tag < rules::tag_count; ++tag) scores_[i][tag] += rows_[feature].cells[tag].weight;
      }
    }
    forward_backward(n);
  }

  void learn(const TaggedRun& run) {
    ++steps_;
    weigh(run);
    const std::size_t n = run.tags.size();
    for (std::size_t i = 0; i < n; ++i) {
      Sums gradient{};
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag)
        gradient[tag] = (static_cast<std::size_t>(run.tags[i]) == tag ? 1.0 : 0.0) - node_[i][tag];
      for (const std::uint32_t feature : run.features[i]) move(rows_[feature], gradient, run.weight);
    }
    for (std::size_t i = 0; i < n; ++i) move_transitions(run, i);
  }

  void forward_backward(std::size_t n) {
    forward_.assign(n, Sums{});
    backward_.assign(n, Sums{});
    node_.assign(n, Sums{});
    for (Sums& row : scores_) {
      const double greatest = *std::max_element(row.begin(), row.end());
      for (double& value : row) value = std::exp(value - greatest);
    }
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag) {
        double sum = i == 0 ? factor_[rules::tag_count][tag] : 0;
        for (std::size_t before = 0; i > 0 && before < rules::tag_count; ++before)
          sum += forward_[i - 1][before] * factor_[before][tag];
        forward_[i][tag] = sum * scores_[i][tag];
      }
      normalise(forward_[i]);
    }
    backward_[n - 1].fill(1);
    for (std::size_t i = n - 1; i-- > 0;) {
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag) {
        for (std::size_t next = 0; next < rules::tag_count; ++next) {
          backward_[i][tag] += factor_[tag][next] * scores_[i + 1][next] * backward_[i + 1][next];
        }
      }
      normalise(backward_[i]);
    }
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag) node_[i][tag] = forward_[i][tag] * backward_[i][tag];
      normalise(node_[i]);
    }
  }
  static void normalise(Sums& row) {
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    for (double& value : row) value /= sum;
  }

  void move_transitions(const TaggedRun& run, std::size_t i) {
    const auto is = static_cast<std::size_t>(run.tags[i]);
    if (i == 0) {
      Sums gradient{};
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag) gradient[tag] = (is == tag ? 1.0 : 0.0) - node_[0][tag];
      return move(follow_[rules::tag_count], gradient, run.weight);
    }
    std::array<Sums, rules::tag_count> edge{};
    double sum = 0;
    for (std::size_t before = 0; before < rules::tag_count; ++before) {
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag) {
        edge[before][tag] = forward_[i - 1][before] * factor_[before][tag] * scores_[i][tag] * backward_[i][tag];
        sum += edge[before][tag];
      }
    }
    const auto was = static_cast<std::size_t>(run.tags[i - 1]);
    for (std::size_t before = 0; before < rules::tag_count; ++before) {
      Sums gradient{};
      for (std::size_t tag = 0; tag < rules::tag_count; ++tag)
        gradient[tag] = (was == before && is == tag ? 1.0 : 0.0) - edge[before][tag] / sum;
      move(follow_[before], gradient, run.weight);
    }
  }

  void move(Row& row, const Sums& gradient, float weight) {
    for (std::size_t tag = 0; tag < rules::tag_count; ++tag) {
      const float g = static_cast<float>(gradient[tag]) * weight;
      Cell& cell = row.cells[tag];
      cell.squares += g * g;
      if (g != 0) cell.weight += options_.step * g / std::sqrt(cell.squares + 1e-6F);
    }
  }

  /// The penalty of all steps since the row was last looked at, at AdaGrad's pace.
  void pay(Row& row) {
    const auto owed = static_cast<float>(steps_ - row.paid) * options_.sparsity;
    row.paid = steps_;
    for (Cell& cell : row.cells) {
      const float penalty = owed * options_.step / std::sqrt(cell.squares + 1e-6F);
      cell.weight = cell.weight > 0 ? std::max(0.0F, cell.weight - penalty) : std::min(0.0F, cell.weight + penalty);
    }
  }

  const TrainingOptions options_;
  std::vector<Row> rows_;
  std::array<Row, rules::tag_count + 1> follow_{};
  std::uint64_t steps_ = 0;
  std::array<Sums, rules::tag_count + 1> factor_{};  // exponentials of follow_
  std::vector<Sums> scores_{}, forward_{}, backward_{}, node_{};
};

}  // namespace

TrainedWeights train_crf(const std::vector<TaggedRun>& runs, std::size_t features, const TrainingOptions& options) {
  Trainer trainer(features, options);
  trainer.train(runs, options.passes, [](const TaggedRun&) { return true; });
  return trainer.weights();
}

std::size_t leave_out_doubtful(std::vector<TaggedRun>& runs, std::size_t features, const TrainingOptions& options) {
  if (std::none_of(runs.begin(), runs.end(), [](const TaggedRun& run) { return run.assumed; })) return 0;
  Trainer trainer(features, options);
  trainer.train(runs, options.first_passes, [](const TaggedRun& run) { return !run.assumed; });
  return std::erase_if(runs, [&](const TaggedRun& run) { return run.assumed && trainer.doubts(run, options.doubt); });
}

}  // namespace moniker::train
