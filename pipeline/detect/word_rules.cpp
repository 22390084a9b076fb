#include "detect/word_rules.hpp"

namespace moniker {
namespace {

class WordRules {
 public:
  WordRules(const RuleSet::Compiled& compiled, const Words& words, Predicates::Memo& memo, std::vector<Finding>& findings,
            std::vector<Kept>& kept)
      : compiled_(compiled), words_(words), memo_(memo), findings_(findings), kept_(kept) {}

  void run() {
    compiled_.predicates.begin(words_, memo_);
    list_ends_.assign(compiled_.lists.size(), 0);
    pattern_ends_.assign(compiled_.patterns.size(), 0);
    for (std::size_t token = 0; token < words_.tokens.size(); ++token) {
      at(token);
    }
  }

 private:
  void at(std::size_t token) {
    const Token& word = words_.tokens[token];
    if (word.literal != 0) {
      for (const std::uint32_t i : compiled_.index.by_literal[word.literal]) pattern(i, token);
    }
    if (words_.phrases_from[token] != words_.phrases_from[token + 1]) return at_phrase(token);
    const Predicates::Kind& kind = *memo_.of[token];
    if (!kind.indexed) index_kind(token);
    for (const std::uint32_t i : kind.lists) list(i, token);
    for (const std::uint32_t i : kind.patterns) pattern(i, token);
  }

  /// Which rules can begin with a word of this kind, once for all its words.
  void index_kind(std::size_t token) {
    Predicates::Kind& kind = *memo_.of[token];
    kind.indexed = true;
    for (std::uint32_t i = 0; i < compiled_.lists.size(); ++i) {
      if (compiled_.predicates.holds(compiled_.lists[i].words, token, memo_)) kind.lists.push_back(i);
    }
    for (const auto& [predicate, patterns] : compiled_.index.by_predicate) {
      if (!compiled_.predicates.holds(predicate, token, memo_)) continue;
      kind.patterns.insert(kind.patterns.end(), patterns.begin(), patterns.end());
    }
  }

  /// Where a listed phrase begins, it may be what a rule begins with.
  void at_phrase(std::size_t token) {
    for (std::uint32_t i = 0; i < compiled_.lists.size(); ++i) list(i, token);
    for (const auto& [predicate, patterns] : compiled_.index.by_predicate) {
      if (!may_hold(predicate, token)) continue;
      for (const std::uint32_t i : patterns) pattern(i, token);
    }
  }

  bool may_hold(Predicates::Id predicate, std::size_t token) {
    if (compiled_.predicates.holds(predicate, token, memo_)) return true;
    for (std::uint32_t i = words_.phrases_from[token]; i < words_.phrases_from[token + 1]; ++i) {
      if (compiled_.predicates.holds_phrase(predicate, words_, words_.phrases[i])) return true;
    }
    return false;
  }

  void add(RuleId rule, std::size_t first, std::size_t last, float score) {
    if (score <= 0) return;
    findings_.push_back({.utterance = 0, .bytes = words_.range(first, last),
                         .label = compiled_.rules[static_cast<std::size_t>(rule)].label, .rule = rule, .score = score});
  }

  void list(std::size_t index, std::size_t token) {
    const ListRule& rule = compiled_.lists[index];
    if (list_ends_[index] > token) return;
    for (std::uint32_t i = words_.phrases_from[token]; i < words_.phrases_from[token + 1]; ++i) {
      const Phrase& phrase = words_.phrases[i];
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
    if (shape & shape_uncased) return rule.uncased.value_or(0);
    if (!(shape & (shape_cap | shape_digit))) return rule.lower.value_or(0);
    const bool two_capitals = last > first && (words_.tokens[last].shape & shape_cap) != 0;
    return (shape & shape_start) && !two_capitals ? rule.start.value_or(full) : full;
  }

  void pattern(std::uint32_t index, std::size_t token) {
    if (pattern_ends_[index] > token) return;
    const PatternRule& rule = compiled_.patterns[index];
    const auto match = rule.pattern.match(compiled_.predicates, words_, token, memo_);
    if (!match) return;
    pattern_ends_[index] = match->last + 1;
    if (rule.keep) kept_.push_back({words_.range(match->first, match->last), rule.rule, rule.firm});
    else add(rule.rule, match->first, match->last, compiled_.detail(rule.rule).score);
  }

  const RuleSet::Compiled& compiled_;
  const Words& words_;
  Predicates::Memo& memo_;
  std::vector<Finding>& findings_;
  std::vector<Kept>& kept_;
  std::vector<std::size_t> list_ends_{}, pattern_ends_{};   // the token after a rule's last finding
};

}  // namespace

void find_words(const RuleSet::Compiled& compiled, const Words& words, Predicates::Memo& memo, std::vector<Finding>& findings,
                std::vector<Kept>& kept) {
  WordRules(compiled, words, memo, findings, kept).run();
}

}  // namespace moniker
