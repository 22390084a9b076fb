// The automaton of all rules, run over single words. Its states are made when they are first reached, as RE2 makes its
// own; since a word is short and the next one begins anew, there are some thousand of them, not one for each way in
// which thirty rules can have begun. When there are too many, all go and are made again: a cache, of which no result
// depends.
#include "rules/wake_rows.hpp"

#include <algorithm>

namespace moniker::rules {
namespace {

constexpr std::uint32_t start_first = 0, start_second_blank = 1, start_second = 2;
constexpr std::size_t most_states = 8192;

void join(std::vector<std::uint64_t>& all, const std::vector<std::uint64_t>& more, std::size_t at = 0,
          std::size_t from = 0, std::size_t count = SIZE_MAX) {
  for (std::size_t i = 0; i < std::min(count, more.size() - from); ++i) all[at + i] |= more[from + i];
}

}  // namespace

WakeRows::WakeRows(const WakeProgram& program) : program_(program), blocks_(program.blocks()), seen_(program.size()) {
  begin_again();
}

void WakeRows::begin_again() {
  states_.clear();
  numbers_.clear();
  for (const auto* start : {&program_.first(), &program_.second_blank(), &program_.second()}) {
    State& state = states_.emplace_back();
    state.nodes = *start;
    std::sort(state.nodes.begin(), state.nodes.end());
    state.done.assign(blocks_, 0);
  }
}

std::uint32_t WakeRows::next_round() {
  if (++round_ == 0) std::fill(seen_.begin(), seen_.end(), 0), round_ = 1;
  return round_;
}

std::uint32_t WakeRows::step(std::uint32_t state, std::size_t symbol) {
  if (const std::uint32_t known = states_[state].next[symbol]; known != 0) return known - 1;
  std::vector<std::uint32_t> nodes;
  Bits done(blocks_);
  const std::uint32_t round = next_round();
  for (const std::uint32_t node : states_[state].nodes) {
    if (program_.set(node)[symbol]) program_.follow(program_.node(node).next, round, seen_, nodes, done);
  }
  std::sort(nodes.begin(), nodes.end());
  const std::uint32_t to = state_of(std::move(nodes), std::move(done));
  states_[state].next[symbol] = to + 1;
  return to;
}

std::uint32_t WakeRows::state_of(std::vector<std::uint32_t> nodes, Bits done) {
  std::string key(reinterpret_cast<const char*>(nodes.data()), nodes.size() * sizeof nodes[0]);
  key.append(reinterpret_cast<const char*>(done.data()), done.size() * sizeof done[0]);
  const auto [place, fresh] = numbers_.try_emplace(std::move(key), static_cast<std::uint32_t>(states_.size()));
  if (fresh) {
    State& state = states_.emplace_back();
    state.nodes = std::move(nodes);
    state.any_done = std::any_of(done.begin(), done.end(), [](std::uint64_t bits) { return bits != 0; });
    state.done = std::move(done);
  }
  return place->second;
}

/// What a word's last state says of the places behind it: at one blank, and at any characters between words.
const WakeRows::Bits& WakeRows::behind(std::uint32_t state) {
  if (states_[state].known) return states_[state].behind;
  Bits bits(4 * blocks_);
  const auto set = [&](Row row, std::uint32_t node) {
    const std::uint32_t rule = program_.node(node).rule;
    bits[row * blocks_ + rule / 64] |= std::uint64_t{1} << (rule % 64);
  };
  const std::uint32_t blank = step(state, ' ');
  for (const std::uint32_t node : states_[blank].nodes) set(goes_blank, node);
  join(bits, states_[blank].done, ends_blank * blocks_);
  std::vector<std::uint32_t> nodes = states_[state].nodes;
  const std::uint32_t round = next_round();
  Bits done(blocks_);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if ((program_.set(nodes[i]) & gap_symbols()).none()) continue;
    set(goes, nodes[i]);
    program_.follow(program_.node(nodes[i]).next, round, seen_, nodes, done);
  }
  join(bits, done, ends * blocks_);
  states_[state].behind = std::move(bits);
  states_[state].known = true;
  return states_[state].behind;
}

/// Through the rest of the word; `ended`: rules of which a match may end in it, where that cuts no word.
void WakeRows::read(std::uint32_t state, std::size_t from, Bits& ended, const Bits*& behind_it) {
  for (std::size_t i = from; i < text_.size(); ++i) {
    state = step(state, text_[i]);
    const bool cuts = i + 1 < text_.size() && of_word_[i] && of_word_[i + 1];
    if (states_[state].any_done && !cuts) join(ended, states_[state].done);
  }
  behind_it = &behind(state);
}

bool WakeRows::of(std::string_view word, std::vector<std::uint64_t>& bits) {
  if (states_.size() > most_states) begin_again();
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
  const Bits* behind_it = nullptr;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (!of_word_[i] || (i > 0 && of_word_[i - 1])) continue;
    ended_.assign(blocks_, 0);
    read(start_first, i, ended_, behind_it);
    join(bits, *behind_it);
    join(bits, ended_, ends_blank * blocks_);
    join(bits, ended_, ends * blocks_);
  }
  for (const auto& [start, row] : {std::pair{start_second_blank, second_blank}, std::pair{start_second, second}}) {
    ended_.assign(blocks_, 0);
    read(start, 0, ended_, behind_it);
    join(bits, ended_, row * blocks_);
    join(bits, *behind_it, row * blocks_, goes * blocks_, blocks_);
  }
  return std::any_of(bits.begin(), bits.end(), [](std::uint64_t row) { return row != 0; });
}

}  // namespace moniker::rules
