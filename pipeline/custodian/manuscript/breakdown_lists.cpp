// Which counts of a sentence are one list: those of one form that follow one another, and now and then two forms, where
// neither is whole alone.
#include "manuscript/breakdown_lists.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_claims.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_gap = 100;

/// Of one form, and near: what stands in brackets between does not part "twelve students (...), eight lecturers".
bool goes_on(const std::vector<Counts>& chains, const LabelledCount& one, const CountedSentence& said) {
  if (chains.empty()) return false;
  const LabelledCount& last = chains.back().back();
  if (one.bracketed != last.bracketed || one.percent != last.percent) return false;
  if (one.of > 0 && last.of == 0) return false;  // "eight were blind and five were not; one of the eight was deaf"
  std::size_t gap = 0;
  int depth = 0;
  for (std::size_t at = last.bytes.end; at < one.bytes.begin; ++at) {
    const char c = said.text[at - said.begin];
    depth += c == '(' ? 1 : 0;
    gap += depth == 0 || one.in_brackets;
    depth -= c == ')' && depth > 0 ? 1 : 0;
    if (one.in_brackets && c == ')') return false;  // another bracket
  }
  return gap < longest_gap;
}

/// "Most were white (n = 15), three were Black and two Asian": two forms are one list where neither is whole alone.
std::vector<Counts> joined_forms(std::vector<Counts> chains, const ListContext& in) {
  std::vector<Counts> joined;
  for (Counts& chain : chains) {
    Counts both = joined.empty() ? Counts{} : joined.back();
    both.insert(both.end(), chain.begin(), chain.end());
    const bool forms = !joined.empty() && !chain[0].percent && !joined.back().back().percent &&
                       chain[0].bracketed != joined.back().back().bracketed;
    const auto whole = [&](const Counts& one) {
      return sum_of(one) == in.said.sample || in.totals.is_stated(one, sum_of(one), in.said) ||
             whole_at(one, in.said, in.words) < one.size();
    };
    const double off = std::abs(sum_of(both) - in.said.sample);
    const bool near = in.said.sample > 0 && both.size() >= 3 && off <= 2 &&
                      claims_all(both, sum_of(both), in.said.sample, false, in.said, in.words);
    if (forms && !whole(joined.back()) && !whole(chain) && (whole(both) || near))
      joined.back() = std::move(both);
    else
      joined.push_back(std::move(chain));
  }
  return joined;
}

/// "nine in year one and 17 in year two; 20 women and six men" are two breakdowns, where either is whole;
/// so is "eight were women and four men; five had moved" of twelve.
std::vector<Counts> cut_at_semicolons(std::vector<Counts> chains, const ListContext& in) {
  std::vector<Counts> cut;
  for (Counts& chain : chains) {
    std::vector<Counts> pieces(1);
    for (const LabelledCount& one : chain) {
      const std::size_t from = pieces.back().empty() ? one.bytes.end : pieces.back().back().bytes.end;
      const std::string_view between =
          one.bytes.begin > from ? in.said.text.substr(from - in.said.begin, one.bytes.begin - from) : "";
      if (between.find(';') != between.npos) pieces.emplace_back();
      pieces.back().push_back(one);
    }
    const bool lists = sum_of(chain) != in.said.sample;  // and all of it is none
    const bool lists_each = std::all_of(pieces.begin(), pieces.end(), [](const Counts& one) { return one.size() > 1; });
    const bool whole = std::any_of(pieces.begin(), pieces.end(), [&](const Counts& one) {
      const bool known =
          sum_of(one) == in.said.sample || (lists_each && in.totals.is_stated(one, sum_of(one), in.said));
      return one.size() > 1 && !one[0].percent &&
             (known || part_that_is(sum_of(one), in.said, in.found, in.words) ||
              whole_at(one, in.said, in.words) < one.size());
    });
    if (pieces.size() > 1 && lists && whole)
      std::move(pieces.begin(), pieces.end(), std::back_inserter(cut));
    else
      cut.push_back(std::move(chain));
  }
  return cut;
}

/// "nine let two rooms": two is of what nine do, for nothing parts the two numbers, and it counts no people.
bool is_incidental(const LabelledCount& one, const LabelledCount& last, const ListContext& in) {
  if (one.begins_item || one.bracketed || last.bracketed || one.percent || last.percent || one.of > 0) return false;
  if (one.bytes.begin <= last.bytes.end || !lead_of(fold(one.label), in.words.in_total).empty()) return false;
  const std::string_view between =
      in.said.text.substr(last.bytes.end - in.said.begin, one.bytes.begin - last.bytes.end);
  if (between.find_first_of(",;:()") != between.npos || says_one_of(fold(between), in.words.item_before)) return false;
  const std::size_t end = one.bytes.end - in.said.begin;
  const std::string_view behind = in.said.text.substr(end, in.said.text.find_first_of(",;:.()", end) - end + 1);
  if (behind.ends_with(':') && !says_one_of(fold(behind), in.words.took_part)) return false;  // "in 12 kitchens: ..."
  const auto label = folded_words(one.label);
  return label.empty() || !in.words.people.contains(label[0]);
}

Counts without_incidental(const Counts& chain, const ListContext& in) {
  Counts kept;
  for (const LabelledCount& one : chain) {
    if (kept.empty() || !is_incidental(one, kept.back(), in)) kept.push_back(one);
  }
  const bool all = sum_of(chain) == in.said.sample || sum_of(chain) == in.said.at_head;
  return all || kept.size() < 2 ? chain : kept;
}

}  // namespace

CountLists lists_of(const Counts& counts, const ListContext& in) {
  CountLists out;
  for (const LabelledCount& one : counts) {
    auto& into = one.in_brackets ? out.in_brackets : out.lists;
    if (!goes_on(into, one, in.said)) {
      into.emplace_back();
      if (one.in_brackets) out.whose.push_back(out.lists.empty() ? Counts{} : Counts{out.lists.back().back()});
    }
    into.back().push_back(one);
  }
  for (Counts& list : out.lists) list = without_incidental(list, in);
  out.lists = cut_at_semicolons(joined_forms(std::move(out.lists), in), in);
  return out;
}

}  // namespace moniker::custodian
