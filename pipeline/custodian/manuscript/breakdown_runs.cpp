// Lists that go on over several sentences, each of which begins with how many. Only the last tells that it is a list:
// it begins with those who are left.
#include "manuscript/breakdown_runs.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_run = 6;

/// The parts of a sentence that begins with a number, or with "a further nine", "for three"; empty where it does not.
Counts parts_at_head(const Counts& counts, ByteRange sentence, const Block& block, const PaperWords& words) {
  Counts parts;
  bool of_whole = false;
  for (const LabelledCount& one : counts) {
    if (one.percent || one.in_brackets) continue;
    const std::string_view before =
        std::string_view(block.text).substr(sentence.begin, one.bytes.begin - sentence.begin);
    const std::string lead = fold(trimmed(before));
    if (one.bracketed && !is_one_of(lead, words.rest_leads)) continue;  // "The others (n = 11) ..."
    if (parts.empty() && !of_whole && is_one_of(lead, words.whole_leads)) {
      of_whole = true;  // "Of 22 interviewees, 15 ..."
      continue;
    }
    if (parts.empty() && !of_whole) {
      if (!lead.empty() && !is_one_of(lead, words.item_leads) && !is_one_of(lead, words.rest_leads)) return {};
    }
    if (!parts.empty() && !one.begins_item) continue;
    parts.push_back(one);
  }
  return parts;
}

/// Up to those who are left, if the last sentence tells of them: "The other four ...", "A further eight were ..., and
/// the other five ..."; empty where it does not.
Counts parts_to_rest(const Counts& counts, ByteRange sentence, const Block& block, const PaperWords& words) {
  Counts parts = parts_at_head(counts, sentence, block, words);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t from = i > 0 ? parts[i - 1].bytes.end : sentence.begin;
    if (parts[i].bytes.begin < from) return {};
    const std::string before =
        fold(trimmed(std::string_view(block.text).substr(from, parts[i].bytes.begin - from), " ,"));
    if (i == 0 ? !is_one_of(before, words.rest_leads) : tail_of(before, words.rest_leads).empty()) continue;
    parts.resize(i + 1);
    return parts;
  }
  return {};
}

}  // namespace

std::vector<RunOfSentences> runs_to(std::size_t last, const std::vector<ByteRange>& sentences,
                                    const std::vector<Counts>& counts, const Block& block, const PaperWords& words) {
  Counts list = parts_to_rest(counts[last], sentences[last], block, words);
  std::vector<RunOfSentences> runs;
  for (std::size_t s = last; !list.empty() && s-- > 0 && last - s < longest_run;) {
    const Counts parts = parts_at_head(counts[s], sentences[s], block, words);
    if (parts.empty()) break;
    list.insert(list.begin(), parts.begin(), parts.end());
    runs.push_back({s, last, list});
  }
  return runs;
}

}  // namespace moniker::custodian
