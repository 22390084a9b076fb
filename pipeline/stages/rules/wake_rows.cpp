// Words, run through the automaton of all rules from three places: where matches begin, and where one can stand when it
// has touched a word. A word is short and the next one begins anew, so few states are reached.
#include "rules/wake_rows.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace moniker::rules {
namespace {

void join(std::uint64_t* all, const std::uint64_t* more, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) all[i] |= more[i];
}

}  // namespace

/// Through a part of the word; notes the rules of which a match may end in it, where that cuts no word.
WakeStates::Number WakeRows::read(WakeStates::Number state, std::size_t from, std::size_t to) {
  ended_.assign(blocks_, 0);
  for (std::size_t i = from; i < to; ++i) {
    const WakeStates::Reached reached = states_.step(state, text_[i]);
    state = reached.state();
    if (reached.ends()) {
      const bool cuts = i + 1 < text_.size() && of_word_[i] && of_word_[i + 1];
      if (!cuts) join(ended_.data(), states_.done(state), blocks_);
    }
    if (reached.dead()) break;
  }
  return state;
}

/// Which rules can take the word, or as much of it as is read, when they touched another before.
void WakeRows::read_second(WakeStates::Number start, std::size_t most, std::uint64_t* row) {
  const std::size_t end = std::min(most, text_.size());
  const WakeStates::Number last = read(start, 0, end);
  join(row, ended_.data(), blocks_);
  if (end < text_.size())
    join(row, states_.waiting(last), blocks_);
  else
    join(row, states_.behind(last) + goes * blocks_, blocks_);
}

bool WakeRows::of(std::string_view word, std::vector<std::uint64_t>& bits) {
  states_.bound();
  text_.clear();
  of_word_.clear();
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const std::size_t symbol = point.length == 0 ? no_symbol : symbol_of(point.value);
    if (symbol == no_symbol) return bits.assign(rows * blocks_, ~std::uint64_t{0}), true;  // all may be
    text_.push_back(static_cast<std::uint8_t>(symbol));
    of_word_.push_back(is_word(point.value));
    at += point.length;
  }
  bits.assign(rows * blocks_, 0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (!of_word_[i] || (i > 0 && of_word_[i - 1])) continue;
    const WakeStates::Number last = read(WakeStates::first_word, i, text_.size());
    join(bits.data(), states_.behind(last), 4 * blocks_);
    join(bits.data() + ends_blank * blocks_, ended_.data(), blocks_);
    join(bits.data() + ends * blocks_, ended_.data(), blocks_);
  }
  constexpr std::size_t tells_blank = 6, tells_other = 3;  // characters; few words stand behind something else
  read_second(WakeStates::second_blank, tells_blank, bits.data() + second_blank * blocks_);
  read_second(WakeStates::second_word, tells_other, bits.data() + second * blocks_);
  return std::any_of(bits.begin(), bits.end(), [](std::uint64_t row) { return row != 0; });
}

}  // namespace moniker::rules
