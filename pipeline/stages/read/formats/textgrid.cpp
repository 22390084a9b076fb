// Praat's TextGrid (https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html), long and short: by the manual
// a reader looks at nothing but numbers, strings in quotes and <flags> that stand free, so both are one.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "moniker/error.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/tier_talk.hpp"
#include "read/turns/segments.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20;

[[noreturn]] void refuse(Position at, std::string what) {
  throw Error::input(std::move(what), "open it in Praat and save it again as a text file", {.at = at});
}

struct Token {
  enum class Kind { end, number, string, flag } kind = Kind::end;
  double number = 0;
  std::string text{};
  Position at{};
};

/// Free-standing numbers, strings and flags; everything else is for people.
class Tokens {
 public:
  explicit Tokens(std::string text) : text_(std::move(text)) {}

  Token next() {
    for (;;) {
      skip_blanks();
      if (at_ == text_.size()) return {.at = here_};
      if (text_[at_] == '"') return string();
      const Position begin = here_;
      const std::string_view word = take_word();
      if (word.starts_with('!')) {  // a comment to the end of its line
        while (at_ < text_.size() && text_[at_] != '\n') take();
        continue;
      }
      if (word.size() > 2 && word.front() == '<' && word.back() == '>')
        return {.kind = Token::Kind::flag, .text = std::string(word), .at = begin};
      double value = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
      if (error == std::errc{} && end == word.data() + word.size() && std::isfinite(value))
        return {.kind = Token::Kind::number, .number = value, .at = begin};
    }
  }

 private:
  void take() {
    const char c = text_[at_++];
    if (c == '\n')
      here_ = {here_.line + 1, 1};
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
      ++here_.column;
  }
  void skip_blanks() {
    while (at_ < text_.size() && is_white(text_[at_])) take();
  }
  std::string_view take_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_white(text_[at_])) take();
    return std::string_view(text_).substr(begin, at_ - begin);
  }
  Token string() {
    Token token{.kind = Token::Kind::string, .at = here_};
    take();
    for (;;) {
      if (at_ == text_.size()) refuse(token.at, "a text's closing quote is missing");
      if (text_[at_] == '"') {
        take();
        if (at_ == text_.size() || text_[at_] != '"') return token;  // a doubled quote is one
      }
      token.text += text_[at_];
      take();
    }
  }

  std::string text_;
  std::size_t at_ = 0;
  Position here_{1, 1};
};

struct Tier {
  std::string name{};
  bool points = false;
  std::deque<Segment> segments{};
};

class TextGrid {
 public:
  explicit TextGrid(std::string text) : tokens_(std::move(text)) {}

  std::vector<Tier> tiers() {
    string("the kind of file"), string("the class");
    number("a time"), number("a time");
    const Token exist = tokens_.next();
    std::vector<Tier> tiers;
    if (exist.kind == Token::Kind::flag && exist.text == "<absent>") return tiers;
    if (exist.kind != Token::Kind::flag) refuse(exist.at, "is no TextGrid: it does not say whether tiers exist");
    const std::size_t count = size();
    for (std::size_t i = 0; i < count; ++i) tiers.push_back(tier());
    return tiers;
  }

 private:
  Token string(const char* what) { return expect(Token::Kind::string, what); }
  double number(const char* what) { return expect(Token::Kind::number, what).number; }
  Token expect(Token::Kind kind, const char* what) {
    Token token = tokens_.next();
    if (token.kind != kind) refuse(token.at, std::string("is cut off or broken: ") + what + " should stand here");
    return token;
  }
  std::size_t size() {
    const Token token = expect(Token::Kind::number, "a number of things");
    constexpr double most = 1e7;
    if (!(token.number >= 0 && token.number <= most)) refuse(token.at, "has an impossible number of things");
    return static_cast<std::size_t>(token.number);
  }
  std::chrono::milliseconds time() {
    constexpr double longest = 1e7;
    return std::chrono::milliseconds(std::llround(std::clamp(number("a time"), 0.0, longest) * 1000));
  }

  Tier tier() {
    const Token kind = string("a tier's class");
    if (kind.text != "IntervalTier" && kind.text != "TextTier")
      refuse(kind.at, "has a tier that is neither of intervals nor of points");
    Tier tier{.name = string("a tier's name").text, .points = kind.text == "TextTier"};
    time(), time();
    const std::size_t count = size();
    for (std::size_t i = 0; i < count; ++i) {
      const auto begin = time(), end = tier.points ? begin : time();
      Token label = string("a label");
      tier.segments.push_back(
          {.text = std::move(label.text), .time = TimeSpan{begin, std::max(begin, end)}, .at = label.at});
    }
    return tier;
  }

  Tokens tokens_;
};

/// What aligners write where nobody speaks.
bool is_silence(std::string_view text) {
  constexpr auto marks = std::to_array<std::string_view>({"", "#", "<p:>", "<sil>", "sil", "sp", "_", "<pause>"});
  const std::string folded = fold(text);
  return std::find(marks.begin(), marks.end(), folded) != marks.end();
}

enum class TierKind { talk, words, sounds, aside, speakers };

constexpr auto sound_words = std::to_array<std::string_view>(
    {"phones", "phone", "phonemes", "phoneme", "segments", "syllables", "syllable", "pitch", "mau", "kan-mau", "mas"});
constexpr auto word_words = std::to_array<std::string_view>({"words", "word", "ort-mau"});

/// "Kate - words", "words_Kate"; that alone.
bool has_word(std::string_view name, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    const auto parted = [](char c) { return std::string_view(" -_:(").find(c) != std::string_view::npos; };
    if (name.ends_with(word)) return name.size() == word.size() || parted(name[name.size() - word.size() - 1]);
    return name.starts_with(word) && parted(name[word.size()]);
  });
}

