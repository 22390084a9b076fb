// How many people a paper says that it has: "45 participants were interviewed", "(N = 45)", "thirty-one women and 14
// men took part". It may say so of those whom it asked, too; the number that it says most often counts.
#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/sample_sentence.hpp"
#include "manuscript/sentence_counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::uint32_t usual_sample = 8;

}  // namespace

bool tells_of_others(std::string_view sentence, const PaperWords& words) {
  const std::string said = fold(sentence);
  bool cites = std::any_of(words.cites.begin(), words.cites.end(),
                           [&](const std::string& one) { return said.find(one) != std::string::npos; });
  for (std::size_t at = said.find('('); at != std::string::npos && !cites; at = said.find('(', at + 1)) {
    cites = holds_year(std::string_view(said).substr(at + 1, said.find(')', at) - at - 1));
  }
  return cites && !says_one_of(said, words.ours);
}

std::uint32_t people_said_in(const Block& block, ByteRange sentence, const std::vector<LabelledCount>& counts,
                             const PaperWords& words) {
  return SampleSentence(block, sentence, counts, words).people();
}

std::uint32_t most_people_parted(const Manuscript& paper, const PaperWords& words) {
  std::uint32_t most = 0;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    const SentenceCounts counts(block, words);
    for (const ByteRange bytes : sentences_of(block.text, words))
      most = std::max(most, SampleSentence(block, bytes, counts.of(bytes), words).people_parted());
  }
  return most;
}

Counts kinds_said_in(const Block& block, ByteRange sentence, const Counts& counts, const PaperWords& words) {
  return SampleSentence(block, sentence, counts, words).kinds();
}

std::vector<StatedSample> samples_in(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words) {
  std::set<std::size_t> quoted;
  for (const Extract& extract : talk.extracts) {
    if (extract.set_apart) quoted.insert(extract.block);
  }
  std::vector<StatedSample> samples, told_of, interviews;
  for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
    const Block& block = paper.blocks[i];
    if (block.kind == BlockKind::row || block.kind == BlockKind::quote || quoted.contains(i)) continue;
    const SentenceCounts counts(block, words);
    for (const ByteRange bytes : sentences_of(block.text, words)) {
      const SampleSentence sentence(block, bytes, counts.of(bytes), words);
      const PlacedWords where{block.at, block.text.substr(bytes.begin, bytes.size())};
      if (const std::uint32_t people = sentence.people(); people >= least_sample)
        samples.insert(samples.end(), sentence.is_total() || sentence.is_stated(people) ? 2 : 1,
                       {people, sentence.is_summed(people) && !sentence.is_total(), where});  // said twice as clearly
      else if (const std::uint32_t these = sentence.people_of_the(); these >= least_sample)
        told_of.push_back({these, false, where});
      else if (const std::uint32_t talks = sentence.interviews(); talks >= least_sample)
        interviews.push_back({talks, false, where});
    }
  }
  if (!samples.empty()) return samples;
  return interviews.empty() ? told_of : interviews;
}

std::uint32_t sample_of(const std::vector<StatedSample>& samples) {
  std::map<std::uint32_t, std::size_t> said;
  for (const StatedSample& sample : samples) ++said[sample.people];
  const bool any_large =
      std::any_of(samples.begin(), samples.end(), [](const StatedSample& one) { return one.people >= usual_sample; });
  std::uint32_t best = 0;
  for (const StatedSample& sample : samples) {
    if (any_large && sample.people < usual_sample) continue;  // "four couples spoke together"
    if (best == 0 || said[sample.people] > said[best]) best = sample.people;
  }
  return best;
}

}  // namespace moniker::custodian
