// From all who were asked to those who took part, over the sentences of a paragraph: how many there are, who is lost on
// the way, and who is left.
#include "manuscript/participant_flow.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_shares.hpp"

namespace moniker::custodian {
namespace {

class FlowReader {
 public:
  FlowReader(const Block& block, const PaperWords& words) : block_(block), words_(words) {}

  void read(ByteRange sentence, const Counts& counts) {
    if (tells_of_others(text(sentence.begin, sentence.end), words_)) return;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i].percent || counts[i].value < 1 || counts[i].bytes.begin < sentence.begin) continue;
      const std::size_t from = i > 0 ? counts[i - 1].bytes.end : sentence.begin,
                        to = i + 1 < counts.size() ? counts[i + 1].bytes.begin : sentence.end;
      if (counts[i].bytes.begin < from || to < counts[i].bytes.end) continue;
      take(counts[i], text(from, counts[i].bytes.begin), text(counts[i].bytes.end, to), sentence);
    }
  }
  std::vector<Breakdown> out{};

 private:
  std::string_view text(std::size_t from, std::size_t to) const {
    return std::string_view(block_.text).substr(from, to - from);
  }

  /// "leaving 25", "This left 19", "the remaining 21", "second interviews were held with 19".
  bool is_left(std::string_view before, std::string_view behind) const {
    const std::string lead = fold(trimmed(before, " ,;:(")), said = fold(behind);
    if (!tail_of(lead, words_.leaving).empty() || !tail_of(lead, words_.rest_leads).empty()) return true;
    const bool the = !tail_of(lead, words_.the).empty();
    return the && says_one_of(said, words_.flow_kept);
  }

  void take(const LabelledCount& one, std::string_view before, std::string_view behind, ByteRange sentence) {
    const std::string clause = fold(behind), lead = fold(trimmed(before, " ,;:("));
    const std::string first = clause.substr(0, clause.find(' '));
    // "...; 24 were interviewed", of those who were asked
    const bool took_part = lost_.size() > 1 && !have_taken_part_ && says_one_of(clause, words_.took_part);
    if (there_.value > 0 && !lost_.empty() && (took_part || is_left(before, behind))) return end_step(one, sentence);
    ++seen_;
    if (!lost_.empty() && is_one_of(first, words_.flow_why)) return;  // "five withdrew, three because ..."
    if (there_.value > 0 && one.value < there_.value && says_one_of(clause, words_.flow_lost)) {
      lost_.push_back(one);
      return;
    }
    // "three agreed, but were moved": somebody of whom it is not known whether they stayed
    unsure_ = unsure_ || !lost_.empty();
    if (one.value < 8) return;
    const bool asked =
        one.bracketed && says_one_of(lead, words_.flow_begins);  // "All were invited by letter (n = 41)."
    if (asked || says_one_of(clause, words_.flow_begins) || !tail_of(lead, words_.flow_asks).empty())
      begin(one, sentence), have_taken_part_ = says_one_of(clause, words_.took_part);
  }

  void begin(const LabelledCount& one, ByteRange sentence) {
    there_ = one;
    from_ = sentence.begin;
    lost_.clear();
    unsure_ = false;
    seen_ = 0;
  }

  void end_step(const LabelledCount& left, ByteRange sentence) {
    // "two interviews could not be used": a number that is of no people may be of some who were lost
    const auto between = counts_in(text(there_.bytes.end, left.bytes.begin), words_);
    unsure_ = unsure_ || between.size() > seen_;
    Counts parts = lost_;
    parts.push_back(left);
    const double sum = sum_of(parts), off = std::abs(sum - there_.value);
    const bool exact = std::none_of(parts.begin(), parts.end(), [](const auto& part) { return part.hedged; });
    if (exact && !unsure_ && !there_.hedged && off <= std::max(3.0, there_.value * 0.15)) {
      CountedSentence said{.begin = from_};
      said.text = text(from_, sentence.end);
      Breakdown one = breakdown_of(parts, sum, there_.value, said, block_.at);
      one.verdict = off == 0 ? Breakdown::Verdict::adds_up : Breakdown::Verdict::wrong;
      one.of = there_.label;
      out.push_back(std::move(one));
    }
    begin(left, sentence);
    have_taken_part_ = true;
  }

  const Block& block_;
  const PaperWords& words_;
  LabelledCount there_{};  // its value is 0 where the paragraph has said nobody yet
  Counts lost_{};
  bool have_taken_part_ = false;  // those of there_
  std::size_t seen_ = 0;          // numbers behind there_
  bool unsure_ = false;           // whether all who were lost are known
  std::size_t from_ = 0;          // where the sentence begins that tells of them
};

}  // namespace

std::vector<Breakdown> flows_in(const Block& block, const std::vector<ByteRange>& sentences,
                                const std::vector<Counts>& counts, const PaperWords& words) {
  FlowReader reader(block, words);
  for (std::size_t s = 0; s < sentences.size(); ++s) reader.read(sentences[s], counts[s]);
  return std::move(reader.out);
}

}  // namespace moniker::custodian
