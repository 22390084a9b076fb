#pragma once
#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/compiled.hpp"
#include "rules/woken_words.hpp"

namespace moniker::rules {

/// A rule, by its place among the regular expressions, and the word that woke it.
struct Wake {
  std::uint32_t regex = 0, token = 0;
  auto operator<=>(const Wake&) const = default;
};

/// Room to work in, of one thread and one vocabulary: the automaton's states, what is known of words, and what is known
/// of the text at hand.
struct RegexRoom {
  explicit RegexRoom(const RuleSet::Compiled& compiled, std::size_t most_states = WakeStates::usual);
  RegexRoom(const RegexRoom&) = delete;  // `words` runs `states`
  WakeStates states;
  WokenWords words;
  std::vector<Wake> wakes{};
  /// By byte of the text: the symbol of the character that begins there; no_symbol within one.
  std::vector<std::uint8_t> symbols{};
  std::vector<std::uint64_t> awake{};  // a bit a rule, of those that are not always awake
  bool ascii = false;                  // the text holds nothing else
};

/// All regular expressions over one text. Its words tell where a match of which may begin (woken_words.hpp), the
/// automaton goes on from there until nothing can match any more, and RE2 is asked where something can, for a match
/// that begins just there. A rule that no word can wake is slow: RE2 looks for it in all of the text. Both find the
/// same. `language` is what validators read numbers by. Scores are the rules' own; a failed validator has lowered them
/// or taken the finding away.
void find_regexes(const RuleSet::Compiled& compiled, const words::Language& language, const words::Words& words,
                  RegexRoom& room, std::vector<Finding>& findings);

/// Which rules have to be asked, and at which words: the first half of the above.
void wake_regexes(const WakeProgram& wakers, const words::Words& words, RegexRoom& room);

/// The same with every rule the slow way: what the fast one is measured by.
void find_regexes_slowly(const RuleSet::Compiled& compiled, const words::Language& language, std::string_view text,
                         std::vector<Finding>& findings);

}  // namespace moniker::rules
