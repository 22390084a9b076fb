// Lists and patterns over the words of a turn. Which of them are tried at a word is a few ANDs of the rows of bits that
// its kind and its neighbours have (docs/engine.md); what is tried is decided by the rule alone. The simple way, every
// one at every word, is the oracle of the test.
#include "rules/word_rules.hpp"

#include <bit>
#include <span>

namespace moniker::rules {
namespace {

/// In the room of a kind's row: bits of the lists and of the patterns that such a word or phrase can begin, and of the
/// patterns of which it can be the second or the last.
class KindRoom {
 public:
  explicit KindRoom(const RuleSet::Compiled& compiled) : compiled_(compiled) {}

  std::uint64_t* lists_of(Predicates::Row row) const { return row.room(compiled_.predicates.size()); }
  std::uint64_t* first_of(Predicates::Row row) const { return lists_of(row) + lists_; }
  std::uint64_t* second_of(Predicates::Row row) const { return first_of(row) + compiled_.index.blocks; }
  std::uint64_t* last_of(Predicates::Row row) const { return second_of(row) + compiled_.index.blocks; }

  /// The same once for all words of this kind.
  void fill(Predicates::Row row) const {
    if (row.filled()) return;
    if (!row.answers_filled()) fill_by_answers(row);
    row.note_filled();
    const std::uint16_t literal = row.literal();
    join(first_of(row), compiled_.index.first.by_literal[literal]);
    join(second_of(row), compiled_.index.second.by_literal[literal]);
    join(last_of(row), compiled_.index.last.by_literal[literal]);
  }
  static void join(std::uint64_t* bits, std::span<const std::uint64_t> more) {
    for (std::size_t block = 0; block < more.size(); ++block) bits[block] |= more[block];
  }

