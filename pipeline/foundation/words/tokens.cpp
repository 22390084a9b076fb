// A text's words in their places: what stands between them, whether each begins a sentence, which listed phrases begin
// there. What a word is by itself comes from the vocabulary; here is only what its place changes. Capitals mean
// something where they could have been left out: never at a beginning, and nowhere in a text that has none or has
// nothing else (settle_case).
#include "words/tokens.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "words/name_table.hpp"
#include "words/word_scanner.hpp"

namespace moniker::words {
namespace {

/// The longest phrase looked for, in words; the longest entry of the lists has eleven.
constexpr std::size_t longest_phrase = 12;

struct Between {
  std::uint8_t gap = 0;
  bool line = false, only_dot = false;  // only_dot: one full stop and white space
};

std::uint8_t gap_of(char32_t c) {
  switch (c) {
    case ',':
    case 0x3001:
      return gap_comma;
    case '.':
    case '?':
    case '!':
    case ';':
    case ':':
    case 0x2026:
      return gap_stop;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return gap_dash;
    case '"':
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x00AB:
    case 0x00BB:
      return gap_quote;
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '<':
    case '>':
      return gap_bracket;
    default:
      return gap_other;
  }
}

/// What stands in text[begin, end), in which there is no word.
Between between(std::string_view text, std::size_t begin, std::size_t end) {
  Between result;
  if (end - begin == 1 && text[begin] == ' ') return result;  // nine gaps in ten
  std::size_t dots = 0;
  bool other = false;
  for (std::size_t at = begin; at < end;) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '\n')
      result.line = true;
    else if (point.value == '.')
      ++dots;
    if (!is_space(point.value)) {
      result.gap = static_cast<std::uint8_t>(result.gap | gap_of(point.value));
      other |= point.value != '.';
    }
    at += std::max<std::uint32_t>(1, point.length);
  }
  result.only_dot = dots == 1 && !other;
  return result;
}

/// Bytes of the short verb at a word's end, its apostrophe with it; 0 where there is none.
std::size_t verb_size(std::string_view written, std::string_view folded) {
  const std::size_t letters = folded.size() - without_verb(folded).size();
  if (letters == 0) return 0;
  std::size_t at = written.size() - (letters - 1);
  do --at;
  while (at > 0 && (static_cast<unsigned char>(written[at]) & 0xC0) == 0x80);
  return written.size() - at;
}

class WordReader {
 public:
  WordReader(Vocabulary& vocabulary, Setting setting, Words& words)
      : vocabulary_(vocabulary), setting_(setting), words_(words) {}

