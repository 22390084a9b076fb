#include "detect/tokens.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "detect/words_of.hpp"

namespace moniker {
namespace {

/// The longest phrase looked for, in words; the longest entry of the lists has eleven.
constexpr std::size_t longest_phrase = 12;
constexpr std::size_t shortest_plural = 4;

struct Letters {
  std::uint32_t upper = 0, lower = 0, digits = 0, hyphens = 0;
  bool last_s = false;
  bool first_upper = false, parts_upper = true;   // every part of a hyphened word begins with a capital
};

Letters letters_of(std::string_view word) {
  Letters letters;
  bool part_begins = true;
  letters.last_s = word.ends_with('s');
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const bool upper = is_upper(point.value);
    if (is_letter(point.value)) {
      letters.upper += upper;
      letters.lower += !upper;
      if (at == 0) letters.first_upper = upper;
      if (part_begins) letters.parts_upper &= upper;
    }
    letters.digits += is_digit(point.value);
    part_begins = point.value == '-' || point.value == 0x2010 || point.value == 0x2011;
    letters.hyphens += part_begins;
    at += std::max<std::uint32_t>(1, point.length);
  }
  return letters;
}

std::uint32_t shape_of(const Letters& letters) {
  std::uint32_t shape = 0;
  if (letters.first_upper) shape |= shape_cap;
  const bool plural = letters.lower == 1 && letters.last_s && letters.first_upper;   // GPs
  if (letters.upper >= 2 && (letters.lower == 0 || plural)) shape |= shape_upper;
  if (!letters.first_upper && letters.upper + letters.lower > 0 && letters.digits == 0) shape |= shape_lower;
  if (letters.digits > 0) shape |= shape_digit;
  if (letters.first_upper && letters.upper + letters.lower + letters.digits == 1) shape |= shape_initial;
  if (letters.hyphens > 0) shape |= shape_hyphen;
  if (letters.upper + letters.lower <= 4) shape |= shape_short;
  return shape;
}

struct Between {
  std::uint8_t gap = 0;
  bool line = false, only_dot = false;   // only_dot: one full stop and white space
};

std::uint8_t gap_of(char32_t c) {
  switch (c) {
    case ',': case 0x3001: return gap_comma;
    case '.': case '?': case '!': case ';': case ':': case 0x2026: return gap_stop;
    case '-': case 0x2013: case 0x2014: case 0x2015: case 0x2212: return gap_dash;
    case '"': case '\'': case 0x2018: case 0x2019: case 0x201C: case 0x201D: case 0x00AB: case 0x00BB: return gap_quote;
    case '(': case ')': case '[': case ']': case '{': case '}': case '<': case '>': return gap_bracket;
    default: return gap_other;
  }
}

Between between(std::string_view text, std::size_t begin, std::size_t end) {
  Between result;
  std::size_t dots = 0;
  bool other = false;
  for (std::size_t at = begin; at < end;) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '\n') result.line = true;
    else if (point.value == '.') ++dots;
    if (!is_space(point.value)) {
      result.gap = static_cast<std::uint8_t>(result.gap | gap_of(point.value));
      other |= point.value != '.';
    }
    at += std::max<std::uint32_t>(1, point.length);
  }
  result.only_dot = dots == 1 && !other;
  return result;
}

class WordReader {
 public:
  WordReader(const Lexicon& lexicon, const ClassSet& abbreviations, Setting setting, Words& words)
      : lexicon_(lexicon), abbreviations_(abbreviations), setting_(setting), words_(words) {}

  void read(std::string_view text) {
    words_.text = text;
    words_.folded.clear();
    words_.tokens.clear();
    words_.phrases.clear();
    words_.phrases_from.clear();
    words_.capitals = 0;
    WordScanner scanner(text);
    for (ByteRange range; scanner.next(range);) take(range);
    const std::size_t end = words_.tokens.empty() ? 0 : words_.tokens.back().bytes.end;
    words_.last_gap = static_cast<std::uint8_t>(between(text, end, text.size()).gap | gap_text);
    settle_case();
    for (std::size_t i = 0; i < words_.tokens.size(); ++i) {
      words_.phrases_from.push_back(static_cast<std::uint32_t>(words_.phrases.size()));
      find_phrases(i);
    }
    words_.phrases_from.push_back(static_cast<std::uint32_t>(words_.phrases.size()));
  }

