// What is known of words, and of those that no rule claims, what nearly claimed them: for who asks why a word stays.
#include <algorithm>

#include "detect/explain.hpp"
#include "rules/compiled.hpp"

namespace moniker::detect {
namespace {

std::vector<std::string> names_of(const rules::RuleSet::Compiled& compiled, const words::ClassSet& classes) {
  std::vector<std::string> names;
  for (std::size_t bit = 0; bit < compiled.class_names.size(); ++bit) {
    if (classes.test(bit)) names.push_back(compiled.class_names[bit]);
  }
  return names;
}

words::ClassSet classes_of(const words::Words& words, std::size_t token) {
  words::ClassSet classes = words.tokens[token].word->classes;
  for (const words::Phrase& phrase : words.phrases) {
    if (phrase.first <= token && token < phrase.first + phrase.count) classes |= phrase.classes;
  }
  return classes;
}

constexpr std::size_t most_tried = 3;

/// Whether to say what was tried: of words that may be of a name or a number, and not of the small change of talk.
bool may_be_asked_of(const words::Token& token, const std::vector<std::string>& lists) {
  constexpr std::uint32_t telling = words::shape_cap | words::shape_digit;
  const bool small_change = std::any_of(lists.begin(), lists.end(), [](const std::string& list) {
    return list == "function" || list == "contraction" || list == "filler";
  });
  return !small_change && ((token.shape & telling) != 0 || !lists.empty());
}

bool is_claimed(const Explained& explained, ByteRange bytes) {
  const auto touches = [&](const auto& all, auto range) {
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return range(one).overlaps(bytes); });
  };
  return touches(explained.findings, [](const Finding& f) { return f.bytes; }) ||
         touches(explained.claims, [](const rules::ClaimTrace& c) { return c.claim.bytes; });
}

}  // namespace

std::vector<KnownWord> known_words(const rules::RuleSet& rules, const Utterance& utterance, ByteRange bytes) {
  words::Vocabulary vocabulary = rules.compiled().vocabulary();
  words::Words words;
  words::read_words(vocabulary, utterance.text, {}, words);
  std::vector<KnownWord> all;
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (!words.tokens[i].bytes.overlaps(bytes)) continue;
    all.push_back({words.tokens[i].bytes, names_of(rules.compiled(), classes_of(words, i))});
  }
  return all;
}

std::vector<UnclaimedWord> unclaimed_words(const rules::RuleSet& rules, const Utterance& utterance,
                                           const Explained& explained) {
  words::Vocabulary vocabulary = rules.compiled().vocabulary();
  words::Words words;
  words::read_words(vocabulary, utterance.text, {}, words);
  const rules::NearMisses near(rules.compiled(), words, rules.language());
  std::vector<UnclaimedWord> all;
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    const ByteRange bytes = words.tokens[i].bytes;
    if (is_claimed(explained, bytes)) continue;
    UnclaimedWord word{.bytes = bytes, .lists = names_of(rules.compiled(), classes_of(words, i))};
    for (const rules::Kept& kept : explained.kept) {
      if (kept.bytes.holds(bytes)) word.keeps.push_back(kept.rule);
    }
    for (const rules::TaggedWord& weighed : explained.weighed) {
      if (weighed.bytes == bytes) word.named = std::max(word.named.value_or(0), weighed.named);
    }
    if (word.keeps.empty() && may_be_asked_of(words.tokens[i], word.lists))
      word.tried = near.of(static_cast<std::uint32_t>(i), most_tried);
    all.push_back(std::move(word));
  }
  return all;
}

}  // namespace moniker::detect
