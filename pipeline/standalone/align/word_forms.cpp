// Contractions in full, abbreviations as they are said, British as American, by the pairs of the language. They are
// applied to both sides alike, so a wrong pair hides a difference and never makes one.
#include "align/word_forms.hpp"

#include <algorithm>

namespace moniker::align {
namespace {

using words::Spellings;

constexpr std::size_t shortest_word = 4;      // that has another spelling
constexpr std::size_t shortest_with_end = 6;  // in which the last letters are an ending
constexpr std::size_t shortest_stem = 3;

/// The first pair whose ending the word has, if the word is as long as `least` asks of that ending.
template <class Least>
void change_ending(std::string& word, const Spellings::Pairs& endings, const Least& least) {
  for (const auto& [ending, same] : endings) {
    if (word.size() < least(ending) || !word.ends_with(ending)) continue;
    word.replace(word.size() - ending.size(), ending.size(), same);
    return;
  }
}

}  // namespace

std::string full_form(std::string_view word, const Spellings& spellings) {
  if (const std::string* full = words::find_word(spellings.in_full, word)) return *full;
  for (const auto& [ending, full] : spellings.endings_in_full) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      return full_form(word.substr(0, word.size() - ending.size()), spellings) + ' ' + full;  // we'd've: twice
    }
  }
  std::string plain(word);
  std::erase(plain, '\'');
  return plain;
}

std::string one_spelling(std::string word, const Spellings& spellings) {
  if (word.size() < shortest_word) return word;
  if (const std::string* same = words::find_word(spellings.words, word)) return *same;
  for (const auto& [part, same] : spellings.parts) {
    if (const std::size_t at = word.find(part); at != std::string::npos) word.replace(at, part.size(), same);
  }
  change_ending(word, spellings.endings, [](const std::string&) { return shortest_with_end; });
  change_ending(word, spellings.stem_endings, [](const std::string& ending) { return shortest_stem + ending.size(); });
  return word;
}

}  // namespace moniker::align
