// Who speaks is not who is spoken of, but for those who introduce or quote themselves. The words that tell it stand in
// the language's words.tsv; here is where they stand: before the name up to a mark that parts them, and after it up to
// the next word. "Liz's" is somebody seen from outside, whatever stands before.
#include "resolve/manner.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "resolve/person_name.hpp"

namespace moniker::resolve {
namespace {

constexpr std::size_t most_words = 4;      // of a phrase before a name: "my maiden name was"
constexpr std::size_t longest_look = 160;  // bytes before a name that are looked at

/// What stands before a name: its last words, and the mark between them and the name.
struct Before {
  std::vector<std::string> words{};  // folded, the last ones
  std::string mark{};                // punctuation right before the name, blanks left out
  bool quotes = false;               // somebody else was quoted in the sentence, or by marks
  bool starts = false;               // nothing stands between the name and the begin of a sentence
};

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

/// Where what is looked at begins: behind the last sentence, at a code point.
std::string_view same_sentence(std::string_view before) {
  std::size_t begin = before.size() > longest_look ? before.size() - longest_look : 0;
  while (begin < before.size() && (static_cast<unsigned char>(before[begin]) & 0xC0U) == 0x80U) ++begin;
  before.remove_prefix(begin);
  const std::size_t end = before.find_last_not_of(" \t\"'(");
  if (end == std::string_view::npos) return before;
  const std::size_t stop = before.find_last_of(".!?\n", end);
  return stop == std::string_view::npos ? before : before.substr(stop + 1);
}

std::string_view last_mark(std::string_view before) {
  std::size_t at = before.size();
  while (at > 0) {
    const CodePoint c = code_point_before(before, at);
    if (c.length == 0 || is_word(c.value)) break;
    at -= c.length;
  }
  return before.substr(at);
}

/// How many of the last words are a phrase of the list, the longest one; 0: none.
std::size_t last_phrase(const std::vector<std::string>& words, const words::WordSet& phrases) {
  std::string phrase;
  std::size_t longest = 0;
  for (std::size_t count = 1; count <= words.size(); ++count) {
    phrase = words[words.size() - count] + (phrase.empty() ? "" : ' ' + phrase);
    if (phrases.contains(phrase)) longest = count;
  }
  return longest;
}

bool ends_with(const std::vector<std::string>& words, const words::WordSet& phrases) {
  return last_phrase(words, phrases) > 0;
}

/// Whether a sentence says "she said" somewhere, and not "I said".
bool quotes_another(const std::vector<std::string>& words, const words::Language& language) {
  for (std::size_t end = 1; end <= words.size(); ++end) {
    const std::size_t begin = end > most_words ? end - most_words : 0;
    const std::vector<std::string> some(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                        words.begin() + static_cast<std::ptrdiff_t>(end));
    const std::size_t said = last_phrase(some, language.sayings);
    if (said > 0 && (said == end || !language.speaker.contains(words[end - said - 1]))) return true;
  }
  return false;
}

/// Whether the text ends within a quotation that whoever speaks does not claim for themselves: she said "my name's
/// Priya.
bool within_anothers_words(std::string_view text, const words::Language& language) {
  const std::size_t curly = text.rfind("\xE2\x80\x9C"), closed = text.rfind("\xE2\x80\x9D");
  std::size_t opens =
      curly == std::string_view::npos || (closed != std::string_view::npos && closed > curly) ? text.size() : curly;
  if (std::count(text.begin(), text.end(), '"') % 2 == 1) opens = std::min(opens, text.rfind('"'));
  if (opens == text.size()) return false;
  const std::vector<std::string> words = folded_words(same_sentence(text.substr(0, opens)));
  return words.empty() || quotes_another(words, language);
}

Before look_before(std::string_view text, const words::Language& language) {
  Before before;
  const std::size_t end = text.find_last_not_of(" \t\"'(");
  before.starts = end == std::string_view::npos || ends_sentence(text[end]);
  if (before.starts) return before;
  const std::string_view sentence = same_sentence(text);
  for (const char c : last_mark(sentence)) {
    if (c != ' ' && c != '\t') before.mark += c;
  }
  before.words = folded_words(sentence);
  before.quotes = quotes_another(before.words, language) || within_anothers_words(text, language);
  if (before.words.size() > most_words) before.words.erase(before.words.begin(), before.words.end() - most_words);
  return before;
}

bool parts(std::string_view mark) {
  return mark.find_first_of(",:;\"") != std::string_view::npos || mark.find("\xE2\x80") != std::string_view::npos;
}

/// Whether one of the three words before the last is of the list: "my sister", "my big sister".
bool is_whose(const std::vector<std::string>& words, const words::WordSet& whose) {
  const auto end = words.end() - 1;
  return std::any_of(end - std::min<std::ptrdiff_t>(3, end - words.begin()), end,
                     [&](const std::string& word) { return whose.contains(word); });
}

/// "sister", "sisters".
bool is_one_or_more_of(const std::string& word, const words::WordSet& kin) {
  return kin.contains(word) || (word.ends_with('s') && kin.contains(word.substr(0, word.size() - 1)));
}

/// "my sister Liz", "our Liz", "my brothers, Imran and Yusuf".
bool is_of_family(const Before& before, const words::Language& language) {
  if (before.words.empty()) return false;
  const std::string& last = before.words.back();
  if (before.mark.empty() && language.own.contains(last)) return true;
  return is_one_or_more_of(last, language.family) && is_whose(before.words, language.own);
}

/// "her sister Liz", "my friend Liz", "a friend, Liz".
bool is_introduced(const Before& before, const words::Language& language) {
  if (before.words.empty()) return false;
  const std::string& last = before.words.back();
  const bool family = is_one_or_more_of(last, language.family);
  const bool acquaintance = is_one_or_more_of(last, language.acquaintances);
  return ((family || acquaintance) && is_whose(before.words, language.others)) ||
         (acquaintance && is_whose(before.words, language.own));
}

/// What stands after a name: the first mark, or the first word.
struct After {
  char mark = 0;  // one of , . ? ! or 0; '.' at the end of the text
  std::string word{};
  bool word_ends = false;  // a mark or the end follows the word
};

After look_after(std::string_view text) {
  After after;
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {'.', "", false};
  const char c = text[first];
  if (std::string_view(",.?!").find(c) != std::string_view::npos) return {c, "", false};
  if (c == '\n') return {'.', "", false};
  std::string_view rest = text.substr(first, longest_look);
  const auto words = folded_words(rest);
  if (words.empty()) return after;
  after.word = words.front();
  const std::size_t stop = rest.find_first_of(" \t\n,.?!;:");
  const std::size_t next = stop == std::string_view::npos ? stop : rest.find_first_not_of(" \t", stop);
  after.word_ends =
      next == std::string_view::npos || std::string_view("\n,.?!;:").find(rest[next]) != std::string_view::npos;
  return after;
}

bool possessive(std::string_view name, std::string_view after) {
  const std::string folded = fold(name);
  return folded.ends_with("'s") || folded.ends_with('\'') || fold(after.substr(0, 4)).starts_with("'s");
}

/// The sentence that the place stands in.
std::string_view sentence_at(std::string_view text, ByteRange bytes) {
  const std::size_t before = text.find_last_of(".!?\n", bytes.begin == 0 ? 0 : bytes.begin - 1);
  const std::size_t begin = bytes.begin == 0 || before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, text.find_first_of(".!?\n", bytes.end) - begin);
}

/// Whether a sentence speaks of what the speaker is called: one of the phrases stands in it.
bool is_about_own_name(std::string_view sentence, const words::Language& language) {
  std::vector<std::string> words;
  for (std::string& word : folded_words(sentence)) {
    const bool is = word.ends_with("'s");  // "Kate's fine"
    if (is) word.resize(word.size() - 2);
    words.push_back(std::move(word));
    if (is) words.emplace_back("is");
  }
  for (auto end = words.begin(); end != words.end(); ++end) {
    const auto begin = end + 1 - std::min<std::ptrdiff_t>(most_words, end - words.begin() + 1);
    if (ends_with({begin, end + 1}, language.own_name)) return true;
  }
  return false;
}

/// "My daughter was born Lucy Vane", "her maiden name was Vane": somebody else is meant by what people say of
/// themselves.
bool is_of_another(const Before& before, const words::Language& language) {
  return std::any_of(before.words.begin(), before.words.end(), [&](std::string word) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    const bool pronoun = language.taken_up.contains(word) && !language.own.contains(word);
    const bool theirs = language.others.contains(word) && !language.introductions.contains(word) &&
                        !language.pointing_words.contains(word);
    return pronoun || theirs || language.family.contains(word) || language.acquaintances.contains(word);
  });
}

