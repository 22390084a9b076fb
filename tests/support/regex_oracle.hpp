#pragma once
#include <random>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "rules/regex_rules.hpp"

namespace moniker::test {

/// Asks the fast way and RE2 alone for all matches of all regular expressions in one text after the other.
class RegexOracle {
 public:
  explicit RegexOracle(const rules::RuleSet& rules)
      : rules_(rules), compiled_(rules.compiled()), room_(compiled_), vocabulary_(compiled_.vocabulary()) {}

  /// What both say, one line a finding.
  struct Answers {
    std::vector<std::string> fast{}, slow{};
  };
  Answers ask(const std::string& text) {
    std::vector<Finding> fast, slow;
    words::read_words(vocabulary_, text, {}, words_);
    rules::find_regexes(compiled_, rules_.language(), words_, room_, fast);
    rules::find_regexes_slowly(compiled_, rules_.language(), text, slow);
    return {lines(fast), lines(slow)};
  }
  /// How many places the last text's words named where a match may begin.
  std::size_t wakes() const { return room_.wakes.size(); }

 private:
  std::vector<std::string> lines(const std::vector<Finding>& findings) const {
    std::vector<std::string> all;
    for (const Finding& finding : findings) {
      all.push_back(rules_.rule(finding.rule).id + " " + std::to_string(finding.bytes.begin) + "-" +
                    std::to_string(finding.bytes.end) + " " + std::to_string(finding.score));
    }
    return all;
  }

  const rules::RuleSet& rules_;
  const rules::RuleSet::Compiled& compiled_;
  rules::RegexRoom room_;
  words::Vocabulary vocabulary_;
  words::Words words_{};
};

/// Writes texts that an expression matches, or nearly: what its tree allows, drawn.
class MatchWriter {
 public:
  explicit MatchWriter(std::mt19937& random) : random_(random) {}

  void write(const rules::Expression& expression, std::string& out) {
    using Kind = rules::Expression::Kind;
    if (expression.kind == Kind::one) append_utf8(out, one_of(expression.one));
    if (expression.kind == Kind::join) {
      for (const rules::Expression& part : expression.parts) write(part, out);
    }
    if (expression.kind == Kind::either) write(expression.parts[below(expression.parts.size())], out);
    if (expression.kind != Kind::repeat) return;
    const std::size_t more = std::min<std::size_t>(expression.most - expression.least, 3);
    for (std::size_t times = expression.least + below(more + 1); times > 0; --times)
      write(expression.parts.front(), out);
  }
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

 private:
  char32_t one_of(const rules::Symbols& set) {
    constexpr char32_t words[] = {U'é', U'Ö', U'ſ', U'\u212A', U'٣', U'ł', U'\u0301'};
    constexpr char32_t gaps[] = {U'–', U'\u00A0', U'…', U'™', U'\uFFFD'}, joiners[] = {U'’', U'‐'};
    constexpr char32_t numbers[] = {U'½', U'²', U'①', U'Ⅳ', U'⅓'};
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < set.size(); ++i) {
      // Rarely what no keyboard writes, and rarely what is beyond ASCII where ASCII would do.
      if (set[i] && (i >= 0x20 || below(8) == 0) && (i < 0x80 || below(4) == 0)) some.push_back(i);
    }
    if (some.empty()) {
      for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i]) some.push_back(i);
      }
    }
    const std::size_t symbol = some.empty() ? ' ' : some[below(some.size())];
    if (symbol == rules::wide_word) return words[below(std::size(words))];
    if (symbol == rules::wide_joiner) return joiners[below(std::size(joiners))];
    if (symbol == rules::wide_number) return numbers[below(std::size(numbers))];
    return symbol == rules::wide_gap ? gaps[below(std::size(gaps))] : static_cast<char32_t>(symbol);
  }

  std::mt19937& random_;
};

}  // namespace moniker::test
