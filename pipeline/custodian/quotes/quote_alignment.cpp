// A fitting alignment: all words of the extract against any stretch of the passage, by dynamic programming. The
// passage's head and tail cost nothing.
#include "quotes/quote_alignment.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace moniker::custodian {
namespace {

// A word left out is cheaper than one put in, or "I don't think" printed as "I think" would begin at "think".
constexpr float word_cost = 1, left_word_cost = 0.45F, filler_cost = 0.15F, told_cost = 0.02F, bracket_cost = 0.1F,
                spelling_cost = 0.1F;

float left_out_cost(const QuoteWord& word, bool gap) {
  return gap ? told_cost : is_filler(word.word) ? filler_cost : word.bracketed ? 0.3F : left_word_cost;
}
float put_in_cost(const QuoteWord& word) { return word.bracketed ? bracket_cost : word_cost; }
float pair_cost(const QuoteWord& paper, const QuoteWord& said) {
  if (paper.word == said.word) return 0;
  if (paper.bracketed && said.bracketed) return bracket_cost;
  if (alike(paper, said)) return spelling_cost;
  return paper.bracketed ? 0.4F : 1.3F;
}

/// What it costs to lay a word of the paper on each word of the passage. A long passage has few words that differ, so
/// each of these is compared once.
class PairCosts {
 public:
  explicit PairCosts(const std::vector<QuoteWord>& passage) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> known;
    for (const QuoteWord& word : passage) {
      auto& same = known[word.word];
      const auto found = std::find_if(same.begin(), same.end(), [&](std::size_t i) {
        return distinct_[i]->bracketed == word.bracketed && distinct_[i]->opened == word.opened;
      });
      const std::size_t index = found == same.end() ? distinct_.size() : *found;
      if (found == same.end()) same.push_back(index), distinct_.push_back(&word);
      index_.push_back(index);
    }
    costs_.resize(distinct_.size());
  }
  void begin(const QuoteWord& paper) {
    for (std::size_t i = 0; i < distinct_.size(); ++i) costs_[i] = pair_cost(paper, *distinct_[i]);
  }
  float operator[](std::size_t place) const { return costs_[index_[place]]; }

 private:
  std::vector<const QuoteWord*> distinct_{};
  std::vector<std::size_t> index_{};  // of each word of the passage
  std::vector<float> costs_{};
};

enum Step : std::uint8_t { nowhere, paired, left, inserted };

QuotePiece::Kind kind_of_step(Step step, bool same) {
  return step == paired && same ? QuotePiece::Kind::same
         : step == paired       ? QuotePiece::Kind::changed
         : step == left         ? QuotePiece::Kind::left_out
                                : QuotePiece::Kind::put_in;
}

/// Neighbouring steps of one kind are one piece; a word left out beside one put in is a change.
void add_step(std::vector<QuotePiece>& pieces, Step step, const QuoteWord* paper, const QuoteWord* said, bool told) {
  const bool same = step == paired && (paper->word == said->word || alike(*paper, *said));
  const QuotePiece::Kind kind = kind_of_step(step, same);
  if (pieces.empty() || pieces.back().kind != kind || pieces.back().told != told)
    pieces.push_back({.kind = kind, .told = told});
  if (paper) pieces.back().paper.push_back(*paper);
  if (said) pieces.back().transcript.push_back(*said);
}

}  // namespace

QuoteAlignment align_quote(const std::vector<QuoteWord>& paper, const std::vector<QuoteWord>& passage) {
  const std::size_t rows = paper.size() + 1, columns = passage.size() + 1;
  std::vector<float> before(columns, 0), here(columns, 0);
  std::vector<std::uint8_t> steps(rows * columns, nowhere);
  PairCosts pairs(passage);
  std::vector<float> left_costs, told_costs;
  for (const QuoteWord& word : passage) left_costs.push_back(left_out_cost(word, false));
  told_costs.assign(passage.size(), told_cost);
  for (std::size_t i = 1; i < rows; ++i) {
    pairs.begin(paper[i - 1]);
    const float put_in = put_in_cost(paper[i - 1]);
    here[0] = before[0] + put_in_cost(paper[i - 1]);
    steps[i * columns] = inserted;
    const bool gap = i < paper.size() ? paper[i].after_gap : false;  // between this word and the next one
    const std::vector<float>& left_out = gap ? told_costs : left_costs;
    for (std::size_t j = 1; j < columns; ++j) {
      const float costs[] = {before[j - 1] + pairs[j - 1], here[j - 1] + left_out[j - 1], before[j] + put_in};
      const auto best = std::min_element(std::begin(costs), std::end(costs)) - std::begin(costs);
      here[j] = costs[best];
      steps[i * columns + j] = static_cast<std::uint8_t>(best + 1);
    }
    std::swap(before, here);
  }
  QuoteAlignment out;
  if (paper.empty()) return out;
  std::size_t j = static_cast<std::size_t>(std::min_element(before.begin(), before.end()) - before.begin());
  out.fit = std::max(0.0, 1.0 - static_cast<double>(before[j]) / static_cast<double>(paper.size()));
  out.end = j;
  std::vector<std::pair<Step, std::pair<std::size_t, std::size_t>>> way;
  std::size_t i = paper.size();
  while (i > 0) {
    const auto step = static_cast<Step>(steps[i * columns + j]);
    way.push_back({step, {i, j}});
    if (step == paired || step == inserted) --i;
    if (step == paired || step == left) --j;
  }
  out.begin = j;
  std::reverse(way.begin(), way.end());
  for (const auto& [step, at] : way) {
    const QuoteWord* word = step == left ? nullptr : &paper[at.first - 1];
    const QuoteWord* said = step == inserted ? nullptr : &passage[at.second - 1];
    const bool gap = step == left && at.first < paper.size() && paper[at.first].after_gap;
    const bool told =
        gap || (word && word->bracketed && (step == inserted || (step == paired && word->word != said->word)));
    add_step(out.pieces, step, word, said, told);
  }
  return out;
}

}  // namespace moniker::custodian
