// States are sets of nodes of the automaton (the subset construction, as needed), told apart by their nodes and by the
// rules of which a match may end there. A table that lies in the compiled rules is never written: what it lacks is kept
// beside it.
#include "rules/wake_states.hpp"

#include <algorithm>
#include <bit>

#include "rules/wake_program.hpp"

namespace moniker::rules {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_of(std::span<const std::uint32_t> nodes, std::span<const std::uint64_t> done) {
  std::uint64_t hash = nodes.size();
  for (const std::uint32_t node : nodes) hash = mixed(hash, node);
  for (const std::uint64_t row : done) hash = mixed(hash, row);
  return hash;
}

/// Most of what a state takes are the nodes that it is made of: some forty, seldom hundreds. States go where they are
/// too many, or where they have more than so many nodes each on the average.
constexpr std::size_t nodes_a_state = 32;

/// Into an index of states, in which there is room.
void put(std::vector<std::uint32_t>& index, std::uint64_t hash, std::uint32_t number) {
  std::size_t at = hash & (index.size() - 1);
  while (index[at] != 0) at = (at + 1) & (index.size() - 1);
  index[at] = number + 1;
}

}  // namespace

void WakeTable::save(ArchiveWriter& archive) const {
  archive.put_array(states.all());
  archive.put_array(next.all());
  archive.put_array(nodes.all());
  archive.put_array(done.all());
  archive.put_array(behind.all());
  archive.put_array(index.all());
}

WakeTable WakeTable::from(ArchiveReader& archive) {
  WakeTable table;
  table.states.view(archive.array<State>());
  table.next.view(archive.array<std::uint32_t>());
  table.nodes.view(archive.array<std::uint32_t>());
  table.done.view(archive.array<std::uint64_t>());
  table.behind.view(archive.array<std::uint64_t>());
  table.index.view(archive.array<std::uint32_t>());
  return table;
}

WakeStates::WakeStates(const WakeProgram& program, std::size_t most_own)
    : program_(program),
      blocks_(program.blocks()),
      most_own_(most_own),
      made_(program.made()),
      made_count_(static_cast<std::uint32_t>(made_.size())),
      letters_(program.letters()),
      letter_count_(program.letter_count()),
      made_states_(made_.states.all().data()),
      seen_(program.size()) {
  begin();
}

void WakeStates::begin() {
  own_.nodes.own().reserve(most_own_ * nodes_a_state);  // pages that are not written take no memory
  for (std::size_t i = 0; i < made_count_; ++i) steps_.push_back(made_.next.all().data() + i * letter_count_);
  own_steps_of_.assign(made_count_, nullptr);
  if (made_count_ != 0) return;  // the table begins with them
  for (const auto* start : {&program_.first(), &program_.second_blank(), &program_.second()}) {
    std::vector<std::uint32_t> nodes = *start;
    std::sort(nodes.begin(), nodes.end());
    add(nodes, std::vector<std::uint64_t>(blocks_));
  }
  for (std::size_t rule = 0; rule < program_.rules(); ++rule) {
    const auto own = program_.first_of(rule);
    std::vector<std::uint32_t> nodes(own.begin(), own.end());
    std::sort(nodes.begin(), nodes.end());
    add(nodes, std::vector<std::uint64_t>(blocks_));
  }
}

void WakeStates::bound() {
  if (own_steps_.size() <= most_own_ && own_.nodes.all().size() <= most_own_ * nodes_a_state) return;
  own_ = {};
  own_index_.clear();
  behind_.clear();
  waiting_.clear();
  waiting_rows_.clear();
  steps_.clear();
  own_steps_of_.clear();
  own_steps_.clear();
  begin();
}

std::uint32_t WakeStates::next_round() {
  if (++round_ == 0) std::fill(seen_.begin(), seen_.end(), 0), round_ = 1;
  return round_;
}

const std::uint32_t* WakeStates::nodes(Number state) const {
  const auto& table = state < made_count_ ? made_ : own_;
  return table.nodes.all().data() + of(state).nodes;
}

const std::uint64_t* WakeStates::done(Number state) const {
  return state < made_count_ ? made_.done.all().data() + state * blocks_
                             : own_.done.all().data() + (state - made_count_) * blocks_;
}

WakeStates::Reached WakeStates::find_step(Number state, std::size_t symbol) {
  reached_.clear();
  done_.assign(blocks_, 0);
  const std::uint32_t round = next_round();
  const std::uint32_t* const from = nodes(state);
  for (std::uint32_t i = 0; i < of(state).count; ++i) {
    if (program_.set(from[i])[symbol]) program_.follow(program_.node(from[i]).next, round, seen_, reached_, done_);
  }
  std::sort(reached_.begin(), reached_.end());
  const Number number = number_of(reached_, done_);
  const Reached to(number, of(number).ends != 0, of(number).count == 0);
  note_step(state, symbol, to);
  return to;
}

/// A state of the table gets a row of its own when it first learns something.
void WakeStates::note_step(Number state, std::size_t symbol, Reached to) {
  if (own_steps_of_[state] == nullptr) {
    Steps& steps = own_steps_.emplace_back(steps_[state], steps_[state] + letter_count_);
    steps_[state] = own_steps_of_[state] = steps.data();
  }
  own_steps_of_[state][letters_[symbol]] = to.bits();
}

bool WakeStates::is(Number state, const std::vector<std::uint32_t>& nodes,
                    const std::vector<std::uint64_t>& done) const {
  return of(state).count == nodes.size() && std::equal(nodes.begin(), nodes.end(), this->nodes(state)) &&
         std::equal(done.begin(), done.end(), this->done(state));
}

