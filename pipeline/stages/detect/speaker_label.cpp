#include "detect/speaker_label.hpp"
#include "words/role_label.hpp"

#include <algorithm>

namespace moniker::detect {
namespace {

class LabelReader {
 public:
  LabelReader(const rules::RuleSet::Compiled& compiled, const words::Words& words, rules::Predicates::Memo& memo)
      : compiled_(compiled), words_(words), memo_(memo) {}

  /// Runs of words that are neither role nor number, where one of them is surely a name or follows a title.
  std::vector<ByteRange> names() {
    std::vector<ByteRange> ranges;
    for (std::size_t first = 0; first < words_.tokens.size();) {
      if (!may_be_name(first)) {
        ++first;
        continue;
      }
      std::size_t last = first;
      while (last + 1 < words_.tokens.size() && may_be_name(last + 1)) ++last;
      if (is_name(first, last)) ranges.push_back(words_.range(first, last));
      first = last + 1;
    }
    return ranges;
  }

 private:
  bool holds(rules::Predicates::Id question, std::size_t token) {
    return compiled_.predicates.holds(question, token, memo_);
  }
  bool may_be_name(std::size_t token) {
    const words::Token& word = words_.tokens[token];
    return !(word.shape & words::shape_digit) && words_.fold_of(word) != "'s" && !holds(compiled_.role, token);
  }
  bool is_name(std::size_t first, std::size_t last) {
    if (first > 0 && holds(compiled_.title, first - 1) && words_.tokens[first].word->folded().size() > 1) return true;
    const bool lone = first == 0 && last + 1 == words_.tokens.size();
    for (std::size_t token = first; token <= last; ++token) {
      if (words_.tokens[token].word->folded().size() < 2) continue;
      if (holds(compiled_.label_name, token) || (lone && holds(compiled_.label_lone, token))) return true;
    }
    return false;
  }

  const rules::RuleSet::Compiled& compiled_;
  const words::Words& words_;
  rules::Predicates::Memo& memo_;
};

}  // namespace

std::vector<ByteRange> names_in_speaker_label(const rules::RuleSet& rules, RegisterNames& people,
                                              std::string_view label, words::Vocabulary& vocabulary,
                                              words::Words& words) {
  const rules::RuleSet::Compiled& compiled = rules.compiled();
  words::read_words(vocabulary, label, {}, words);
  rules::Predicates::Memo memo;
  compiled.predicates.begin(words, memo);
  std::vector<ByteRange> ranges;
  if (!words::tells_role(label, rules.language())) ranges = LabelReader(compiled, words, memo).names();
  std::vector<Finding> known;
  people.find(words, memo, known);
  for (const Finding& finding : known) {
    const bool fresh =
        std::none_of(ranges.begin(), ranges.end(), [&](ByteRange r) { return r.overlaps(finding.bytes); });
    if (fresh) ranges.push_back(finding.bytes);
  }
  std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  return ranges;
}

}  // namespace moniker::detect