/// Where the titles begin that stand before the name: "Mrs Shaw", "Dr. Shaw", "Auntie Jean".
std::uint32_t begin_with_titles(std::string_view text, std::uint32_t begin, const words::Language& language) {
  for (;;) {
    std::size_t end = begin;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '.')) --end;
    std::size_t at = end;
    while (at > 0 && is_word(code_point_before(text, at).value)) at -= code_point_before(text, at).length;
    if (at == end || end == begin) return begin;
    const auto title = language.titles.find(fold(text.substr(at, end - at)));
    if (title == language.titles.end() || title->second.behind) return begin;
    // "Dr. Shaw", but "he's my uncle. Kate Shaw said so."
    if (text[end] == '.' && title->second.goes_with == 'g') return begin;
    begin = static_cast<std::uint32_t>(at);
  }
}

bool starts_with_title(std::string_view name, const words::Language& language) {
  const std::size_t blank = name.find(' ');
  return blank != std::string_view::npos && is_title(fold(name.substr(0, blank)), language);
}

/// "Robert, he's the eldest."
bool is_taken_up(std::string_view behind, const words::Language& language) {
  const auto words = folded_words(behind.substr(0, longest_look));
  return !words.empty() && language.taken_up.contains(words.front());
}

/// `titled`: a title stands before the name.
Manner manner_of(std::string_view text, ByteRange bytes, const Before& before, bool titled,
                 const words::Language& language) {
  const std::string_view name = text.substr(bytes.begin, bytes.size());
  const std::string_view behind = text.substr(bytes.end);
  const bool own_name = is_about_own_name(sentence_at(text, bytes), language);
  if (possessive(name, behind)) return own_name ? Manner::self_talk : Manner::told;
  // "He said, I'm Rob" tells of a Rob, and so does "she'd ring up and say this is Dr Nair".
  if (!parts(before.mark) && ends_with(before.words, language.names_self))
    return before.quotes || is_of_another(before, language) ? Manner::told : Manner::of_self;
  if (!parts(before.mark) && before.quotes && ends_with(before.words, language.self_before)) return Manner::told;
  const After after = look_after(behind);
  const bool begins = before.starts || parts(before.mark) || ends_with(before.words, language.self_before);
  if (begins && after.word_ends && language.self_after.contains(after.word)) return Manner::of_self;
  // "she said, right, Liz, you ought to": whoever tells it is called Liz. "I said, Liz, ..." calls another.
  const bool greeted = !parts(before.mark) && ends_with(before.words, language.greetings);
  if (before.quotes && (titled || greeted || (parts(before.mark) && after.mark != 0))) return Manner::self_talk;
  if (!parts(before.mark) && ends_with(before.words, language.introductions)) return Manner::introduced;
  if (!parts(before.mark) && ends_with(before.words, language.self_before)) return Manner::self_talk;
  if (own_name) return Manner::self_talk;
  if (before.starts && after.mark == ',' && is_taken_up(behind, language)) return Manner::taken_up;
  if (after.mark != 0 && (greeted || before.starts || (parts(before.mark) && after.mark != ','))) return Manner::called;
  return Manner::told;
}

}  // namespace

SaidName said_name(std::string_view text, ByteRange bytes, Meaning means, const words::Language& language) {
  const std::string name(text.substr(bytes.begin, bytes.size()));
  if (means != Meaning::person) return {name, Manner::told};
  // The sister of "my sister Kate" is no title.
  Before before = look_before(text.substr(0, bytes.begin), language);
  if (is_of_family(before, language)) return {name, Manner::of_family};
  if (is_introduced(before, language)) return {name, Manner::introduced};
  const std::uint32_t begin = begin_with_titles(text, bytes.begin, language);
  const bool titled = begin < bytes.begin || starts_with_title(name, language);
  if (begin < bytes.begin) before = look_before(text.substr(0, begin), language);
  bytes.begin = begin;
  return {std::string(text.substr(bytes.begin, bytes.size())), manner_of(text, bytes, before, titled, language)};
}

}  // namespace moniker::resolve