 private:
  void fill_by_answers(Predicates::Row row) const {
    for (std::size_t i = 0; i < compiled_.lists.size(); ++i) {
      if (row.holds(compiled_.lists[i].words)) lists_of(row)[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    gather(compiled_.index.first, row, first_of(row));
    gather(compiled_.index.second, row, second_of(row));
    gather(compiled_.index.last, row, last_of(row));
    join(second_of(row), compiled_.index.may_end);
  }
  static void gather(const PatternIndex::Place& place, Predicates::Row row, std::uint64_t* bits) {
    for (const auto& [predicate, patterns] : place.by_predicate) {
      if (row.holds(predicate)) join(bits, patterns);
    }
  }

  const RuleSet::Compiled& compiled_;
  const std::size_t lists_ = compiled_.list_blocks();
};

class WordRules {
 public:
  WordRules(const RuleSet::Compiled& compiled, const words::Words& words, Predicates::Memo& memo,
            std::vector<Finding>& findings, std::vector<Kept>& kept)
      : compiled_(compiled), words_(words), memo_(memo), findings_(findings), kept_(kept), there_(memo.there) {}

  void find() {
    begin();
    for (std::uint32_t token = 0; token < words_.tokens.size(); ++token) {
      lists_at(token);
      patterns_at(token);
    }
  }
  void find_firm_keeps() {
    begin();
    std::uint64_t any = 0;
    for (std::size_t block = 0; block < there_.size(); ++block) any |= there_[block] &= compiled_.index.firm[block];
    for (std::uint32_t token = 0; any != 0 && token < words_.tokens.size(); ++token) patterns_at(token);
  }

 private:
  void begin() {
    compiled_.predicates.begin(words_, memo_);
    memo_.lists.resize(compiled_.lists.size());
    memo_.patterns.resize(compiled_.patterns.size());
    there_.assign(compiled_.index.blocks, 0);
    for (const auto* rows : {&memo_.of, &memo_.of_phrase}) {
      for (const Predicates::Row row : *rows) {
        if (!row.is_first_in(memo_.text)) continue;
        room_.fill(row);
        KindRoom::join(there_.data(), {room_.last_of(row), there_.size()});
      }
    }
  }

  /// Calls `take` with each of a row's bits that the word has or a phrase that begins with it.
  template <class Of, class Mask, class Take>
  void each(std::uint32_t token, std::size_t blocks, const Of& of, const Mask& mask, const Take& take) {
    const std::uint32_t begin = words_.phrases_from[token], end = words_.phrases_from[token + 1];
    for (std::size_t block = 0; block < blocks; ++block) {
      std::uint64_t bits = of(memo_.of[token])[block];
      for (std::uint32_t phrase = begin; phrase < end; ++phrase) bits |= of(memo_.of_phrase[phrase])[block];
      if (bits != 0) bits &= mask(block);
      for (; bits != 0; bits &= bits - 1)
        take(static_cast<std::uint32_t>(block * 64) + static_cast<std::uint32_t>(std::countr_zero(bits)));
    }
  }

  void lists_at(std::uint32_t token) {
    constexpr auto all = [](std::size_t) { return ~std::uint64_t{0}; };
    if (lists_ == 1 && room_.lists_of(memo_.of[token])[0] == 0 && !begins_phrase(token))
      return;  // as nearly everywhere
    each(
        token, lists_, [&](Predicates::Row row) { return room_.lists_of(row); }, all,
        [&](std::uint32_t index) { list(index, token); });
  }

  void patterns_at(std::uint32_t token) {
    if (!begins_phrase(token) && !begins_phrase(token + 1)) return plain_patterns_at(token);
    const auto first = [&](Predicates::Row row) { return room_.first_of(row); };
    const auto take = [&](std::uint32_t index) { pattern(index, token); };
    if (begins_phrase(token))  // nobody knows how long the first element is
      each(
          token, there_.size(), first, [&](std::size_t block) { return there_[block]; }, take);
    else
      each(
          token, there_.size(), first, [&](std::size_t block) { return there_[block] & second_bits(token + 1, block); },
          take);
  }

  /// The same where no listed phrase begins, as nearly everywhere: an AND of three rows.
  void plain_patterns_at(std::uint32_t token) {
    const bool last = token + 1 == words_.tokens.size();
    const std::uint64_t* const first = room_.first_of(memo_.of[token]);
    const std::uint64_t* const second = last ? compiled_.index.may_end.data() : room_.second_of(memo_.of[token + 1]);
    const std::uint64_t* const there = there_.data();
    for (std::size_t block = 0, blocks = there_.size(); block < blocks; ++block) {
      for (std::uint64_t bits = first[block] & second[block] & there[block]; bits != 0; bits &= bits - 1)
        pattern(static_cast<std::uint32_t>(block * 64) + static_cast<std::uint32_t>(std::countr_zero(bits)), token);
    }
  }

  bool begins_phrase(std::uint32_t token) const {
    return token < words_.tokens.size() && words_.phrases_from[token] != words_.phrases_from[token + 1];
  }

  /// The patterns whose second word or phrase may stand here, or that need none.
  std::uint64_t second_bits(std::uint32_t token, std::size_t block) const {
    if (token >= words_.tokens.size()) return compiled_.index.may_end[block];
    std::uint64_t bits = room_.second_of(memo_.of[token])[block];
    for (std::uint32_t phrase = words_.phrases_from[token]; phrase < words_.phrases_from[token + 1]; ++phrase)
      bits |= room_.second_of(memo_.of_phrase[phrase])[block];
    return bits;
  }

  bool found_before(const Predicates::Memo::Last& last, std::uint32_t token) const {
    return last.text == memo_.text && last.end > token;
  }

  void add(RuleId rule, std::size_t first, std::size_t last, float score) {
    if (score <= 0) return;
    findings_.push_back({.utterance = 0,
                         .bytes = words_.range(first, last),
                         .label = compiled_.rules[static_cast<std::size_t>(rule)].label,
                         .rule = rule,
                         .score = score});
  }

  void list(std::uint32_t index, std::uint32_t token) {
    const ListRule& rule = compiled_.lists[index];
    if (found_before(memo_.lists[index], token)) return;
    for (std::uint32_t i = words_.phrases_from[token]; i < words_.phrases_from[token + 1]; ++i) {
      if (!compiled_.predicates.holds_phrase(rule.words, i, memo_)) continue;
      const std::uint32_t last = token + words_.phrases[i].count - 1;
      add(rule.rule, token, last, score(rule, token, last));
      memo_.lists[index] = {memo_.text, last + 1};
      return;
    }
    if (!compiled_.predicates.holds(rule.words, token, memo_)) return;
    add(rule.rule, token, token, score(rule, token, token));
  }

  /// Capitals inside a sentence are the rule's score; without them a rule says itself what an entry is worth.
  float score(const ListRule& rule, std::size_t first, std::size_t last) const {
    const float full = compiled_.detail(rule.rule).score;
    const std::uint32_t shape = words_.tokens[first].shape;
    if (shape & words::shape_uncased) return rule.uncased.value_or(0);
    if (!(shape & (words::shape_cap | words::shape_digit))) return rule.lower.value_or(0);
    const bool two_capitals = last > first && (words_.tokens[last].shape & words::shape_cap) != 0;
    return (shape & words::shape_start) && !two_capitals ? rule.start.value_or(full) : full;
  }

  void pattern(std::uint32_t index, std::uint32_t token) {
    if (found_before(memo_.patterns[index], token)) return;
    const PatternRule& rule = compiled_.patterns[index];
    const auto match = rule.pattern.match(compiled_.predicates, words_, token, memo_);
    if (!match) return;
    memo_.patterns[index] = {memo_.text, match->last + 1};
    if (rule.keep)
      kept_.push_back({words_.range(match->first, match->last), rule.rule, rule.firm});
    else
      add(rule.rule, match->first, match->last, compiled_.detail(rule.rule).score);
  }

  const RuleSet::Compiled& compiled_;
  const KindRoom room_{compiled_};
  const words::Words& words_;
  Predicates::Memo& memo_;
  std::vector<Finding>& findings_;
  std::vector<Kept>& kept_;
  const std::size_t lists_ = compiled_.list_blocks();
  std::vector<std::uint64_t>& there_;  // patterns that are asked, of which the last word stands somewhere in the text
};

}  // namespace

void find_words(const RuleSet::Compiled& compiled, const words::Words& words, Predicates::Memo& memo,
                std::vector<Finding>& findings, std::vector<Kept>& kept) {
  WordRules(compiled, words, memo, findings, kept).find();
}

Predicates::WarmKinds warm_kinds(const RuleSet::Compiled& compiled, const std::vector<Predicates::Memo::Key>& keys) {
  const KindRoom room(compiled);
  Predicates::Memo memo = compiled.memo();
  Predicates::WarmKinds warm{.width = static_cast<std::uint32_t>(compiled.predicates.width(memo))};
  for (const auto& key : keys) {
    const Predicates::Row row = memo.rows[compiled.predicates.number_of(key, memo)];
    room.fill(row);
    warm.keys.own().push_back(key);
    warm.rows.own().insert(warm.rows.own().end(), row.bits(), row.bits() + warm.width);
  }
  warm.finish();
  return warm;
}

void find_firm_keeps(const RuleSet::Compiled& compiled, const words::Words& words, Predicates::Memo& memo,
                     std::vector<Kept>& kept) {
  std::vector<Finding> none;  // keeps find nothing
  WordRules(compiled, words, memo, none, kept).find_firm_keeps();
}

}  // namespace moniker::rules
