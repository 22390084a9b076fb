// A pattern is tried at a word by backtracking; of many choices those that ask for another word are passed over at
// once.
#include <algorithm>
#include <utility>

#include "moniker/error.hpp"
#include "rules/pattern.hpp"

namespace moniker::rules {

/// One attempt, by backtracking. Patterns are bounded, so attempts end; the budget is for those that take long.
class PatternRun {
 public:
  PatternRun(const Pattern& pattern, const Predicates& predicates, const words::Words& words, Predicates::Memo& memo)
      : pattern_(pattern),
        predicates_(predicates),
        words_(words),
        tokens_(words.tokens.data()),
        size_(static_cast<std::uint32_t>(words.tokens.size())),
        memo_(memo) {}

  bool run(std::uint32_t at, std::uint32_t token, std::uint8_t allowed, std::uint8_t needed) {
    using Op = Pattern::Op;
    const Pattern::Instruction* const codes = pattern_.code_.data();
    for (;; ++at) {
      step();
      const Pattern::Instruction& code = codes[at];
      switch (code.op) {
        case Op::done:
          if ((gap_before(token) & needed) != needed) return false;
          last_ = token;
          return true;
        case Op::fork:
          if (code.arg == 0) {
            if (is_other_word(codes[at + 1], token))
              step();
            else if (run(at + 1, token, allowed, needed))
              return true;
          }
          at += code.next - 1;
          break;
        case Op::choose: {
          const std::uint32_t way = way_of(code, token);
          if (way == 0) return false;
          at += way - 1;
          break;
        }
        case Op::comma:
          allowed |= words::gap_comma;
          needed |= words::gap_comma;
          break;
        case Op::may_comma:
          allowed |= words::gap_comma;
          break;
        case Op::pause:
          return pause(at + 1, token,
                       static_cast<std::uint8_t>(allowed | words::gap_comma | words::gap_dash | words::gap_quote),
                       needed, 3);
        case Op::start:
          if (token >= size_ || !(tokens_[token].shape & words::shape_start)) return false;
          break;
        case Op::end:
          if (!ends(token)) return false;
          break;
        case Op::slot_begin:
          return slot(at, token, allowed, needed, begin_);
        case Op::slot_end:
          return slot(at, token, allowed, needed, end_);
        case Op::literal:
          if (!fits(token, allowed, needed) || is_other_word(code, token)) return false;
          ++token;
          allowed = needed = 0;
          break;
        case Op::predicate:
          return fits(token, allowed, needed) && predicate(code.arg, at + 1, token);
      }
    }
  }

  std::uint32_t first_ = 0, last_ = 0, begin_ = none, end_ = none;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

 private:
  void step() {
    if (--budget_ == 0) give_up();
  }
  [[noreturn]] static void give_up() {
    throw Error::input("a context rule found no end in one utterance",
                       "simplify its pattern: fewer optional parts one after the other");
  }
  /// Whether a word is asked for that does not stand there; most of many choices.
  bool is_other_word(const Pattern::Instruction& code, std::uint32_t token) const {
    return code.op == Pattern::Op::literal && (token >= size_ || tokens_[token].word->literal != code.arg);
  }
  /// How far on the choices lie that begin with the word that stands there, or those that begin with none; 0: nowhere.
  std::uint32_t way_of(const Pattern::Instruction& choose, std::uint32_t token) const {
    const std::uint32_t word = token < size_ ? tokens_[token].word->literal : 0;
    const auto ways = pattern_.ways_of(choose);
    const auto found = std::lower_bound(ways.begin(), ways.end(), word,
                                        [](const Pattern::Way& way, std::uint32_t w) { return way.word < w; });
    return word != 0 && found != ways.end() && found->word == word ? found->to : choose.next;
  }
  bool fits(std::uint32_t token, std::uint8_t allowed, std::uint8_t needed) const {
    if (token >= size_) return false;
    const std::uint8_t gap = tokens_[token].gap;
    if ((gap & needed) != needed) return false;
    return token == first_ || (gap & ~allowed) == 0;
  }
  /// What stands before a word, or behind the last.
  std::uint8_t gap_before(std::uint32_t token) const { return token < size_ ? tokens_[token].gap : words_.last_gap; }
  bool ends(std::uint32_t token) const {
    return (gap_before(token) & (words::gap_comma | words::gap_stop | words::gap_dash | words::gap_bracket |
                                 words::gap_quote | words::gap_text)) != 0;
  }
  bool slot(std::uint32_t at, std::uint32_t token, std::uint8_t allowed, std::uint8_t needed, std::uint32_t& mark) {
    const std::uint32_t before = std::exchange(mark, token);
    if (run(at + 1, token, allowed, needed)) return true;
    mark = before;
    return false;
  }
  bool pause(std::uint32_t at, std::uint32_t token, std::uint8_t allowed, std::uint8_t needed, int left) {
    if (run(at, token, allowed, needed)) return true;
    return left > 0 && fits(token, allowed, needed) && predicates_.holds(pattern_.filler_, token, memo_) &&
           pause(at, token + 1, allowed, 0, left - 1);
  }
  bool predicate(Predicates::Id id, std::uint32_t at, std::uint32_t token) {
    for (std::uint32_t i = words_.phrases_from[token]; i < words_.phrases_from[token + 1]; ++i) {
      const words::Phrase& phrase = words_.phrases[i];
      if (predicates_.holds_phrase(id, i, memo_) && run(at, token + phrase.count, 0, 0)) return true;
    }
    return predicates_.holds(id, token, memo_) && run(at, token + 1, 0, 0);
  }

  const Pattern& pattern_;
  const Predicates& predicates_;
  const words::Words& words_;
  const words::Token* const tokens_;  // of words_
  const std::uint32_t size_;
  Predicates::Memo& memo_;
  std::uint32_t budget_ = 100000;

 public:
  void from(std::uint32_t token) { first_ = token; }
};

std::optional<Pattern::Match> Pattern::match(const Predicates& predicates, const words::Words& words, std::size_t at,
                                             Predicates::Memo& memo) const {
  PatternRun run(*this, predicates, words, memo);
  const auto first = static_cast<std::uint32_t>(at);
  run.from(first);
  if (!run.run(0, first, 0, 0) || run.last_ == first) return std::nullopt;
  const std::uint32_t begin = run.begin_ == PatternRun::none ? first : run.begin_;
  const std::uint32_t end = run.end_ == PatternRun::none ? run.last_ : run.end_;
  if (begin >= end) return std::nullopt;
  return Match{begin, end - 1, first, run.last_ - 1};
}

}  // namespace moniker::rules