 private:
  void take(ByteRange range) {
    Token token{.bytes = range, .folded = static_cast<std::uint32_t>(words_.folded.size())};
    const std::string_view word = words_.text.substr(range.begin, range.size());
    fold_word(word, words_.folded);
    token.folded_size = static_cast<std::uint32_t>(words_.folded.size()) - token.folded;
    const Letters letters = letters_of(word);
    token.shape = shape_of(letters);
    look_up(token, word, letters);
    place(token);
    if (words_.fold_of(token) == "'s" && !words_.tokens.empty() && token.gap == 0) {
      words_.tokens.back().shape |= shape_possessive;
    }
    if (token.shape & shape_cap) {
      const bool pronoun = words_.fold_of(token).front() == 'i' && (token.folded_size == 1 || words_.fold_of(token)[1] == '\'');
      pronoun_ = pronoun_ || pronoun;
      words_.capitals += !pronoun;
    }
    words_.tokens.push_back(token);
  }

  void look_up(Token& token, std::string_view word, const Letters& letters) {
    const Lexicon::Entry* entry = lexicon_.find(words_.fold_of(token));
    if (entry) {
      token.literal = entry->literal;
      token.continues = entry->continues;
      token.classes = lexicon_.set(*entry);
    }
    if (token.shape & shape_upper) {
      if (letters.last_s) word.remove_suffix(1);
      if (const auto* acronym = lexicon_.find(word)) token.classes = lexicon_.set(*acronym);
    }
    if (token.classes.none() && letters.hyphens > 0) token.classes = of_parts(word, letters.parts_upper);
    // A plural that no list has is what its singular is: the Smiths, on Fridays.
    if (token.classes.none() && letters.last_s && token.folded_size > shortest_plural) {
      const std::string_view folded = words_.fold_of(token);
      if (const auto* singular = lexicon_.find(folded.substr(0, folded.size() - 1))) token.classes = lexicon_.set(*singular);
    }
    if (token.classes.none()) token.classes = lexicon_.by_ending(words_.fold_of(token));
  }

  /// A hyphened word that no list has is what its parts are (UK-wide, Finch-Saunders): where each has a capital,
  /// what those are that some list has; else only where some list has every one.
  ClassSet of_parts(std::string_view word, bool capitals) const {
    ClassSet any;
    bool all_known = true;
    std::string folded;
    for (std::size_t begin = 0; begin <= word.size();) {
      const std::size_t end = std::min(word.find('-', begin), word.size());
      const std::string_view part = word.substr(begin, end - begin);
      folded.clear();
      fold_word(part, folded);
      const auto* entry = lexicon_.find(part);   // the acronym as it is
      if (!entry) entry = lexicon_.find(folded);
      const ClassSet classes = entry ? lexicon_.set(*entry) : ClassSet();
      all_known = all_known && classes.any();
      any |= classes;
      begin = end + 1;
    }
    return capitals || all_known ? any : ClassSet();
  }

  void place(Token& token) {
    const bool first = words_.tokens.empty();
    const Between gap = between(words_.text, first ? 0 : words_.tokens.back().bytes.end, token.bytes.begin);
    token.gap = gap.gap;
    if (first) token.gap |= gap_text;
    if (!first && gap.only_dot) {
      const Token& before = words_.tokens.back();
      if ((before.shape & shape_initial) || (before.classes & abbreviations_).any()) token.gap = 0;
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
    if (!tokens[first].continues) return;
    key_.assign(words_.fold_of(tokens[first]));
    const Lexicon::Entry* entry = nullptr;
    const std::size_t before = words_.phrases.size();
    for (std::size_t last = first + 1; (!entry || entry->continues) && last < tokens.size(); ++last) {
      if (last - first >= longest_phrase || (tokens[last].gap & ~gap_other) != 0) break;
      key_ += ' ';
      key_ += words_.fold_of(tokens[last]);
      entry = lexicon_.find(key_);
      if (!entry) break;
      if (lexicon_.set(*entry).any()) {
        words_.phrases.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last - first + 1),
                                  lexicon_.set(*entry)});
      }
    }
    std::reverse(words_.phrases.begin() + static_cast<std::ptrdiff_t>(before), words_.phrases.end());
  }

  const Lexicon& lexicon_;
  const ClassSet& abbreviations_;
  const Setting setting_;
  Words& words_;
  bool pronoun_ = false;   // somebody wrote I
  std::string key_{};
};

}  // namespace

void read_words(const Lexicon& lexicon, const ClassSet& abbreviations, std::string_view text, Setting setting, Words& words) {
  WordReader(lexicon, abbreviations, setting, words).read(text);
}

}  // namespace moniker