/// "Kate - words" of an aligner may be the talk once more, "Kate - phones" is none, and "notes" are beside it. Points
/// are talk where they read like sentences: they mark tones and breaks mostly.
TierKind kind_of(const Tier& tier) {
  const std::string folded = fold(tier.name);
  if (has_word(folded, word_words)) return TierKind::words;
  if (has_word(folded, sound_words)) return TierKind::sounds;
  TierTalk said;
  for (const Segment& segment : tier.segments) said.note(segment.text);
  return names_talk(folded) < 0 || (tier.points && !said.is_sentences()) ? TierKind::aside : TierKind::talk;
}

/// "Kate" of "Kate - words" and "words_Kate"; nobody of "words".
std::string speaker_of(const Tier& tier, TierKind kind) {
  if (kind != TierKind::words && kind != TierKind::sounds) return speaker_in_name(tier.name);
  const std::string folded = fold(tier.name);
  const bool last = has_word(folded.substr(folded.find_last_of("-_: ") + 1), word_words) ||
                    has_word(folded.substr(folded.find_last_of("-_: ") + 1), sound_words);
  const auto mark = last ? tier.name.find_last_of("-_: ") : tier.name.find_first_of("-_:( ");
  if (mark == std::string::npos) return {};
  std::string name = last ? tier.name.substr(0, mark) : tier.name.substr(mark);
  name.erase(name.find_last_not_of(" -_:()") + 1);
  return speaker_in_name(name.erase(0, std::min(name.find_first_not_of(" -_:()"), name.size())));
}

bool says_anything(const Tier& tier) {
  return std::any_of(tier.segments.begin(), tier.segments.end(), [](const Segment& s) { return !is_silence(s.text); });
}

/// Of each tier, whether it is talk: sentences; words, where their speaker has no sentences (and of nobody named, where
/// there are none at all); sounds, where there is nothing else.
std::vector<bool> talk_of(const std::vector<Tier>& tiers, const std::vector<TierKind>& kinds) {
  const auto has = [&](TierKind kind, const std::string& speaker) {
    for (std::size_t i = 0; i < tiers.size(); ++i) {
      const bool same = speaker.empty() || fold(speaker_of(tiers[i], kinds[i])) == fold(speaker);
      if (kinds[i] == kind && same && says_anything(tiers[i])) return true;
    }
    return false;
  };
  const bool any = has(TierKind::talk, {}) || has(TierKind::words, {});
  const TierKind otherwise = has(TierKind::sounds, {}) ? TierKind::sounds : TierKind::aside;
  std::vector<bool> talk;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const bool words = kinds[i] == TierKind::words && !has(TierKind::talk, speaker_of(tiers[i], kinds[i]));
    talk.push_back(kinds[i] == TierKind::talk || words || (!any && kinds[i] == otherwise));
  }
  return talk;
}

/// A tier of names beside a tier of talk that names nobody: its labels are who speaks.
void find_speakers(const std::vector<Tier>& tiers, std::vector<TierKind>& kinds) {
  const auto is_who = [&](std::size_t i) {
    TierTalk said;
    for (const Segment& segment : tiers[i].segments) said.note(segment.text);
    return kinds[i] == TierKind::talk && names_who_speaks(tiers[i].name) && !said.empty() && !said.is_sentences();
  };
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    bool nameless = false;
    for (std::size_t k = 0; k < tiers.size(); ++k) {
      const bool said = kinds[k] == TierKind::talk || kinds[k] == TierKind::words;
      nameless = nameless || (k != i && said && !is_who(k) && speaker_of(tiers[k], kinds[k]).empty());
    }
    if (nameless && is_who(i)) kinds[i] = TierKind::speakers;
  }
}

std::deque<Segment> segments_of(std::vector<Tier> tiers) {
  std::vector<TierKind> kinds;
  kinds.reserve(tiers.size());
  for (const Tier& tier : tiers) kinds.push_back(kind_of(tier));
  find_speakers(tiers, kinds);
  SpeakerSpans who;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    for (const Segment& segment : tiers[i].segments) {
      if (kinds[i] == TierKind::speakers && !is_silence(segment.text)) who.note(segment.time, segment.text);
    }
  }
  const std::vector<bool> talk = talk_of(tiers, kinds);
  std::deque<Segment> segments;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const std::string speaker = speaker_of(tiers[i], kinds[i]);
    if (kinds[i] == TierKind::speakers) continue;
    for (Segment& segment : tiers[i].segments) {
      if (is_silence(segment.text)) continue;
      segment.speaker = speaker.empty() ? who.at(segment.time) : speaker;
      segment.part = talk[i] ? Part::talk : Part::comment;
      segments.push_back(std::move(segment));
    }
  }
  sort_by_time(segments);
  return segments;
}

}  // namespace

bool claims_textgrid(const Head& head) {
  const auto begin = std::min(head.text.find_first_not_of(" \t\r\n"), head.text.size());
  const std::string_view text = head.text.substr(begin, 200);
  return (text.starts_with("File type = \"ooTextFile") || text.starts_with("\"ooTextFile")) &&
         text.find("\"TextGrid\"") != std::string_view::npos;
}

std::unique_ptr<Reader> open_textgrid(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  auto segments = segments_of(TextGrid(read_all(source, most_bytes)).tiers());
  tell_aside(segments, issues);
  return std::make_unique<SegmentReader>(std::move(segments), issues, options);
}

}  // namespace moniker::read
