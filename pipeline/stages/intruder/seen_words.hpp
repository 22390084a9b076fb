#pragma once
#include <string>
#include <vector>

#include "intruder/intruder_words.hpp"
#include "intruder/seen_outputs.hpp"

namespace moniker::intruder {

/// A word of a turn as it stands.
struct SeenWord {
  std::string folded{};
  ByteRange bytes{};
  bool capital = false, upper = false;  // begins with one; is hardly anything else: NHS, GPs
  bool starts = false;                  // a sentence, a quotation or the turn, which explains a capital
  bool letters = false;                 // holds nothing else, hyphens and apostrophes left out
  bool replaced = false;                // stands for something
  bool harmless = false;                // part of a phrase that means nobody
  /// A capital that its place does not explain.
  bool tells() const { return capital && !starts && !replaced && !harmless && letters; }
};
std::vector<SeenWord> seen_words(const SeenTurn& turn, const IntruderWords& words);

/// As it is written there.
std::string words_at(const SeenTurn& turn, ByteRange bytes);
/// What stands between a word and the next.
std::string_view between(const SeenTurn& turn, const SeenWord& before, const SeenWord& after);

/// Some words as a phrase: folded, with blanks between them.
std::string phrase_of(const std::vector<SeenWord>& words, std::size_t first, std::size_t count);

}  // namespace moniker::intruder
