// Phrases in a text by whole words, and the forms that a word of the language takes: plural, past, one who does it.
#include <algorithm>

#include "base/utf8.hpp"
#include "manuscript/paper_words.hpp"

namespace moniker::custodian {
namespace {

template <class Has>
bool says_any(std::string_view folded, const Has& has) {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const bool begins = at == 0 || !is_word(code_point_before(folded, at).value);
    if (!begins || folded[at] == ' ') continue;
    for (std::size_t end = at; end < folded.size() && end - at < 40;) {
      while (end < folded.size() && folded[end] == ' ') ++end;
      while (end < folded.size() && folded[end] != ' ' &&
             (is_word(code_point_at(folded, end).value) || folded[end] == '-' || folded[end] == '\'' ||
              folded[end] == '%'))
        ++end;
      if (has(folded.substr(at, end - at))) return true;
      if (end >= folded.size() || folded[end] != ' ') break;
    }
  }
  return false;
}

}  // namespace

bool says_one_of(std::string_view folded, const words::WordSet& phrases) {
  return says_any(folded, [&](std::string_view words) { return phrases.contains(words); });
}

bool says_one_of(std::string_view folded, const Phrases& phrases) {
  return says_any(folded, [&](std::string_view words) { return is_one_of(words, phrases); });
}

bool is_one_of(std::string_view word, const Phrases& phrases) {
  return std::find(phrases.begin(), phrases.end(), word) != phrases.end();
}

std::string_view lead_of(std::string_view text, const Phrases& phrases) {
  for (const std::string& phrase : phrases) {
    const bool begins = text.starts_with(phrase);
    if (begins && (text.size() == phrase.size() || !is_word(code_point_at(text, phrase.size()).value))) return phrase;
  }
  return {};
}

bool is_past(std::string_view word, const PaperWords& words) {
  constexpr std::size_t shortest = 5;
  return word.size() >= shortest && std::any_of(words.past_endings.begin(), words.past_endings.end(),
                                                [&](const std::string& ending) { return word.ends_with(ending); });
}

bool is_agent(std::string_view word, const PaperWords& words) {
  return std::any_of(words.agent_endings.begin(), words.agent_endings.end(),
                     [&](const std::string& ending) { return word.ends_with(ending); });
}

bool ends_head(const std::vector<std::string>& said, std::size_t at, const PaperWords& words) {
  return at >= said.size() || is_one_of(said[at], words.head_ends) || is_one_of(said[at], words.sentence_begins);
}

std::string singular(std::string_view word, const PaperWords& words) {
  for (const std::string& ending : words.plural_endings) {  // "ies y": the one for the other
    const std::size_t cut = std::min(ending.find(' '), ending.size());
    const std::string_view plural = std::string_view(ending).substr(0, cut);
    if (word.size() <= plural.size() + 1 || !word.ends_with(plural)) continue;
    return std::string(word.substr(0, word.size() - plural.size())) +
           (cut < ending.size() ? ending.substr(cut + 1) : std::string());
  }
  return std::string(word);
}

bool ends_as_plural(std::string_view word, const PaperWords& words) { return singular(word, words) != word; }

bool is_plural_of(std::string_view plural, std::string_view word, const PaperWords& words) {
  if (plural == word) return true;
  return std::any_of(words.plural_endings.begin(), words.plural_endings.end(), [&](const std::string& ending) {
    const std::size_t cut = std::min(ending.find(' '), ending.size());
    const std::string_view of = cut < ending.size() ? std::string_view(ending).substr(cut + 1) : std::string_view();
    return word.ends_with(of) && plural.ends_with(ending.substr(0, cut)) &&
           plural.substr(0, plural.size() - cut) == word.substr(0, word.size() - of.size());
  });
}

bool is_same_noun(std::string_view a, std::string_view b, const PaperWords& words) {
  return is_plural_of(a, b, words) || is_plural_of(b, a, words);
}

std::string_view tail_of(std::string_view text, const Phrases& phrases) {
  for (const std::string& phrase : phrases) {
    if (!text.ends_with(phrase)) continue;
    const std::size_t before = text.size() - phrase.size();
    if (before == 0 || text[before - 1] == ' ') return phrase;
  }
  return {};
}

}  // namespace moniker::custodian
