#pragma once
#include <string>
#include <vector>

#include "manuscript/counts.hpp"
#include "manuscript/manuscript.hpp"
#include "manuscript/paper_ids.hpp"
#include "manuscript/paper_words.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {

/// A number of a sentence that counts people, with what it counts.
struct LabelledCount {
  ByteRange bytes{};  // of the number, or of its bracket; in the block's text
  double value = 0;
  bool percent = false, bracketed = false;  // bracketed: North (n = 12)
  bool hedged = false;                      // about 30
  bool in_brackets = false;                 // stands in a bracket with others: (four women and one man)
  bool begins_item = false;                 // behind a sign or "and", as a part of a list does
  int decimals = 0;
  double share = -1;  // the percentage beside it; below 0 where there is none
  int share_decimals = 0;
  double of = 0;             // "nine of the 14 participants": what it is a part of; 0 where nothing says so
  bool of_anything = false;  // "nine of the 14 recalled it": it is not said of what
  bool implied = false;      // "five at each of ...": one of several that are told as one
  bool excepted = false;     // "all but four": those who are not
  bool announces = false;    // "90 letters, of which ...": things that are then told apart
  double fraction = 0;       // "half of them": a part of what its whole gives; its value is 0 until then
  std::string label{};
};

/// What has more of them is data, and no sentence.
inline constexpr std::size_t most_counts_of_sentence = 100;

/// What counts in the sentences of a block; block and words outlive it.
class SentenceCounts {
 public:
  SentenceCounts(const Block& block, const PaperWords& words);
  /// Ascending: no years, ages, durations, IDs, names of things (Band 5), nor numbers in quotations.
  std::vector<LabelledCount> of(ByteRange sentence) const;

 private:
  const Block& block_;
  const PaperWords& words_;
  std::vector<QuotedSpan> quotes_{}, brackets_{};
  std::vector<PaperId> ids_{};
  std::vector<Count> counts_{};
};

}  // namespace moniker::custodian
