#include "rules/word_rules.hpp"

#include <bit>

namespace moniker::rules {
namespace {

class WordRules {
 public:
  WordRules(const RuleSet::Compiled& compiled, const words::Words& words, Predicates::Memo& memo,
            std::vector<Finding>& findings, std::vector<Kept>& kept)
      : compiled_(compiled), words_(words), memo_(memo), findings_(findings), kept_(kept) {}

  void run() {
    compiled_.predicates.begin(words_, memo_);
    list_ends_.assign(compiled_.lists.size(), 0);
    pattern_ends_.assign(compiled_.patterns.size(), 0);
    for (std::size_t token = 0; token < words_.tokens.size(); ++token) {
      if (!memo_.of[token]->indexed) index_kind(token);
    }
    for (std::size_t token = 0; token < words_.tokens.size(); ++token) at(token);
  }

 private:
  bool begins_phrase(std::size_t token) const { return words_.phrases_from[token] != words_.phrases_from[token + 1]; }

  void at(std::size_t token) {
    const bool phrase = begins_phrase(token);
    if (phrase) {
      for (std::uint32_t i = 0; i < compiled_.lists.size(); ++i) list(i, token);
    } else {
      for (const std::uint32_t i : memo_.of[token]->lists) list(i, token);
    }
    const PatternIndex& index = compiled_.index;
    const auto& by_first = index.first.by_literal[words_.tokens[token].word->literal];
    const auto& first = memo_.of[token]->first;
    for (std::size_t block = 0; block < index.blocks; ++block) {
      std::uint64_t bits = first[block] | (by_first.empty() ? 0 : by_first[block]);
      if (phrase) bits |= phrase_bits(token, block);
      if (bits == 0) continue;
      if (!phrase) bits &= second_bits(token + 1, block);
      for (; bits != 0; bits &= bits - 1)
        pattern(static_cast<std::uint32_t>(block * 64 + static_cast<std::size_t>(std::countr_zero(bits))), token);
    }
  }

  /// The patterns whose second word may stand here, or that need none.
  std::uint64_t second_bits(std::size_t token, std::size_t block) const {
    const PatternIndex& index = compiled_.index;
    if (token >= words_.tokens.size()) return index.may_end[block];
    if (begins_phrase(token)) return index.all[block];
    const auto& by_second = index.second.by_literal[words_.tokens[token].word->literal];
    return index.may_end[block] | memo_.of[token]->second[block] | (by_second.empty() ? 0 : by_second[block]);
  }

  /// Which rules a word of this kind can stand in, once for all its words.
  void index_kind(std::size_t token) {
    Predicates::Kind& kind = *memo_.of[token];
    kind.indexed = true;
    for (std::uint32_t i = 0; i < compiled_.lists.size(); ++i) {
      if (compiled_.predicates.holds(compiled_.lists[i].words, token, memo_)) kind.lists.push_back(i);
    }
    gather(compiled_.index.first, token, kind.first);
    gather(compiled_.index.second, token, kind.second);
  }
  void gather(const PatternIndex::Place& place, std::size_t token, PatternIndex::Row& row) {
    row.assign(compiled_.index.blocks, 0);
    for (const auto& [predicate, patterns] : place.by_predicate) {
      if (!compiled_.predicates.holds(predicate, token, memo_)) continue;
      for (std::size_t block = 0; block < row.size(); ++block) row[block] |= patterns[block];
    }
  }

  /// Where listed phrases begin, they may be what a rule begins with.
  std::uint64_t phrase_bits(std::size_t token, std::size_t block) const {
    std::uint64_t bits = 0;
    for (const auto& [predicate, patterns] : compiled_.index.first.by_predicate) {
      if ((patterns[block] & ~bits) == 0) continue;
      for (std::uint32_t i = words_.phrases_from[token]; i < words_.phrases_from[token + 1]; ++i) {
        if (!compiled_.predicates.holds_phrase(predicate, words_, words_.phrases[i])) continue;
        bits |= patterns[block];
        break;
      }
    }
    return bits;
  }

  void add(RuleId rule, std::size_t first, std::size_t last, float score) {
    if (score <= 0) return;
    findings_.push_back({.utterance = 0,
                         .bytes = words_.range(first, last),
                         .label = compiled_.rules[static_cast<std::size_t>(rule)].label,
                         .rule = rule,
                         .score = score});
  }

  void list(std::size_t index, std::size_t token) {
    const ListRule& rule = compiled_.lists[index];
    if (list_ends_[index] > token) return;
    for (std::uint32_t i = words_.phrases_from[token]; i < words_.phrases_from[token + 1]; ++i) {
      const words::Phrase& phrase = words_.phrases[i];
      if (!compiled_.predicates.holds_phrase(rule.words, words_, phrase)) continue;
      const std::size_t last = token + phrase.count - 1;
      add(rule.rule, token, last, score(rule, token, last));
      list_ends_[index] = last + 1;
      return;
    }
    if (!compiled_.predicates.holds(rule.words, token, memo_)) return;
    add(rule.rule, token, token, score(rule, token, token));
  }

  /// Capitals inside a sentence are the rule's score; without them a rule says itself what an entry is worth.
  float score(const ListRule& rule, std::size_t first, std::size_t last) const {
    const float full = compiled_.detail(rule.rule).score;
    const std::uint32_t shape = words_.tokens[first].shape;
    if (shape & words::shape_uncased) return rule.uncased.value_or(0);
    if (!(shape & (words::shape_cap | words::shape_digit))) return rule.lower.value_or(0);
    const bool two_capitals = last > first && (words_.tokens[last].shape & words::shape_cap) != 0;
    return (shape & words::shape_start) && !two_capitals ? rule.start.value_or(full) : full;
  }

  void pattern(std::uint32_t index, std::size_t token) {
    if (pattern_ends_[index] > token) return;
    const PatternRule& rule = compiled_.patterns[index];
    const auto match = rule.pattern.match(compiled_.predicates, words_, token, memo_);
    if (!match) return;
    pattern_ends_[index] = match->last + 1;
    if (rule.keep)
      kept_.push_back({words_.range(match->first, match->last), rule.rule, rule.firm});
    else
      add(rule.rule, match->first, match->last, compiled_.detail(rule.rule).score);
  }

  const RuleSet::Compiled& compiled_;
  const words::Words& words_;
  Predicates::Memo& memo_;
  std::vector<Finding>& findings_;
  std::vector<Kept>& kept_;
  std::vector<std::size_t> list_ends_{}, pattern_ends_{};  // the token after a rule's last finding
};

}  // namespace

void find_words(const RuleSet::Compiled& compiled, const words::Words& words, Predicates::Memo& memo,
                std::vector<Finding>& findings, std::vector<Kept>& kept) {
  WordRules(compiled, words, memo, findings, kept).run();
}

}  // namespace moniker::rules
