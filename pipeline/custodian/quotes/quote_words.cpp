#include "quotes/quote_words.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "words/edit_distance.hpp"

namespace moniker::custodian {
namespace {

constexpr std::string_view fillers[] = {
    "um",   "uh",   "er",   "erm", "ah",   "oh", "hm",   "hmm", "mm",  "mhm",  "like",   "well",     "yeah",     "so",
    "just", "sort", "kind", "you", "know", "i",  "mean", "and", "but", "then", "really", "actually", "basically"};

struct Contraction {
  std::string_view ending, becomes;
};
constexpr Contraction contractions[] = {{"n't", "not"}, {"'re", "are"},  {"'ve", "have"}, {"'ll", "will"},
                                        {"'m", "am"},   {"'d", "would"}, {"'s", "is"}};

/// What 's is a verb behind: of any other word it may be the owner's.
constexpr std::string_view before_is[] = {"it",         "he",        "she",      "that",   "there",    "here",
                                          "what",       "who",       "how",      "where",  "when",     "why",
                                          "this",       "everybody", "everyone", "nobody", "somebody", "someone",
                                          "everything", "nothing",   "something"};

bool opens(const Contraction& one, std::string_view word) {
  if (!word.ends_with(one.ending) || word.size() == one.ending.size()) return false;
  word.remove_suffix(one.ending.size());
  return one.becomes != "is" || std::find(std::begin(before_is), std::end(before_is), word) != std::end(before_is);
}

/// "can't" is can not, "won't" will not.
void push_opened(std::vector<QuoteWord>& words, QuoteWord word) {
  if (word.word == "cannot") word.word = "can't";
  for (const Contraction& one : contractions) {
    if (!opens(one, word.word)) continue;
    QuoteWord second = word;
    second.word = one.becomes;
    second.after_gap = false;
    second.opened = one.becomes == "is" || one.becomes == "would";
    word.word.resize(word.word.size() - one.ending.size());
    if (one.becomes == "not" && word.word == "ca") word.word = "can";
    if (one.becomes == "not" && word.word == "wo") word.word = "will";
    if (one.becomes == "not" && word.word == "sha") word.word = "shall";
    words.push_back(std::move(word));
    words.push_back(std::move(second));
    return;
  }
  words.push_back(std::move(word));
}

bool is_gap_at(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("\u2026") || text.substr(at).starts_with("...") ||
         text.substr(at).starts_with(". . .");
}

}  // namespace

std::vector<QuoteWord> quote_words(std::string_view text) {
  std::vector<QuoteWord> words;
  bool gap = false;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_word(point.value)) {
      gap = gap || is_gap_at(text, at);
      depth += point.value == U'[' ? 1 : point.value == U']' && depth > 0 ? -1 : 0;
      at += std::max<std::size_t>(1, point.length);
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size()) {
      const CodePoint next = code_point_at(text, at);
      const bool inner = (next.value == U'\'' || next.value == 0x2019) && at > begin &&
                         is_letter(code_point_at(text, at + next.length).value);
      if (!is_word(next.value) && !inner) break;
      at += next.length;
    }
    push_opened(words, {.word = fold(text.substr(begin, at - begin)),
                        .bytes = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
                        .bracketed = depth > 0,
                        .after_gap = std::exchange(gap, false)});
  }
  return words;
}

bool alike(const QuoteWord& a, const QuoteWord& b) {
  if (a.word == b.word) return true;
  const auto also = [](const QuoteWord& one, std::string_view other) {
    return one.opened && other == (one.word == "is" ? "has" : "had");
  };
  if (also(a, b.word) || also(b, a.word)) return true;
  const std::size_t longer = std::max(a.word.size(), b.word.size());
  if (longer < 5 || a.word.front() != b.word.front()) return false;
  return words::edit_distance(a.word, b.word, 2) <= (longer >= 8 ? 2U : 1U);
}

bool is_filler(std::string_view word) {
  return std::find(std::begin(fillers), std::end(fillers), word) != std::end(fillers);
}

}  // namespace moniker::custodian