  void read(std::string_view text) {
    words_.text = text;
    words_.tokens.clear();
    words_.uncut.clear();
    words_.phrases.clear();
    words_.capitals = 0;
    vocabulary_.begin_text();
    words_.epoch = vocabulary_.epoch();
    WordScanner scanner(text);
    for (ByteRange range; scanner.next(range);) take(range);
    words_.last_gap = static_cast<std::uint8_t>(between(text, end_, text.size()).gap | gap_text);
    settle_case();
    words_.phrases_from.resize(words_.tokens.size() + 1);
    const auto& tokens = words_.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      words_.phrases_from[i] = static_cast<std::uint32_t>(words_.phrases.size());
      if (tokens[i].word->continues && i + 1 < tokens.size() && tokens[i + 1].word->follows) find_phrases(i);
    }
    words_.phrases_from.back() = static_cast<std::uint32_t>(words_.phrases.size());
  }

 private:
  void take(ByteRange range) {
    const std::uint32_t end = range.end;
    const Word& word = word_of(range);
    Token token{.bytes = range, .shape = word.shape, .word = &word};
    place(token);
    end_ = end;
    if (word.clitic && !words_.tokens.empty() && token.gap == 0) words_.tokens.back().shape |= shape_possessive;
    if (token.shape & shape_cap) {
      pronoun_ = pronoun_ || word.pronoun;
      words_.capitals += !word.pronoun && !is_cue(range.begin);
    }
    words_.tokens.push_back(token);
  }

  /// "[Music]": what a machine says of the sound bears a capital where its talk bears none.
  bool is_cue(std::uint32_t begin) const { return begin > 0 && words_.text[begin - 1] == '['; }

  /// A capital with a short verb behind it that no list knows is the word without it: Geoff'll, Kate'd. The verb is cut
  /// off the range and is no word of its own.
  const Word& word_of(ByteRange& range) {
    const std::string_view written = words_.text.substr(range.begin, range.size());
    const Word& word = vocabulary_.word(written, words_.text.size() - range.end);
    if (!(word.shape & shape_cap) || word.classes.any()) return word;
    const std::size_t verb = verb_size(written, word.folded());
    if (verb == 0) return word;
    words_.uncut.push_back({static_cast<std::uint32_t>(words_.tokens.size()), range, &word});
    range.end -= static_cast<std::uint32_t>(verb);
    return vocabulary_.word(written.substr(0, written.size() - verb));
  }

  void place(Token& token) {
    const bool first = words_.tokens.empty();
    const Between gap = between(words_.text, end_, token.bytes.begin);
    token.gap = gap.gap;
    if (first) token.gap |= gap_text;
    if (!first && gap.only_dot) {
      const Token& before = words_.tokens.back();
      if ((before.shape & shape_initial) || before.word->abbreviation) token.gap = 0;
    }
    constexpr std::uint8_t starters = gap_stop | gap_dash | gap_quote | gap_bracket | gap_text;
    const bool start = (token.gap & starters) != 0 || (gap.line && setting_.lines_start);
    token.shape |= start ? shape_start : shape_mid;
  }

  /// A text without any capital, or in capitals throughout, says nothing by its capitals. One that merely goes
  /// on in small letters has to be four words long for that, and whoever writes I would have written Kate, unless
  /// the whole document is so.
  void settle_case() {
    std::size_t letters = 0, upper = 0;
    for (const Token& token : words_.tokens) {
      letters += (token.shape & (shape_cap | shape_lower)) != 0 && token.bytes.size() > 1;
      upper += (token.shape & shape_upper) != 0;
    }
    const bool small = words_.capitals == 0 && (setting_.uncased || (words_.tokens.size() >= 4 && !pronoun_));
    const bool shouted = letters >= 4 && upper * 10 >= letters * 9;
    if (!small && !shouted) return;
    for (Token& token : words_.tokens) {
      token.shape |= shape_uncased;
      if (shouted) token.shape &= ~static_cast<std::uint32_t>(shape_cap | shape_upper | shape_initial);
    }
  }

  void find_phrases(std::size_t first) {
    const auto& tokens = words_.tokens;
    const Lexicon& lexicon = vocabulary_.lexicon();
    if (!lexicon.may_continue(tokens[first].word->folded_hash, tokens[first + 1].word->folded_hash)) return;
    key_.assign(words_.fold_of(tokens[first]));
    const Lexicon::Entry* entry = nullptr;
    const std::size_t before = words_.phrases.size();
    for (std::size_t last = first + 1; (!entry || entry->continues) && last < tokens.size(); ++last) {
      if (last - first >= longest_phrase || (tokens[last].gap & ~gap_other) != 0) break;
      key_ += ' ';
      key_ += words_.fold_of(tokens[last]);
      entry = lexicon.find(key_);
      if (!entry) break;
      if (lexicon.set(*entry).any()) {
        words_.phrases.push_back(
            {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last - first + 1), lexicon.set(*entry)});
      }
    }
    std::reverse(words_.phrases.begin() + static_cast<std::ptrdiff_t>(before), words_.phrases.end());
  }

  Vocabulary& vocabulary_;
  const Setting setting_;
  Words& words_;
  std::size_t end_ = 0;   // of the last word, with a verb that was cut off it
  bool pronoun_ = false;  // somebody wrote I
  std::string key_{};
};

}  // namespace

void read_words(Vocabulary& vocabulary, std::string_view text, Setting setting, Words& words) {
  WordReader(vocabulary, setting, words).read(text);
}

}  // namespace moniker::words
