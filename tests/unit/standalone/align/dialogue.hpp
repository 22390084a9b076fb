#pragma once
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "align/comparison.hpp"
#include "support/english.hpp"

// A seeded talk of which every word, speaker and time is known, as captions of eight words; and two such talks
// compared.
using namespace moniker::align;
using namespace moniker::read;

namespace aligning {

using namespace moniker;
using namespace moniker::align;

struct Caption {
  std::size_t speaker = 0;
  std::int64_t begin = 0, end = 0;  // milliseconds
  std::vector<std::string> words{};
};

using Talk = std::vector<Caption>;

/// std distributions differ between libraries; this one does not.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937 random_;
};

/// A made-up word; small numbers make the frequent ones.
inline std::string word_of(std::size_t number) {
  static const char* const syllables[] = {"ba", "do", "fi", "gu", "ka", "lo", "mi",
                                          "nu", "pa", "ro", "si", "tu", "va", "zo"};
  std::string word;
  for (number += 14; number > 0; number /= 14) word += syllables[number % 14];
  return word;
}

/// Frequent words are said more often than rare ones, as people do.
inline std::string some_word(Dice& dice) { return word_of(dice.below(1 + dice.below(3'000))); }

/// `minutes` of talk at 150 words a minute, turns of one to six captions.
inline Talk dialogue(unsigned seed, std::int64_t minutes, std::size_t speakers = 2) {
  Dice dice(seed);
  Talk talk;
  std::int64_t now = 0;
  for (std::size_t speaker = 0; now < minutes * 60'000; speaker = (speaker + 1 + dice.below(speakers - 1)) % speakers) {
    for (std::size_t captions = 1 + dice.below(6); captions > 0; --captions) {
      Caption caption{.speaker = speaker, .begin = now, .end = now + 3'200};
      for (int n = 0; n < 8; ++n) caption.words.push_back(some_word(dice));
      talk.push_back(caption);
      now = caption.end;
    }
  }
  return talk;
}

inline std::uint64_t words_in(const Talk& talk) {
  std::uint64_t words = 0;
  for (const Caption& caption : talk) words += caption.words.size();
  return words;
}

inline std::string stamp(std::int64_t ms) {
  char text[32];
  std::snprintf(text, sizeof text, "%02d:%02d:%02d.%03d", static_cast<int>(ms / 3'600'000),
                static_cast<int>(ms / 60'000 % 60), static_cast<int>(ms / 1000 % 60), static_cast<int>(ms % 1000));
  return text;
}

inline const std::vector<std::string> names{"Anna", "Ben", "Cleo", "Dan"};

inline std::string vtt(const Talk& talk, const std::vector<std::string>& labels = names) {
  std::string file = "WEBVTT\n\n";
  for (const Caption& caption : talk) {
    if (caption.words.empty()) continue;
    file += stamp(caption.begin) + " --> " + stamp(caption.end) + "\n";
    if (!labels.empty()) file += "<v " + labels[caption.speaker] + ">";
    for (const std::string& word : caption.words) file += word + " ";
    file += "\n\n";
  }
  return file;
}

/// Nobody knows when.
inline std::string txt(const Talk& talk) {
  std::string file;
  for (const Caption& caption : talk) {
    file += names[caption.speaker] + ":";
    for (const std::string& word : caption.words) file += " " + word;
    file += "\n";
  }
  return file;
}

class TextSource : public ByteSource {
 public:
  explicit TextSource(std::string text) : text_(std::move(text)) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t n = text_.copy(into.data(), into.size(), at_);
    at_ += n;
    return n;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

inline TalkComparison compared(const std::string& transcript, const std::string& captions,
                               const CompareOptions& options = {.words = {.language = moniker::test::english()}}) {
  const auto opened = [](const std::string& text) {
    return open_transcript(std::make_unique<TextSource>(text), [](Issue) {}, {.language = moniker::test::english()});
  };
  TalkComparison comparison;
  WordStream written(opened(transcript), comparison.vocabulary, options.words);
  WordStream said(opened(captions), comparison.vocabulary, options.words);
  compare(written, said, options, comparison);
  return comparison;
}

inline Talk changed(Talk talk, const std::function<void(Caption&)>& how) {
  for (Caption& caption : talk) how(caption);
  return talk;
}

/// Without what begins in these milliseconds.
inline Talk without(const Talk& talk, std::int64_t from, std::int64_t to) {
  return changed(talk, [&](Caption& c) {
    if (c.begin >= from && c.begin < to) c.words.clear();
  });
}

}  // namespace aligning
