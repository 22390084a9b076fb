// What is run here decides how fast the first words of a text are read, and nothing else.
#include "rules/wake_warm.hpp"

#include <string>
#include <utility>

#include "rules/regex_rules.hpp"
#include "rules/word_questions.hpp"

namespace moniker::rules {
namespace {

/// A table of some one and a half megabytes.
constexpr std::size_t most_states = 16'000;

}  // namespace

WakeTable warm_states(const RuleSet::Compiled& compiled) {
  RegexRoom room(compiled, 2 * most_states);
  words::Vocabulary vocabulary = compiled.vocabulary();
  words::Words words;
  std::string capital;
  const auto ask = [&](std::string_view text) {
    words::read_words(vocabulary, text, {}, words);
    wake_regexes(compiled.wakers, words, room);
  };
  const auto run = [&](std::string_view word) {
    ask(word);
    capital.assign(word);
    if (capital[0] >= 'a' && capital[0] <= 'z') capital[0] = static_cast<char>(capital[0] - 0x20);
    ask(capital);
  };
  compiled.lexicon.each_word([&](std::string_view word) {
    const bool room_left = room.states.size() < most_states / 2;
    if (room_left && is_word_of(compiled, compiled.ordinary, word, words::shape_lower)) run(word);
  });
  for (const RuleDetail& detail : compiled.details) {
    for (const ExampleSpec& example : detail.examples) {
      if (room.states.size() > most_states) break;
      ask(example.text);
    }
  }
  return std::move(room.states).finish();
}

}  // namespace moniker::rules
