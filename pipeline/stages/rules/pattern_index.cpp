// Which patterns a word can be the first, second or last of.
#include "rules/compiled.hpp"

namespace moniker::rules {
namespace {

using Row = PatternIndex::Row;

void set_bit(Row& row, std::size_t blocks, std::size_t bit) {
  row.resize(blocks);
  row[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

void note(const Pattern::Ways& ways, std::size_t pattern, std::size_t blocks, PatternIndex::Place& place,
          std::map<Predicates::Id, Row>& by_predicate) {
  for (const auto literal : ways.literals) set_bit(place.by_literal[literal], blocks, pattern);
  for (const auto predicate : ways.predicates) set_bit(by_predicate[predicate], blocks, pattern);
}

}  // namespace

PatternIndex index_of(const std::vector<PatternRule>& patterns, std::size_t literals) {
  PatternIndex index;
  index.blocks = (patterns.size() + 63) / 64;
  index.may_end.assign(index.blocks, 0);
  index.firm.assign(index.blocks, 0);
  for (PatternIndex::Place* place : {&index.first, &index.second, &index.last}) place->by_literal.resize(literals + 1);
  std::map<Predicates::Id, Row> first, second, last;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const Pattern& pattern = patterns[i].pattern;
    note(pattern.first(), i, index.blocks, index.first, first);
    note(pattern.second(), i, index.blocks, index.second, second);
    note(pattern.last(), i, index.blocks, index.last, last);
    if (patterns[i].keep && patterns[i].firm) set_bit(index.firm, index.blocks, i);
    if (pattern.second().end) set_bit(index.may_end, index.blocks, i);
  }
  index.first.by_predicate.assign(first.begin(), first.end());
  index.second.by_predicate.assign(second.begin(), second.end());
  index.last.by_predicate.assign(last.begin(), last.end());
  return index;
}

}  // namespace moniker::rules