WakeStates::Number WakeStates::number_of(const std::vector<std::uint32_t>& nodes,
                                         const std::vector<std::uint64_t>& done) {
  const std::uint64_t hash = hash_of(nodes, done);
  for (const std::span<const std::uint32_t> index : {made_.index.all(), std::span<const std::uint32_t>(own_index_)}) {
    for (std::size_t at = index.empty() ? 0 : hash & (index.size() - 1); at < index.size() && index[at] != 0;
         at = (at + 1) & (index.size() - 1)) {
      if (is(index[at] - 1, nodes, done)) return index[at] - 1;
    }
  }
  const Number number = add(nodes, done);
  note_own(number, hash);
  return number;
}

void WakeStates::note_own(Number state, std::uint64_t hash) {
  const std::size_t size = own_.size();
  if (2 * size > own_index_.size()) {
    own_index_.assign(std::max<std::size_t>(64, 4 * size), 0);
    own_index_.resize(std::bit_ceil(own_index_.size()));
    for (std::size_t own = 0; own + 1 < size; ++own) {
      const Number number = made_count_ + static_cast<Number>(own);
      const std::span<const std::uint32_t> nodes(this->nodes(number), of(number).count);
      put(own_index_, hash_of(nodes, {done(number), blocks_}), number);
    }
  }
  put(own_index_, hash, state);
}

WakeStates::Number WakeStates::add(const std::vector<std::uint32_t>& nodes, const std::vector<std::uint64_t>& done) {
  const bool ends = std::any_of(done.begin(), done.end(), [](std::uint64_t bits) { return bits != 0; });
  auto& all = own_.nodes.own();
  own_.states.own().push_back({.nodes = static_cast<std::uint32_t>(all.size()),
                               .count = static_cast<std::uint32_t>(nodes.size()),
                               .ends = ends ? 1U : 0U});
  all.insert(all.end(), nodes.begin(), nodes.end());
  own_.done.own().insert(own_.done.own().end(), done.begin(), done.end());
  own_steps_of_.push_back(own_steps_.emplace_back(letter_count_).data());
  steps_.push_back(own_steps_of_.back());
  return made_count_ + static_cast<std::uint32_t>(own_.states.own().size() - 1);
}

const std::uint64_t* WakeStates::waiting(Number state) {
  const auto [known, fresh] = waiting_.try_emplace(state, static_cast<std::uint32_t>(waiting_rows_.size()));
  if (fresh) {
    waiting_rows_.resize(waiting_rows_.size() + blocks_);
    const std::uint32_t* const all = nodes(state);
    for (std::uint32_t i = 0; i < of(state).count; ++i) {
      const std::uint32_t rule = program_.node(all[i]).rule;
      waiting_rows_[known->second + rule / 64] |= std::uint64_t{1} << (rule % 64);
    }
  }
  return waiting_rows_.data() + known->second;
}

const std::uint64_t* WakeStates::behind(Number state) {
  const bool made = state < made_count_;
  std::uint32_t at = of(state).behind;
  if (made && at != 0) return made_.behind.all().data() + (at - 1);
  if (made) {
    if (const auto known = behind_.find(state); known != behind_.end()) at = known->second;
  }
  if (at != 0) return own_.behind.all().data() + (at - 1);
  enum Row : std::size_t { ends_blank, goes_blank, ends, goes };  // as WakeRows has them
  std::vector<std::uint64_t> rows(4 * blocks_), done_there(blocks_);
  const auto set = [&](Row row, std::uint32_t node) {
    const std::uint32_t rule = program_.node(node).rule;
    rows[row * blocks_ + rule / 64] |= std::uint64_t{1} << (rule % 64);
  };
  const Number blank = step(state, ' ').state();
  for (std::uint32_t i = 0; i < of(blank).count; ++i) set(goes_blank, nodes(blank)[i]);
  for (std::size_t block = 0; block < blocks_; ++block) rows[ends_blank * blocks_ + block] |= done(blank)[block];
  std::vector<std::uint32_t> all(nodes(state), nodes(state) + of(state).count);
  const std::uint32_t round = next_round();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if ((program_.set(all[i]) & gap_symbols()).none()) continue;
    set(goes, all[i]);
    program_.follow(program_.node(all[i]).next, round, seen_, all, done_there);
  }
  for (std::size_t block = 0; block < blocks_; ++block) rows[ends * blocks_ + block] |= done_there[block];
  auto& own = own_.behind.own();
  at = static_cast<std::uint32_t>(own.size() + 1);
  own.insert(own.end(), rows.begin(), rows.end());
  if (made)
    behind_.emplace(state, at);
  else
    own_.states.own()[state - made_count_].behind = at;
  return own.data() + (at - 1);
}

WakeTable WakeStates::finish() && {
  const auto states = own_.states.all();
  std::size_t slots = 16;
  while (slots < 2 * states.size()) slots *= 2;
  auto& index = own_.index.own();
  index.assign(slots, 0);
  for (std::uint32_t number = 0; number < states.size(); ++number) {
    const std::span<const std::uint32_t> own(nodes(number), states[number].count);
    put(index, hash_of(own, {done(number), blocks_}), number);
  }
  for (const std::uint32_t* steps : steps_) own_.next.own().insert(own_.next.own().end(), steps, steps + letter_count_);
  return std::move(own_);
}

}  // namespace moniker::rules
