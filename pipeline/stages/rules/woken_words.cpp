// A rule's automaton dies with a letter that its matches cannot have, mostly the first; so a word is run through the
// few that take its first letter, and few of these are left at its end.
#include "rules/woken_words.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker::rules {

WokenWords::WokenWords(const WakeProgram& program, WakeStates& states)
    : program_(program), states_(states), made_(program.made_words()), made_count_(made_.table.size()) {
  forget();
}

void WokenWords::begin_text(const words::Words& words) {
  if (epoch_ != words.epoch) forget();
  epoch_ = words.epoch;
}

void WokenWords::bound() {
  if (!states_.bound()) return;
  forget();
  firsts_.clear();
}

void WokenWords::forget() {
  of_number_.clear();
  own_ = {.blocks = static_cast<std::uint32_t>(program_.blocks())};
  known_.clear();
}

void WokenWords::note(const words::Word& word, Awake awake, OfWord& known) {
  if (const WarmWords::Entry* const warm = made_.find(word.hash, word.written())) {
    for (std::size_t kind = 0; kind < known.size(); ++kind) known[kind] = warm->begins[kind] + 1;
  } else {
    known[static_cast<std::size_t>(awake)] = made_count_ + find(word.written(), awake) + 1;
  }
}

std::uint32_t WokenWords::find(std::string_view word, Awake awake) {
  begun_.clear();
  if (read(word)) {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!is_word_[i] || (i > 0 && is_word_[i - 1])) continue;
      if (i + 1 < text_.size() && is_word_[i + 1]) {
        for (const First& first : firsts(awake, text_[i], text_[i + 1])) run(first, i + 2);
      } else {
        for (const First& first : firsts(awake, text_[i])) run(first, i + 1);
      }
    }
  } else {
    for (const std::uint32_t rule : program_.rules_of(awake)) begun_.push_back({rule});
  }
  return number_of_begun();
}

/// As symbols; false where a character has none, so that all may be.
bool WokenWords::read(std::string_view word) {
  text_.clear();
  is_word_.clear();
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const std::size_t symbol = point.length == 0 ? no_symbol : symbol_of(point.value);
    if (symbol == no_symbol) return false;
    text_.push_back(static_cast<std::uint8_t>(symbol));
    is_word_.push_back(is_word(point.value));
    at += point.length;
  }
  return true;
}

const std::vector<WokenWords::First>& WokenWords::firsts(Awake awake, std::size_t symbol) {
  const auto [known, fresh] = firsts_.try_emplace(symbol * WakeProgram::kinds + static_cast<std::size_t>(awake));
  if (!fresh) return known->second;
  for (const std::uint32_t rule : program_.rules_of(awake)) {
    const WakeStates::Reached reached = states_.step(rule, WakeStates::of_rule(rule), symbol);
    if (reached.ends() || !reached.dead()) known->second.push_back({rule, reached});
  }
  return known->second;
}

/// Of two letters of one word, so that no match ends between them.
const std::vector<WokenWords::First>& WokenWords::firsts(Awake awake, std::size_t symbol, std::size_t next) {
  const std::vector<First>& first = firsts(awake, symbol);
  const auto [known, fresh] =
      firsts_.try_emplace(((next + 1) * symbols + symbol) * WakeProgram::kinds + static_cast<std::size_t>(awake));
  if (!fresh) return known->second;
  for (const First& one : first) {
    if (one.reached.dead()) continue;
    const WakeStates::Reached reached = states_.step(one.rule, one.reached.state(), next);
    if (reached.ends() || !reached.dead()) known->second.push_back({one.rule, reached});
  }
  return known->second;
}

/// Through the rest of the word, of which `at` is the next character. A match that would cut the word does not end.
void WokenWords::run(First first, std::size_t at) {
  WakeStates::Reached reached = first.reached;
  for (;; ++at) {
    const bool cuts = at < text_.size() && is_word_[at - 1] && is_word_[at];
    if (reached.ends() && !cuts) return begun_.push_back({first.rule});
    if (reached.dead()) return;
    if (at == text_.size()) return begun_.push_back({first.rule, reached.state()});
    reached = states_.step(first.rule, reached.state(), text_[at]);
  }
}

/// That of a word that began the same, or a new one.
std::uint32_t WokenWords::number_of_begun() {
  std::uint64_t hash = begun_.size();
  for (Begun& begun : begun_) {
    if (begun.state != Begun::ended) {
      begun.blank = states_.step(begun.rule, begun.state, ' ');
      begun.ahead = states_.ahead_of(begun.blank);
    }
    hash = ((hash << 5 | hash >> 59) ^ begun.state ^ begun.rule) * 0x9E3779B97F4A7C15ULL;
  }
  for (auto [known, end] = known_.equal_range(hash); known != end; ++known) {
    const auto there = own_[known->second].begun;
    if (std::equal(begun_.begin(), begun_.end(), there.begin(), there.end())) return known->second;
  }
  return known_.emplace(hash, own_.add(begun_))->second;
}

}  // namespace moniker::rules
