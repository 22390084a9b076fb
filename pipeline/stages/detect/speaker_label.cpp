#include "detect/speaker_label.hpp"
#include "words/role_label.hpp"

#include <algorithm>

namespace moniker::detect {
namespace {

/// Where one piece of a label ends: "MARSDEN, Liz (LEEDS TEACHING HOSPITALS NHS TRUST)", "Liz | Research team".
bool parts(std::string_view between) {
  return between.find_first_of("()[]{}|/;@") != std::string_view::npos ||
         between.find(" - ") != std::string_view::npos || between.find("\xE2\x80\x93") != std::string_view::npos ||
         between.find("\xE2\x80\x94") != std::string_view::npos;
}

class LabelReader {
 public:
  LabelReader(const rules::RuleSet& rules, std::string_view label, const words::Words& words,
              rules::Predicates::Memo& memo)
      : compiled_(rules.compiled()), words_(words), memo_(memo) {
    cut(rules.language(), label);
  }

  /// Runs of words that are neither role nor number, where one of them is surely a name or follows a title.
  std::vector<ByteRange> names() {
    std::vector<ByteRange> ranges;
    for (std::size_t first = 0; first < words_.tokens.size();) {
      if (!may_be_name(first)) {
        ++first;
        continue;
      }
      std::size_t last = first;
      while (last + 1 < words_.tokens.size() && pieces_[last + 1] == pieces_[first] && may_be_name(last + 1)) ++last;
      if (is_name(first, last)) ranges.push_back(words_.range(first, last));
      first = last + 1;
    }
    return ranges;
  }

 private:
  bool holds(rules::Predicates::Id question, std::size_t token) {
    return compiled_.predicates.holds(question, token, memo_);
  }
  /// Which tokens are of one piece, and which pieces name an organisation.
  void cut(const words::Language& language, std::string_view label) {
    std::vector<bool> organisation(1, false);
    for (std::size_t token = 0; token < words_.tokens.size(); ++token) {
      const ByteRange bytes = words_.tokens[token].bytes;
      const std::size_t before = token == 0 ? 0 : words_.tokens[token - 1].bytes.end;
      if (parts(label.substr(before, bytes.begin - before))) organisation.push_back(false);
      pieces_.push_back(organisation.size() - 1);
      if (language.organisation_words.contains(words_.fold_of(words_.tokens[token]))) organisation.back() = true;
    }
    for (const std::size_t piece : pieces_) of_organisation_.push_back(organisation[piece]);
  }
  bool may_be_name(std::size_t token) {
    const words::Token& word = words_.tokens[token];
    return !of_organisation_[token] && !(word.shape & words::shape_digit) && words_.fold_of(word) != "'s" &&
           !holds(compiled_.role, token);
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
  std::vector<std::size_t> pieces_{};    // by token
  std::vector<bool> of_organisation_{};  // by token
};

}  // namespace

std::vector<ByteRange> names_in_speaker_label(const rules::RuleSet& rules, RegisterNames& people,
                                              std::string_view label, Search& search, words::Words& words) {
  const rules::RuleSet::Compiled& compiled = rules.compiled();
  words::read_words(search.vocabulary(), label, {}, words);
  rules::Predicates::Memo& memo = search.memo();
  compiled.predicates.begin(words, memo);
  std::vector<ByteRange> ranges;
  if (!words::tells_role(label, rules.language())) ranges = LabelReader(rules, label, words, memo).names();
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
