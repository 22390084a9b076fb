// The kinds of people of a sample where each has a sentence of its own, or shares it with another.
#include "manuscript/breakdown_kinds_of_sample.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/fold.hpp"
#include "manuscript/breakdown_shares.hpp"

namespace moniker::custodian {
namespace {

constexpr double most_missed = 2;

/// Whether a kind is told twice, or one of them is all of them.
bool overlap(const Counts& kinds, std::uint32_t sample) {
  std::set<std::string> nouns;
  return std::any_of(kinds.begin(), kinds.end(), [&](const LabelledCount& one) {
    const auto label = folded_words(one.label);
    return one.value >= sample || one.hedged || one.of > 0 || (!label.empty() && !nouns.insert(label[0]).second);
  });
}

}  // namespace

std::optional<Breakdown> kinds_of_sample_in(const Block& block, const std::vector<ByteRange>& sentences,
                                            const std::vector<Counts>& counts, std::uint32_t sample,
                                            const PaperWords& words) {
  Counts kinds;
  std::size_t tell = 0, first = 0, last = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Counts more = kinds_said_in(block, sentences[s], counts[s], words);
    if (more.empty()) continue;
    first = tell == 0 ? s : first;
    ++tell, last = s;
    kinds.insert(kinds.end(), more.begin(), more.end());
  }
  const double sum = sum_of(kinds), off = std::abs(sum - sample);
  if (tell < 2 || kinds.size() < 3 || sample == 0 || off > most_missed || overlap(kinds, sample)) return std::nullopt;
  CountedSentence said{.begin = sentences[first].begin, .sample = sample};
  said.text = std::string_view(block.text).substr(said.begin, sentences[last].end - said.begin);
  Breakdown one = breakdown_of(kinds, sum, sample, said, block.at);
  one.verdict = off == 0 ? Breakdown::Verdict::adds_up : Breakdown::Verdict::wrong;
  return one;
}

}  // namespace moniker::custodian
