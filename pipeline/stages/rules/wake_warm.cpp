// What is run here decides how fast the first words of a text are read, and nothing else.
#include "rules/wake_warm.hpp"

#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "rules/regex_rules.hpp"
#include "rules/word_questions.hpp"
#include "rules/word_rules.hpp"

namespace moniker::rules {
namespace {

/// So many that nearly all of the words said often are kept: a table of some three megabytes.
constexpr std::size_t most_states = 40'000;

class WarmUp {
 public:
  explicit WarmUp(const RuleSet::Compiled& compiled)
      : compiled_(compiled), room_(compiled, 2 * most_states), words_(compiled.wakers, room_.states) {}

  void examples() {
    words::Words words;
    for (const RuleDetail& detail : compiled_.details) {
      for (const ExampleSpec& example : detail.examples) {
        words::read_words(vocabulary_, example.text, {}, words);
        for (const words::Token& token : words.tokens) note_kind(*token.word, token.shape);
        if (room_.states.size() < most_states / 2) wake_regexes(compiled_.wakers, words, room_);
      }
    }
  }

  /// As it is said inside a sentence, and at its beginning.
  void words() {
    std::string capital;
    compiled_.lexicon.each_word([&](std::string_view word) {
      if (!is_word_of(compiled_, compiled_.said_often, word, words::shape_lower)) return;
      add(word, words::shape_mid);
      capital.assign(word);
      if (capital[0] < 'a' || capital[0] > 'z') return;
      capital[0] = static_cast<char>(capital[0] - 0x20);
      add(capital, words::shape_start);
    });
  }

  void keep(RuleSet::Compiled& compiled) && {
    warm_.table = std::move(words_).table();
    warm_.finish();
    compiled.wakers.keep(std::move(room_.states).finish(), std::move(warm_));
    compiled.predicates.keep(warm_kinds(compiled, kinds_));
  }

 private:
  void add(std::string_view written, std::uint32_t place) {
    const words::Word& word = vocabulary_.word(written);
    note_kind(word, word.shape | place);
    if (room_.states.size() > most_states) return;  // what is not known now is worked out when it is met
    std::array<std::uint32_t, WarmWords::kinds> begins{};
    for (std::size_t kind = 0; kind < begins.size(); ++kind)
      begins[kind] = words_.find(written, static_cast<WakeProgram::Awake>(kind));
    warm_.add(word.hash, written, begins);
  }
  void note_kind(const words::Word& word, std::uint32_t shape) {
    const Predicates::Memo::Key key{word.classes, shape, 0};
    if (known_kinds_.insert(key).second) kinds_.push_back(key);
  }

  const RuleSet::Compiled& compiled_;
  words::Vocabulary vocabulary_ = compiled_.vocabulary();
  RegexRoom room_;
  WokenWords words_;
  WarmWords warm_{};
  std::unordered_set<Predicates::Memo::Key, Predicates::Memo::Hash> known_kinds_{};
  std::vector<Predicates::Memo::Key> kinds_{};  // in the order in which they were met
};

}  // namespace

void warm_up(RuleSet::Compiled& compiled) {
  WarmUp warm(compiled);
  warm.examples();
  warm.words();
  std::move(warm).keep(compiled);
}

}  // namespace moniker::rules
