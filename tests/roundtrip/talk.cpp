#include "roundtrip/talk.hpp"

#include <random>
#include <string>

namespace roundtrip {
namespace {

constexpr const char* words[] = {
    "well",         "I",        "went",    "to",       "the",   "clinic",  "on",    "[DATE_3]",     "and",
    "she",          "said",     "no,",     "Zoë",      "naïve", "10:30",   "&",     "ab",           "\"quite\"",
    "isn't",        "it's",     "50%",     "=1+1",     "-5",    "@home",   "+44",   "[PERSON_2]'s", "\U0001F600",
    "\u05D0\u05D1", "{",        "\\u233?", "->",       "1/2",   "e\u0301", "1,5;2", "[inaudible]",  "ok...",
    "mm-hm",        "a\u00A0b", "#TEXT",   "* star *", "x: y",  "\\",      "'n ",   "]]>"};

/// What players of captions, web pages and other programs take for formatting.
constexpr const char* marks[] = {"a<b", "<b>bold</b>", "&amp;", "{\\rtf", "<v Kate>", "-->", "<i>"};

constexpr const char* openings[] = {"",   "",        "Note: ", "Thing is: ", "10:30 we ",   "- ",
                                    "= ", "\"",      "'n ",    "- ",         "1. ",         "ID04 ",
                                    "{ ", "WEBVTT ", "# ",     "NOTE ",      "I mean, so: "};

class Maker {
 public:
  Maker(std::uint32_t seed, Words kind) : random_(seed), kind_(kind) {}

  std::vector<moniker::Utterance> talk() {
    std::vector<moniker::Utterance> turns;
    const std::uint32_t speakers = 2 + below(4), count = 2 + below(59);
    std::uint32_t last = speakers;
    std::chrono::milliseconds now{below(5000)};
    for (std::uint32_t n = 0; n < count; ++n) {
      std::uint32_t speaker = below(speakers);
      if (speaker == last) speaker = (speaker + 1) % speakers;
      last = speaker;
      moniker::Utterance turn{.number = n, .speaker = name(speaker), .text = text()};
      const auto begin = now;
      now += std::chrono::milliseconds(500 + below(20000));
      turn.time = moniker::TimeSpan{begin, now};
      now += std::chrono::milliseconds(below(1500));
      turns.push_back(std::move(turn));
    }
    return turns;
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  template <std::size_t N>
  const char* one_of(const char* const (&from)[N]) {
    return from[below(N)];
  }

  static std::string name(std::uint32_t speaker) { return speaker == 0 ? "INT1" : "ID0" + std::to_string(speaker); }

  std::string text() {
    std::string text = one_of(openings);
    for (std::uint32_t n = 1 + below(30); n > 0; --n) {
      text += kind_ == Words::with_marks && below(12) == 0 ? one_of(marks) : one_of(words);
      if (n > 1) text += ' ';
    }
    return text + (below(2) ? "." : "");
  }

  std::mt19937 random_;
  Words kind_;
};

}  // namespace

std::vector<moniker::Utterance> made_talk(std::uint32_t seed, Words kind) { return Maker(seed, kind).talk(); }

}  // namespace roundtrip
