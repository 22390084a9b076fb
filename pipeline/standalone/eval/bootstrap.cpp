#include "eval/bootstrap.hpp"

#include <algorithm>

namespace moniker::eval {
namespace {

constexpr std::size_t draws = 1000, fewest = 10;

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): small, and the same on every machine, which the standard
/// library's distributions are not.
class Random {
 public:
  std::size_t below(std::size_t limit) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
  }

 private:
  std::uint64_t state_ = 20260312;
};

struct Figure {
  const char* name;
  Share (Figures::*of)() const;
};
constexpr Figure shown_figures[] = {{"overlap_r", &Figures::overlap_r},
                                    {"overlap_p", &Figures::overlap_p},
                                    {"overlap_f1", &Figures::overlap_f1},
                                    {"covered", &Figures::covered},
                                    {"whole", &Figures::whole}};

using Samples = std::map<std::string, std::vector<double>>;

std::map<std::string, Interval> percentiles(Samples& values) {
  std::map<std::string, Interval> intervals;
  for (auto& [name, sample] : values) {
    std::sort(sample.begin(), sample.end());
    intervals[name] = {sample[sample.size() * 25 / 1000], sample[(sample.size() * 975 - 1) / 1000]};
  }
  return intervals;
}

}  // namespace

std::map<std::string, Interval> bootstrap(const std::vector<Tally>& documents) {
  if (documents.size() < fewest) return {};
  Samples values;
  Random random;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    Figures figures;
    for (std::size_t i = 0; i < documents.size(); ++i) figures.counts += documents[random.below(documents.size())];
    for (const Figure& figure : shown_figures) {
      if (const Share share = (figures.*figure.of)()) values[figure.name].push_back(*share);
    }
  }
  return percentiles(values);
}

std::map<std::string, Interval> bootstrap_differences(const std::vector<Tally>& first,
                                                      const std::vector<Tally>& second) {
  if (first.size() < fewest || first.size() != second.size()) return {};
  Samples values;
  Random random;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    Figures a, b;
    for (std::size_t i = 0; i < first.size(); ++i) {
      const std::size_t document = random.below(first.size());
      a.counts += first[document];
      b.counts += second[document];
    }
    for (const Figure& figure : shown_figures) {
      const Share of_a = (a.*figure.of)(), of_b = (b.*figure.of)();
      if (of_a && of_b) values[figure.name].push_back(*of_b - *of_a);
    }
  }
  return percentiles(values);
}

}  // namespace moniker::eval
