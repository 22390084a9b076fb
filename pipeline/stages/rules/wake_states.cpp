// States are sets of nodes of one rule's automaton (the subset construction, as needed), told apart by their nodes and
// by whether a match may end there. A table that lies in the compiled rules is never written: what it lacks is kept
// beside it.
#include "rules/wake_states.hpp"

#include <algorithm>

#include "rules/open_index.hpp"
#include "rules/wake_program.hpp"

namespace moniker::rules {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_of(std::span<const std::uint32_t> nodes, bool ends) {
  std::uint64_t hash = 2 * nodes.size() + (ends ? 1 : 0);
  for (const std::uint32_t node : nodes) hash = mixed(hash, node);
  return hash;
}

}  // namespace

void WakeTable::save(ArchiveWriter& archive) const {
  archive.put_array(states.all());
  archive.put_array(next.all());
  archive.put_array(nodes.all());
  archive.put_array(index.all());
}

WakeTable WakeTable::from(ArchiveReader& archive) {
  WakeTable table;
  table.states.view(archive.array<State>());
  table.next.view(archive.array<std::uint32_t>());
  table.nodes.view(archive.array<std::uint32_t>());
  table.index.view(archive.array<std::uint32_t>());
  return table;
}

WakeStates::WakeStates(const WakeProgram& program, std::size_t most_own)
    : program_(program),
      rules_(program.rules()),
      most_own_(most_own),
      made_(program.made()),
      made_count_(static_cast<std::uint32_t>(made_.size())),
      letters_(program.letters_of_rules().data()),
      all_letters_(program.letters()),
      made_states_(made_.states.all().data()),
      seen_(program.size()) {
  begin();
}

void WakeStates::begin() {
  own_.nodes.own().reserve(most_own_ * nodes_a_state);  // pages that are not written take no memory
  for (std::size_t i = 0; i < made_count_; ++i) steps_.push_back(made_.next.all().data() + made_states_[i].row);
  own_steps_of_.assign(made_count_, nullptr);
  if (made_count_ != 0) return;  // the table begins with them
  const auto add_first = [&](std::size_t rule, std::span<const std::uint32_t> first) {
    std::vector<std::uint32_t> nodes(first.begin(), first.end());
    std::sort(nodes.begin(), nodes.end());
    add(rule, nodes, false);
  };
  for (std::size_t rule = 0; rule < rules_; ++rule) add_first(rule, program_.first_of(rule));
  for (std::size_t rule = 0; rule < rules_; ++rule) add_first(rule, program_.first_with_word(rule));
}

bool WakeStates::let_go() {
  own_ = {};
  own_index_.clear();
  steps_.clear();
  own_steps_of_.clear();
  own_steps_.clear();
  ahead_.clear();
  begin();
  return true;
}

const std::uint32_t* WakeStates::nodes(Number state) const {
  const auto& table = state < made_count_ ? made_ : own_;
  return table.nodes.all().data() + of(state).nodes;
}

WakeStates::Ahead WakeStates::ahead(Number state) {
  if (state >= ahead_.size()) ahead_.resize(steps_.size());
  Ahead& known = ahead_[state];
  if (known.first == 0) known = find_ahead(state);
  return known;
}

WakeStates::Ahead WakeStates::find_ahead(Number state) {
  Ahead ahead;
  reached_.clear();
  next_round();
  bool ends = of(state).ends != 0;
  const std::uint32_t* const from = nodes(state);
  for (std::uint32_t i = 0; i < of(state).count; ++i) {
    ahead.first |= program_.letters_of(from[i]);
    ends |= program_.follow(program_.node(from[i]).next, round_, seen_, reached_);
  }
  for (const std::uint32_t node : reached_) ahead.second |= program_.letters_of(node);
  return ends ? Ahead{Ahead::any, Ahead::any} : ahead;
}

void WakeStates::next_round() {
  if (++round_ == 0) std::fill(seen_.begin(), seen_.end(), 0), round_ = 1;
}

WakeStates::Reached WakeStates::find_step(std::size_t rule, Number state, std::size_t symbol) {
  reached_.clear();
  bool ends = false;
  next_round();
  const std::uint32_t* const from = nodes(state);
  for (std::uint32_t i = 0; i < of(state).count; ++i) {
    if (program_.set(from[i])[symbol]) ends |= program_.follow(program_.node(from[i]).next, round_, seen_, reached_);
  }
  std::sort(reached_.begin(), reached_.end());
  const Number number = number_of(rule, reached_, ends);
  const Reached to(number, ends, reached_.empty());
  note_step(rule, state, symbol, to);
  return to;
}

/// A state of the table gets a row of its own when it first learns something.
void WakeStates::note_step(std::size_t rule, Number state, std::size_t symbol, Reached to) {
  const WakeLetters& letters = letters_[rule];
  if (own_steps_of_[state] == nullptr) {
    Steps& steps = own_steps_.emplace_back(steps_[state], steps_[state] + letters.count);
    steps_[state] = own_steps_of_[state] = steps.data();
  }
  own_steps_of_[state][letters.of[symbol]] = to.bits();
}

bool WakeStates::is(Number state, const std::vector<std::uint32_t>& nodes, bool ends) const {
  return of(state).count == nodes.size() && (of(state).ends != 0) == ends &&
         std::equal(nodes.begin(), nodes.end(), this->nodes(state));
}

std::uint64_t WakeStates::hash_of_state(Number state) const {
  return hash_of({nodes(state), of(state).count}, of(state).ends != 0);
}

WakeStates::Number WakeStates::number_of(std::size_t rule, const std::vector<std::uint32_t>& nodes, bool ends) {
  const std::uint64_t hash = hash_of(nodes, ends);
  for (const std::span<const std::uint32_t> index : {made_.index.all(), std::span<const std::uint32_t>(own_index_)}) {
    const auto known = find_in_index(index, hash, [&](Number state) { return is(state, nodes, ends); });
    if (known) return *known;
  }
  const Number number = add(rule, nodes, ends);
  note_own(number, hash);
  return number;
}

void WakeStates::note_own(Number state, std::uint64_t hash) {
  const std::size_t size = own_.size();
  if (2 * size > own_index_.size())
    own_index_ = index_of(made_count_, state, slots_for(2 * size), [this](Number own) { return hash_of_state(own); });
  put_in_index(own_index_, hash, state);
}

WakeStates::Number WakeStates::add(std::size_t rule, const std::vector<std::uint32_t>& nodes, bool ends) {
  auto& all = own_.nodes.own();
  own_.states.own().push_back({.nodes = static_cast<std::uint32_t>(all.size()),
                               .count = static_cast<std::uint32_t>(nodes.size()),
                               .ends = ends ? 1U : 0U});
  all.insert(all.end(), nodes.begin(), nodes.end());
  own_steps_of_.push_back(own_steps_.emplace_back(letters_[rule].count).data());
  steps_.push_back(own_steps_of_.back());
  return made_count_ + static_cast<std::uint32_t>(own_.states.own().size() - 1);
}

WakeTable WakeStates::finish() && {
  const auto size = static_cast<Number>(own_.states.all().size());
  own_.index.own() = index_of(0, size, slots_for(size), [this](Number own) { return hash_of_state(own); });
  auto& next = own_.next.own();
  for (std::size_t number = 0; number < own_steps_.size(); ++number) {
    own_.states.own()[number].row = static_cast<std::uint32_t>(next.size());
    next.insert(next.end(), own_steps_[number].begin(), own_steps_[number].end());
  }
  return std::move(own_);
}

}  // namespace moniker::rules
