#include "detect/unknown_words.hpp"

#include <algorithm>

#include "rules/compiled.hpp"
#include "rules/word_questions.hpp"

namespace moniker::detect {

struct UnknownWords::State {
  const rules::RuleSet::Compiled& compiled;
  words::Vocabulary vocabulary;
  words::Words words{};
  explicit State(const rules::RuleSet& rules) : compiled(rules.compiled()), vocabulary(compiled.vocabulary()) {}

  bool is_known(std::string_view folded) const {
    return rules::is_word_of(compiled, compiled.ordinary, folded, words::shape_lower);
  }
  /// As it stands, without a plural's s, and part by part: well-known, would've.
  bool is_ordinary(std::string_view folded) const {
    if (is_known(folded) || (folded.ends_with('s') && is_known(folded.substr(0, folded.size() - 1)))) return true;
    const std::size_t joint = folded.find_first_of("-'");
    if (joint == std::string_view::npos || joint == 0) return false;
    const std::string_view rest = folded.substr(joint + 1);
    return is_ordinary(folded.substr(0, joint)) && (rest.size() < 3 || is_ordinary(rest));
  }
  bool is_odd(const words::Token& token) const {
    constexpr std::uint32_t no_word = words::shape_digit | words::shape_initial;
    if ((token.shape & no_word) || token.word->clitic || token.word->pronoun || token.bytes.size() < 3) return false;
    if (rules::is_word_of(compiled, compiled.title, token.word->folded(), words::shape_cap)) return false;
    const bool capital = (token.shape & (words::shape_cap | words::shape_upper)) && (token.shape & words::shape_mid) &&
                         !(token.shape & words::shape_uncased);
    return !is_ordinary(token.word->folded()) && (capital || compiled.lexicon.find(token.word->folded()) == nullptr);
  }
};

UnknownWords::UnknownWords(const rules::RuleSet& rules) : state_(std::make_unique<State>(rules)) {}
UnknownWords::~UnknownWords() = default;

std::vector<ByteRange> UnknownWords::in(const Utterance& turn, const std::vector<Finding>& findings) {
  words::Words& words = state_->words;
  words::read_words(state_->vocabulary, turn.text, {.lines_start = turn.cues.empty()}, words);
  std::vector<ByteRange> all;
  std::size_t last = 0;  // the token behind the last one taken
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    const words::Token& token = words.tokens[i];
    const bool found = std::any_of(findings.begin(), findings.end(),
                                   [&](const Finding& finding) { return finding.bytes.overlaps(token.bytes); });
    if (found || !state_->is_odd(token)) continue;
    if (!all.empty() && last == i && token.gap == 0 && (token.shape & words::shape_cap)) {
      all.back().end = token.bytes.end;
    } else {
      all.push_back(token.bytes);
    }
    last = i + 1;
  }
  return all;
}

}  // namespace moniker::detect
