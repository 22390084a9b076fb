// The automata of all rules. Each expression becomes nodes, from back to front, that wait for a character, fork, or
// say that a match may end. Then it is asked once where its nodes can stand when a match touches its first word: those
// are the places where words are run from (woken_words.hpp). What it cannot say for certain makes a rule slow, never
// blind.
#include "rules/wake_program.hpp"

#include <algorithm>
#include <bit>
#include <string>

namespace moniker::rules {
namespace {

/// A repetition that would take more nodes goes on for ever after its second time, one of single characters after its
/// 64th: what a match begins with does not hang on how it goes on.
constexpr std::size_t most_repeated = 128, most_alike = 64;
/// Of needs that stand at fewer places of talk than this, most texts hold none.
constexpr double seldom_met = 0.00014;
/// An expression that takes more nodes is left to the slow way.
constexpr std::size_t most_nodes = 20'000;

std::size_t size_of(const Expression& expression) {
  std::size_t size = 1;
  for (const Expression& part : expression.parts) size += size_of(part);
  return size;
}

}  // namespace

WakeProgram::WakeProgram(const std::vector<Source>& sources) {
  for (std::uint32_t rule = 0; rule < sources.size(); ++rule) {
    const auto from = static_cast<std::uint32_t>(nodes_.size());
    bool fit = sources[rule].expression && sources[rule].whole_word;
    const std::size_t first = first_.size();
    of_rule_.push_back({});
    if (fit) {
      const std::uint32_t end = add({.set = match});
      const std::uint32_t entry = compile(*sources[rule].expression, end);
      fit = nodes_.size() - from <= most_nodes && analyse(entry, rule);
    }
    if (!fit) nodes_.resize(from);
    of_rule_.back().slow = !fit;
    of_rule_.back().first = static_cast<std::uint32_t>(first);
    of_rule_.back().firsts = static_cast<std::uint32_t>(first_.size() - first);
    of_rule_.back().anchored = fit && is_anchored(*sources[rule].expression);
    letters_of_rules_.push_back(find_letters(sets_between(from, nodes_.size())));
  }
  find_needs(sources);
  numbers_.clear();
  letters_ = find_letters(sets_);
  sum_up();
}

/// While there is room: first of the rules that are woken nearly everywhere, then of those that need few.
void WakeProgram::find_needs(const std::vector<Source>& sources) {
  struct Wish {
    std::size_t elsewhere = 0, factors = 0, rule = 0;
    auto operator<=>(const Wish&) const = default;
  };
  std::vector<Wish> wishes;
  std::vector<Factors> needed(sources.size());
  for (std::size_t rule = 0; rule < sources.size(); ++rule) {
    if (sources[rule].expression) needed[rule] = needed_factors(*sources[rule].expression);
    const bool anywhere = of_rule_[rule].slow || begins_with_any(of_rule_[rule]);
    if (!needed[rule].empty()) wishes.push_back({anywhere ? 0U : 1U, std::bit_ceil(needed[rule].size()), rule});
  }
  std::sort(wishes.begin(), wishes.end());
  needs_.resize(sources.size());
  for (const Wish& wish : wishes) {
    needs_[wish.rule] = factors_.add(needed[wish.rule]).value_or(FactorBits{});
    if (needs_[wish.rule].any())
      of_rule_[wish.rule].awake = share_of(needed[wish.rule]) < seldom_met ? Awake::seldom : Awake::often;
  }
  for (OfRule& rule : of_rule_) {
    if (rule.anchored && rule.awake == Awake::always) rule.awake = Awake::often;
  }
}

void WakeProgram::sum_up() {
  find_letters_of_sets();
  awoken_by_.resize(FactorBits::most * blocks());
  from_begin_.resize(blocks());
  for (std::uint32_t rule = 0; rule < of_rule_.size(); ++rule) {
    const auto awake = static_cast<std::size_t>(of_rule_[rule].awake);
    const std::uint64_t bit_of_rule = std::uint64_t{1} << (rule % 64);
    all_needs_ |= needs_[rule];
    needs_of_[awake] |= needs_[rule];
    needs_[rule].each([&](std::size_t bit) { awoken_by_[bit * blocks() + rule / 64] |= bit_of_rule; });
    if (of_rule_[rule].anchored && !needs_[rule].any()) from_begin_[rule / 64] |= bit_of_rule;
    if (of_rule_[rule].slow || of_rule_[rule].mark != 0) woken_otherwise_.push_back(rule);
    if (!of_rule_[rule].slow) rules_of_[awake].push_back(rule);
    Symbols before;
    for (const std::uint32_t node : first_of(rule)) before |= set(node) & gap_symbols();
    before_word_.push_back(before);
  }
}

WakeLetters WakeProgram::find_letters(const std::vector<Symbols>& sets) {
  std::unordered_map<std::string, std::uint8_t> known;  // by which sets hold it
  WakeLetters letters;
  for (std::size_t symbol = 0; symbol < symbols; ++symbol) {
    std::string held;
    for (const Symbols& set : sets) held += set[symbol] ? '1' : '0';
    letters.of[symbol] = known.try_emplace(held, static_cast<std::uint8_t>(known.size())).first->second;
  }
  letters.count = static_cast<std::uint8_t>(known.size());
  return letters;
}

/// Of some nodes, each once.
std::vector<Symbols> WakeProgram::sets_between(std::size_t from, std::size_t to) const {
  std::vector<std::uint32_t> numbers;
  for (std::size_t node = from; node < to; ++node) {
    if (nodes_[node].set < sets_.size()) numbers.push_back(nodes_[node].set);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<Symbols> sets;
  for (const std::uint32_t number : numbers) sets.push_back(sets_[number]);
  return sets;
}

void WakeProgram::find_letters_of_sets() {
  for (const Symbols& set : sets_) {
    std::uint64_t letters = 0;
    for (std::size_t symbol = 0; symbol < symbols; ++symbol) {
      if (set[symbol]) letters |= std::uint64_t{1} << (letters_.of[symbol] % 64);
    }
    letters_of_sets_.push_back(letters);
  }
}

void WakeProgram::save(ArchiveWriter& archive) const {
  archive.put_array(std::span<const Node>(nodes_));
  archive.put_array(std::span<const Symbols>(sets_));
  archive.put_array(std::span<const std::uint32_t>(first_));
  archive.put_array(std::span<const OfRule>(of_rule_));
  archive.put_array(std::span<const FactorSearch>(&factors_, 1));
  archive.put_array(std::span<const FactorBits>(needs_));
  archive.put(letters_);
  archive.put_array(std::span<const WakeLetters>(letters_of_rules_));
  made_.save(archive);
  made_words_.save(archive);
}

WakeProgram WakeProgram::from(ArchiveReader& archive) {
  WakeProgram program;
  program.nodes_ = archive.vector<Node>();
  program.sets_ = archive.vector<Symbols>();
  program.first_ = archive.vector<std::uint32_t>();
  program.of_rule_ = archive.vector<OfRule>();
  for (const FactorSearch& factors : archive.vector<FactorSearch>()) program.factors_ = factors;
  program.needs_ = archive.vector<FactorBits>();
  program.letters_ = archive.get<WakeLetters>();
  program.letters_of_rules_ = archive.vector<WakeLetters>();
  program.made_ = WakeTable::from(archive);
  program.made_words_ = WarmWords::from(archive);
  program.sum_up();
  return program;
}

std::uint32_t WakeProgram::add(Node node) {
  nodes_.push_back(node);
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t WakeProgram::number_of(const Symbols& set) {
  const auto [place, fresh] = numbers_.try_emplace(set, static_cast<std::uint32_t>(sets_.size()));
  if (fresh) sets_.push_back(set);
  return place->second;
}

/// From back to front: each part is made when what follows it is there.
std::uint32_t WakeProgram::compile(const Expression& expression, std::uint32_t next) {
  switch (expression.kind) {
    case Expression::Kind::nothing:
      return next;
    case Expression::Kind::one:
      return add({.next = next, .set = number_of(expression.one)});
    case Expression::Kind::join:
      for (auto part = expression.parts.rbegin(); part != expression.parts.rend(); ++part) next = compile(*part, next);
      return next;
    case Expression::Kind::either: {
      std::uint32_t entry = compile(expression.parts.back(), next);
      for (auto part = std::next(expression.parts.rbegin()); part != expression.parts.rend(); ++part)
        entry = add({.next = compile(*part, next), .other = entry, .set = fork});
      return entry;
    }
    case Expression::Kind::repeat:
      break;
  }
  return compile_repeat(expression, next);
}

std::uint32_t WakeProgram::compile_repeat(const Expression& expression, std::uint32_t next) {
  const Expression& part = expression.parts.front();
  std::uint32_t least = expression.least, most = expression.most;
  const std::uint32_t times = most == Expression::without_end ? least : most;
  const bool alike = part.kind == Expression::Kind::one;
  if (alike ? times > most_alike : times > 2 && size_of(part) * times > most_repeated) {
    least = std::min<std::uint32_t>(least, alike ? most_alike : 2);
    most = Expression::without_end;
  }
  if (nodes_.size() > most_nodes * 10) least = std::min(least, 1U), most = Expression::without_end;
  std::uint32_t entry = next;
  if (most == Expression::without_end) {
    entry = add({.other = next, .set = fork});
    const std::uint32_t body = compile(part, entry);
    nodes_[entry].next = body;
  } else {
    for (std::uint32_t i = least; i < most; ++i)
      entry = add({.next = compile(part, entry), .other = next, .set = fork});
  }
  for (std::uint32_t i = 0; i < least; ++i) entry = compile(part, entry);
  return entry;
}

bool WakeProgram::follow(std::uint32_t node, std::uint32_t round, std::vector<std::uint32_t>& seen,
                         std::vector<std::uint32_t>& nodes) const {
  bool ends = false;
  while (seen[node] != round) {
    seen[node] = round;
    const Node& at = nodes_[node];
    if (at.set == match) return true;
    if (at.set != fork) {
      nodes.push_back(node);
      return ends;
    }
    ends |= follow(at.next, round, seen, nodes);
    node = at.other;
  }
  return ends;
}

/// Where one rule's nodes can stand before its first word. False where nothing tells which texts it may match in.
bool WakeProgram::analyse(std::uint32_t entry, std::uint32_t rule) {
  const Before at_first = before_first_word(entry, no_symbol);
  const std::vector<std::uint32_t>& before = at_first.nodes;
  of_rule_[rule].begins_between =
      std::any_of(before.begin(), before.end(), [&](std::uint32_t node) { return (set(node) & gap_symbols()).any(); });
  if (at_first.ends) {
    of_rule_[rule].mark = mark_of(entry);
    if (of_rule_[rule].mark == 0) return false;
  }
  of_rule_[rule].with_word = static_cast<std::uint32_t>(at_first.at_entry);
  first_.insert(first_.end(), before.begin(), before.end());
  return true;
}

/// Of the characters that stand in every match without a word the rarest in talk; 0: there is none.
char WakeProgram::mark_of(std::uint32_t entry) const {
  std::size_t mark = 0;
  for (std::size_t symbol = 1; symbol < 0x80; ++symbol) {
    const bool rarer = mark == 0 || share_of(symbol) < share_of(mark);
    if (rarer && gap_symbols()[symbol] && !before_first_word(entry, symbol).ends) mark = symbol;
  }
  return static_cast<char>(mark);
}

/// Whether any word may be the first one, as far as letters tell: such a rule is woken nearly everywhere.
bool WakeProgram::begins_with_any(const OfRule& rule) const {
  const auto first = first_.begin() + rule.first;
  return std::any_of(first, first + rule.firsts,
                     [this](std::uint32_t node) { return set(node)['e'] && set(node)['q'] && set(node)['x']; });
}

/// Where nodes can stand when a match has taken characters alone that are no word's, and this one not among them.
WakeProgram::Before WakeProgram::before_first_word(std::uint32_t entry, std::size_t without) const {
  std::vector<std::uint32_t> seen(nodes_.size());
  Before before;
  before.ends = follow(entry, 1, seen, before.nodes);
  before.at_entry = before.nodes.size();
  for (std::size_t i = 0; i < before.nodes.size(); ++i) {
    Symbols takes = set(before.nodes[i]) & gap_symbols();
    if (without != no_symbol) takes.reset(without);
    if (takes.any()) before.ends |= follow(nodes_[before.nodes[i]].next, 1, seen, before.nodes);
  }
  return before;
}

}  // namespace moniker::rules
