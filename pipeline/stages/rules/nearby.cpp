#include "rules/nearby.hpp"

#include <algorithm>

namespace moniker::rules {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The byte `count` code points before `at`; what is left of the count when the text begins first.
std::pair<std::size_t, std::uint32_t> back(std::string_view text, std::size_t at, std::uint32_t count) {
  while (at > 0 && count > 0) {
    if (!is_continuation(text[--at])) --count;
  }
  return {at, count};
}

std::size_t forth(std::string_view text, std::size_t at, std::uint32_t count) {
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
    --count;
  }
  return at;
}

/// How many tokens from `first` on spell the key; 0 when they do not.
std::size_t spells(const words::Words& words, std::size_t first, std::string_view key) {
  std::size_t count = 0;
  while (!key.empty()) {
    if (first + count >= words.tokens.size()) return 0;
    const std::string_view word = words.fold_of(words.tokens[first + count]);
    if (!key.starts_with(word) || (key.size() > word.size() && key[word.size()] != ' ')) return 0;
    key.remove_prefix(std::min(key.size(), word.size() + 1));
    ++count;
  }
  return count;
}

/// The first of the keys that stands wholly within the bytes.
const std::string* standing(const words::Words& words, const std::vector<std::string>& keys, std::size_t begin,
                            std::size_t end) {
  const auto first = std::lower_bound(words.tokens.begin(), words.tokens.end(), begin,
                                      [](const words::Token& token, std::size_t at) { return token.bytes.begin < at; });
  for (auto i = static_cast<std::size_t>(first - words.tokens.begin()); i < words.tokens.size(); ++i) {
    if (words.tokens[i].bytes.end > end) break;
    for (const std::string& key : keys) {
      const std::size_t count = spells(words, i, key);
      if (count != 0 && words.tokens[i + count - 1].bytes.end <= end) return &key;
    }
  }
  return nullptr;
}

const std::string* veto(const words::Words& words, const std::vector<std::string>& keys, ByteRange bytes) {
  const auto after = std::lower_bound(words.tokens.begin(), words.tokens.end(), bytes.end,
                                      [](const words::Token& t, std::uint32_t end) { return t.bytes.begin < end; });
  const auto inside = std::lower_bound(words.tokens.begin(), words.tokens.end(), bytes.begin,
                                       [](const words::Token& t, std::uint32_t begin) { return t.bytes.end <= begin; });
  const auto next = static_cast<std::size_t>(after - words.tokens.begin());
  const auto first = static_cast<std::size_t>(inside - words.tokens.begin());
  const std::string_view text = words.text;
  const auto is_sign_beside = [&](std::string_view sign) {
    return text.substr(0, bytes.begin).ends_with(sign) || text.substr(bytes.end).starts_with(sign);
  };
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const std::string& key) {
    if (is_sign_beside(key)) return true;
    if (spells(words, next, key) != 0) return true;
    const auto length = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
    return first >= length && spells(words, first - length, key) == length;
  });
  return found == keys.end() ? nullptr : &*found;
}

}  // namespace

Context context_of(const RuleDetail& rule, const words::Words& words, const words::Words& before, ByteRange bytes) {
  Context context;
  if (!rule.not_near.empty()) context.veto = veto(words, rule.not_near, bytes);
  const NearWords& near = rule.context;
  if (near.words.empty() || context.veto) return context;
  const auto [begin, left] = back(words.text, bytes.begin, near.before);
  context.near = standing(words, near.words, begin, bytes.begin);
  if (!context.near) context.near = standing(words, near.words, bytes.end, forth(words.text, bytes.end, near.after));
  if (!context.near && left > 0) {
    const std::size_t from = back(before.text, before.text.size(), left).first;
    context.near = standing(before, near.words, from, before.text.size());
  }
  context.change = context.near ? near.raise : -near.lower;
  return context;
}

float in_context(float score, const Context& context) { return std::clamp(score + context.change, 0.0F, 1.0F); }

}  // namespace moniker::rules
