// Rows of bits say which lists and patterns are tried at a word. Here every one is tried at every word, as the simple
// way does, and both must find the same: in the rules' examples, cut and joined at random.
#include <catch2/catch.hpp>
#include <random>

#include "rules/word_rules.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

struct FoundByWords {
  std::vector<Finding> findings{};
  std::vector<rules::Kept> kept{};
  bool operator==(const FoundByWords& other) const {
    const auto same = [](const rules::Kept& a, const rules::Kept& b) {
      return a.bytes == b.bytes && a.rule == b.rule && a.firm == b.firm;
    };
    return findings == other.findings &&
           std::equal(kept.begin(), kept.end(), other.kept.begin(), other.kept.end(), same);
  }
};

/// What find_words() was before it had rows.
class SlowWordRules {
 public:
  SlowWordRules(const RuleSet::Compiled& rules, const words::Words& words, Predicates::Memo& memo)
      : rules_(rules), words_(words), memo_(memo), list_ends_(rules.lists.size()), ends_(rules.patterns.size()) {}

  FoundByWords run() {
    for (std::size_t token = 0; token < words_.tokens.size(); ++token) {
      for (std::size_t i = 0; i < rules_.lists.size(); ++i) list(i, token);
      for (std::size_t i = 0; i < rules_.patterns.size(); ++i) pattern(i, token);
    }
    return std::move(found_);
  }

 private:
  void list(std::size_t index, std::size_t token) {
    const ListRule& rule = rules_.lists[index];
    if (list_ends_[index] > token) return;
    for (std::size_t i = words_.phrases_from[token]; i < words_.phrases_from[token + 1]; ++i) {
      if (!rules_.predicates.holds_phrase(rule.words, i, memo_)) continue;
      const std::size_t last = token + words_.phrases[i].count - 1;
      add(rule.rule, token, last, score(rule, token, last));
      list_ends_[index] = last + 1;
      return;
    }
    const words::Token& word = words_.tokens[token];
    if (rules_.predicates.would_hold(rule.words, word.word->classes, Predicates::shape_asked(word)))
      add(rule.rule, token, token, score(rule, token, token));
  }
  void pattern(std::size_t index, std::size_t token) {
    if (ends_[index] > token) return;
    const PatternRule& rule = rules_.patterns[index];
    const auto match = rule.pattern.match(rules_.predicates, words_, token, memo_);
    if (!match) return;
    ends_[index] = match->last + 1;
    if (rule.keep)
      found_.kept.push_back({words_.range(match->first, match->last), rule.rule, rule.firm});
    else
      add(rule.rule, match->first, match->last, rules_.detail(rule.rule).score);
  }
  float score(const ListRule& rule, std::size_t first, std::size_t last) const {
    const float full = rules_.detail(rule.rule).score;
    const std::uint32_t shape = words_.tokens[first].shape;
    if (shape & words::shape_uncased) return rule.uncased.value_or(0);
    if (!(shape & (words::shape_cap | words::shape_digit))) return rule.lower.value_or(0);
    const bool two_capitals = last > first && (words_.tokens[last].shape & words::shape_cap) != 0;
    return (shape & words::shape_start) && !two_capitals ? rule.start.value_or(full) : full;
  }
  void add(RuleId rule, std::size_t first, std::size_t last, float score) {
    if (score <= 0) return;
    found_.findings.push_back({.utterance = 0,
                               .bytes = words_.range(first, last),
                               .label = rules_.rules[static_cast<std::size_t>(rule)].label,
                               .rule = rule,
                               .score = score});
  }

  const RuleSet::Compiled& rules_;
  const words::Words& words_;
  Predicates::Memo& memo_;
  FoundByWords found_{};
  std::vector<std::size_t> list_ends_, ends_;
};

/// Both ways, with one vocabulary for all texts.
class WordRulesOracle {
 public:
  std::size_t same(const std::string& text, bool uncased = false) {
    words::read_words(vocabulary_, text, {.uncased = uncased}, words_);
    FoundByWords fast;
    find_words(rules_, words_, memo_, fast.findings, fast.kept);
    const FoundByWords slow = SlowWordRules(rules_, words_, memo_).run();
    INFO(text);
    CHECK(fast == slow);
    FoundByWords firm, slow_firm = slow;
    find_firm_keeps(rules_, words_, memo_, firm.kept);
    slow_firm.findings.clear();
    std::erase_if(slow_firm.kept, [](const rules::Kept& keep) { return !keep.firm; });
    CHECK(firm == slow_firm);
    return slow.findings.size() + slow.kept.size();
  }
  /// Every question of every word, by its row and by itself.
  void same_answers() {
    for (std::size_t token = 0; token < words_.tokens.size(); ++token) {
      const words::Token& word = words_.tokens[token];
      for (Predicates::Id id = 0; id < rules_.predicates.size(); ++id) {
        const bool alone = rules_.predicates.would_hold(id, word.word->classes, Predicates::shape_asked(word));
        if (rules_.predicates.holds(id, token, memo_) != alone) FAIL("question " << id << " of word " << token);
      }
    }
  }

 private:
  const RuleSet::Compiled& rules_ = test::shipped().compiled();
  words::Vocabulary vocabulary_ = rules_.vocabulary();
  Predicates::Memo memo_ = rules_.memo();
  words::Words words_{};
};

TEST_CASE("by rows of bits the lists and patterns find what each finds when it is tried at every word") {
  WordRulesOracle oracle;
  std::vector<std::string> texts;
  for (const RuleDetail& detail : test::shipped().compiled().details) {
    for (const ExampleSpec& example : detail.examples) texts.push_back(example.text);
  }
  std::mt19937 random(7);  // NOLINT: the same texts every time
  std::size_t found = 0;
  for (const std::string& text : texts) {
    found += oracle.same(text);
    const std::string& other = texts[random() % texts.size()];
    found += oracle.same(text + " " + other);
    found += oracle.same(text + ". " + other, true);
    std::string small = other + ", " + text;
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    found += oracle.same(small, true);
  }
  CHECK(found > 5000);
}

TEST_CASE("a row holds the answer to every question of a word") {
  WordRulesOracle oracle;
  for (const char* text :
       {"Dr Kate Shaw of 12 Elm Road, Leeds, said: I will hope so.", "THE NHS IN LEEDS SAYS NO TO ME",
        "and then mrs brown's sister went to st james hospital with sarah in may 2019"}) {
    oracle.same(text);
    oracle.same_answers();
  }
}

}  // namespace
}  // namespace moniker
