// Lists that go on over several sentences, each of which begins with how many. Only the last tells that it is a list:
// it begins with those who are left.
#include "manuscript/breakdown_runs.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_run = 6;

/// The parts of a sentence that begins with a number; empty where it does not.
Counts parts_at_head(const Counts& counts, ByteRange sentence, const Block& block, bool of_rest,
                     const PaperWords& words) {
  Counts parts;
  for (const LabelledCount& one : counts) {
    if (one.percent || one.bracketed || one.in_brackets || one.of > 0) continue;
    if (parts.empty()) {
      const std::string_view before =
          std::string_view(block.text).substr(sentence.begin, one.bytes.begin - sentence.begin);
      const std::string lead = fold(trimmed(before));
      if (of_rest ? !is_one_of(lead, words.rest_leads) : !lead.empty()) return {};
    }
    if (!parts.empty() && !one.begins_item) continue;
    parts.push_back(one);
    if (of_rest) break;
  }
  return parts;
}

}  // namespace

std::vector<RunOfSentences> runs_to(std::size_t last, const std::vector<ByteRange>& sentences,
                                    const std::vector<Counts>& counts, const Block& block, const PaperWords& words) {
  Counts list = parts_at_head(counts[last], sentences[last], block, true, words);
  std::vector<RunOfSentences> runs;
  for (std::size_t s = last; !list.empty() && s-- > 0 && last - s < longest_run;) {
    const Counts parts = parts_at_head(counts[s], sentences[s], block, false, words);
    if (parts.empty()) break;
    list.insert(list.begin(), parts.begin(), parts.end());
    runs.push_back({s, last, list});
  }
  return runs;
}

}  // namespace moniker::custodian
