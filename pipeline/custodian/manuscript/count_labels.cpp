// What a count counts: in "North (n = 12)" what stands before the bracket, in "31 women" what stands behind the number,
// up to the next sign, number or "and".
#include "manuscript/count_labels.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_whole.hpp"
#include "manuscript/counts_of_no_people.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_label_of_count = 90;

/// Behind the last of a sign or word, where enough is left.
void cut_behind(std::string_view& before, std::string_view cut) {
  const std::size_t at = before.rfind(cut);
  if (at != before.npos && at + cut.size() + 2 < before.size()) before.remove_prefix(at + cut.size());
}

class LabelReader {
 public:
  LabelReader(std::string_view text, ByteRange sentence, const PaperWords& words, const std::vector<LabelledCount>& all)
      : text_(text), sentence_(sentence), words_(words), all_(all) {}

  void set(LabelledCount& one, std::size_t index) const {
    if (one.bracketed) {
      std::size_t begin = index > 0 ? all_[index - 1].bytes.end : sentence_.begin;
      const std::size_t end = one.bytes.begin;
      if (end - begin > longest_label_of_count) begin = end - longest_label_of_count;
      std::string_view before = text_.substr(begin, end - begin);
      for (const std::string_view sign : {",", ";", ":"}) cut_behind(before, sign);
      for (const std::string& word : words_.label_before) cut_behind(before, " " + word + " ");
      one.label = std::string(trimmed(before));
      return;
    }
    if (one.in_brackets && is_said_n(text_.substr(sentence_.begin, one.bytes.begin - sentence_.begin))) {
      std::string_view before = text_.substr(sentence_.begin, one.bytes.begin - sentence_.begin);
      before = before.substr(0, before.rfind('='));
      before = trimmed(before.substr(0, before.rfind('n')), " ,:");
      one.label = std::string(trimmed(before.substr(before.find_last_of("(;,") + 1)));
      return;
    }
    std::size_t end = index + 1 < all_.size() ? all_[index + 1].bytes.begin : sentence_.end;
    end = std::min<std::size_t>(end, one.bytes.end + longest_label_of_count);
    std::string_view behind = text_.substr(one.bytes.end, end - one.bytes.end);
    if (one.share >= 0 && behind.starts_with(" (") && behind.find(')') != behind.npos)
      behind.remove_prefix(behind.find(')') + 1);  // "18 (64%) were women"
    behind = behind.substr(0, behind.find_first_of(",;:.()"));
    for (const std::string& word : words_.label_ends) {
      const std::string cut = " " + word + " ";
      if (behind.size() > cut.size()) behind = behind.substr(0, behind.find(cut, 1));
    }
    one.label = std::string(trimmed(behind));
    if (is_one_of(fold(one.label), words_.in_total)) {  // "the women, nine in all, were ..."; "nine in all, were women"
      const std::string_view after = text_.substr(one.bytes.end, end - one.bytes.end);
      const std::size_t comma = after.find(", ");
      const std::string_view more = comma == after.npos ? std::string_view() : after.substr(comma + 2);
      const std::string_view told = trimmed(more.substr(0, more.find_first_of(",;:.()")));
      if (is_one_of(told.substr(0, told.find(' ')), words_.of_part) && !gender_of_label(told).empty())
        one.label = std::string(told);
    }
    if (is_one_of(fold(one.label), words_.in_total)) set_label_before_comma(one);
    if (one.label.empty()) set_label_before(one);
    const bool of_all = std::any_of(words_.of_all.begin(), words_.of_all.end(),
                                    [&](const std::string& lead) { return one.label.starts_with(lead + " "); });
    if (one.percent && (one.label.empty() || of_all)) {
      const std::size_t from = index > 0 ? all_[index - 1].bytes.end : sentence_.begin;  // "women made up 58%, men 38%"
      one.label = std::string(trimmed(text_.substr(from, one.bytes.begin - from), " ,;"));
      if (one.label.size() > longest_label_of_count) one.label.erase(0, one.label.size() - longest_label_of_count);
    }
  }

 private:
  /// Of "were women" female.
  std::string gender_of_label(std::string_view told) const {
    LabelledCount one;
    one.label = std::string(told);
    return gender_of(one, words_);
  }

  /// "The men, nine in all, were asked first"
  void set_label_before_comma(LabelledCount& one) const {
    const std::string_view before = trimmed(text_.substr(sentence_.begin, one.bytes.begin - sentence_.begin));
    if (!before.ends_with(',')) return;
    const std::string_view clause = before.substr(0, before.size() - 1);
    const auto said = folded_words(clause.substr(clause.find_last_of(",;:.()") + 1));
    if (!said.empty() && said.size() < 4 && !gender_of_label(said.back()).empty()) one.label = said.back();
  }

  /// "the men numbered fourteen"
  void set_label_before(LabelledCount& one) const {
    const std::string_view before = text_.substr(sentence_.begin, one.bytes.begin - sentence_.begin);
    const auto said = folded_words(before.substr(before.find_last_of(",;:.()") + 1));
    if (said.size() < 2 || !is_one_of(said.back(), words_.numbering)) return;
    if (!gender_of_label(said[said.size() - 2]).empty()) one.label = said[said.size() - 2];
  }

  std::string_view text_;
  ByteRange sentence_;
  const PaperWords& words_;
  const std::vector<LabelledCount>& all_;
};

}  // namespace

void set_labels(std::vector<LabelledCount>& counts, std::string_view text, ByteRange sentence,
                const PaperWords& words) {
  const LabelReader reader(text, sentence, words, counts);
  for (std::size_t i = 0; i < counts.size(); ++i) reader.set(counts[i], i);
}

}  // namespace moniker::custodian
