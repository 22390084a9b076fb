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

/// "the last, which was held on the final evening, had ten": how long the clause is that tells more of a part; 0
/// without.
std::size_t relative_clause(const LabelledCount& last, const LabelledCount& one, const CountedSentence& said,
                            const PaperWords& words) {
  if (one.bytes.begin <= last.bytes.end) return 0;
  const std::string_view between = said.text.substr(last.bytes.end - said.begin, one.bytes.begin - last.bytes.end);
  for (std::size_t comma = between.find(", "); comma != between.npos; comma = between.find(", ", comma + 2)) {
    const std::string_view clause = between.substr(comma + 2);
    const std::size_t end = clause.find(", ");
    if (end != clause.npos && is_one_of(fold(clause.substr(0, clause.find(' '))), words.relative)) return end;
  }
  return 0;
}

/// Of one form, and near: what stands in brackets between does not part "twelve students (...), eight lecturers".
bool goes_on(const std::vector<Counts>& chains, const LabelledCount& one, const CountedSentence& said,
             const PaperWords& words) {
  if (chains.empty()) return false;
  const LabelledCount& last = chains.back().back();
  if (one.bracketed != last.bracketed || one.percent != last.percent) return false;
  if (one.of > 0 && last.of == 0) return false;  // "eight were blind and five were not; one of the eight was deaf"
  const std::string_view apart = one.bytes.begin > last.bytes.end
                                     ? said.text.substr(last.bytes.end - said.begin, one.bytes.begin - last.bytes.end)
                                     : std::string_view();
  if (says_one_of(fold(apart), words.list_ends)) return false;  // "four apart, so that there were six joint ones"
  std::size_t gap = 0;
  int depth = 0;
  for (std::size_t at = last.bytes.end; at < one.bytes.begin; ++at) {
    const char c = said.text[at - said.begin];
    depth += c == '(' ? 1 : 0;
    gap += depth == 0 || one.in_brackets;
    depth -= c == ')' && depth > 0 ? 1 : 0;
    if (one.in_brackets && c == ')') return false;  // another bracket
  }
  return gap < longest_gap + relative_clause(last, one, said, words);
}

/// "48% (n = 10) were barristers and 57% (n = 12) solicitors": two lists, each the other's.
bool goes_on_before(const std::vector<Counts>& chains, const LabelledCount& one) {
  if (chains.size() < 2) return false;
  const LabelledCount &last = chains.back().back(), &before = chains[chains.size() - 2].back();
  const bool pairs = (last.percent != before.percent) && (last.share >= 0 || before.share >= 0);
  return pairs && one.percent == before.percent && one.bracketed == before.bracketed &&
         one.bytes.begin - before.bytes.end < longest_gap;
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
    if (both.size() > 2 && both[0].value == in.said.sample) both.erase(both.begin());  // "31 took part: 17 ..."
    const double off = std::abs(sum_of(both) - in.said.sample);
    const bool pair = both.size() == 2 && (is_gender_pair(both, in.words) || closes_by_rest(both, in.said, in.words));
    const bool near = in.said.sample > 0 && (both.size() >= 3 || pair) && off <= 2 &&
                      claims_all(both, sum_of(both), in.said.sample, false, in.said, in.words);
    if (forms && !whole(joined.back()) && !whole(chain) && (whole(both) || near))
      joined.back().insert(joined.back().end(), chain.begin(), chain.end());
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
  if (last.value == in.said.sample && says_one_of(fold(between), in.words.breaks_down)) return false;
  if (in.said.at_head > 0 && last.bytes.end == in.said.head_end)
    return false;  // "The nine carers were six spouses, ..."
  const auto label = folded_words(one.label);
  return label.empty() || !in.words.people.contains(label[0]);
}

/// "and an older sister, who looked after 30 children": of a list that has its last part.
bool is_in_relative_clause(const LabelledCount& one, const LabelledCount& last, const ListContext& in) {
  if (one.begins_item || one.bracketed || one.percent || one.of > 0 || one.bytes.begin <= last.bytes.end) return false;
  const std::string_view between =
      in.said.text.substr(last.bytes.end - in.said.begin, one.bytes.begin - last.bytes.end);
  const std::size_t comma = between.rfind(", ");
  if (comma == between.npos || between.find_first_of(";:()") != between.npos) return false;
  const std::string clause = fold(trimmed(between.substr(comma + 2)));
  if (!tail_of(clause, in.words.leaving).empty()) return false;  // "..., which left 20"
  return is_one_of(clause.substr(0, clause.find(' ')), in.words.relative) &&
         !says_one_of(clause, in.words.breaks_down) && !says_one_of(clause, in.words.took_part);
}

Counts without_incidental(const Counts& chain, const ListContext& in) {
  Counts kept;
  for (const LabelledCount& one : chain) {
    if (kept.size() > 2 && is_in_relative_clause(one, kept.back(), in)) continue;
    if (kept.empty() || !is_incidental(one, kept.back(), in)) kept.push_back(one);
  }
  if (kept.size() > 2 &&
      kept[1].value <= kept[0].value) {  // "seven quarrelled, and two of these had ...; the other 16"
    const std::string label = fold(kept[1].label);
    const double whole = kept[0].of > 0 ? kept[0].of : in.said.at_head > 0 ? in.said.at_head : in.said.sample;
    const bool of_first = !lead_of(label, in.words.of_them).empty() || !lead_of(label, in.words.of_these).empty() ||
                          !lead_of(label, in.words.of_whom).empty();
    if (of_first && sum_of(kept) != whole && sum_of(kept) - kept[1].value == whole) kept.erase(kept.begin() + 1);
  }
  const bool all = sum_of(chain) == in.said.sample || sum_of(chain) == in.said.at_head;
  return all || kept.size() < 2 ? chain : kept;
}

/// "in 12 weeks: ten nurses ..., eight doctors ...": a number of things that the parts come nowhere near is no whole.
Counts without_vain_announcers(const Counts& chain) {
  Counts kept;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const double parts = sum_of({chain.begin() + static_cast<std::ptrdiff_t>(i) + 1, chain.end()});
    const bool near = chain.size() - i > 2 && parts > chain[i].value * 0.8 && parts < chain[i].value * 1.2;
    if (!chain[i].announces || (kept.empty() && near)) kept.push_back(chain[i]);
  }
  return kept;
}

}  // namespace

CountLists lists_of(const Counts& counts, const ListContext& in) {
  CountLists out;
  for (const LabelledCount& one : counts) {
    auto& into = one.in_brackets ? out.in_brackets : out.lists;
    if (goes_on_before(into, one)) {
      into[into.size() - 2].push_back(one);
      continue;
    }
    if (!goes_on(into, one, in.said, in.words)) {
      into.emplace_back();
      if (one.in_brackets) out.whose.push_back(out.lists.empty() ? Counts{} : Counts{out.lists.back().back()});
    }
    into.back().push_back(one);
  }
  for (std::size_t i = 0; i < out.lists.size(); ++i) {
    Counts& list = out.lists[i];
    // "The 52 recordings were made at breakfast (n = 20), ..."
    const double next = i + 1 < out.lists.size() && out.lists[i + 1].size() > 1 && out.lists[i + 1][0].bracketed
                            ? sum_of(out.lists[i + 1])
                            : 0;
    const bool of_next = list.size() == 1 && next > list[0].value * 0.8 && next < list[0].value * 1.2;
    if (!of_next) list = without_incidental(without_vain_announcers(list), in);
  }
  std::erase_if(out.lists, [](const Counts& list) { return list.empty(); });
  out.lists = cut_at_semicolons(joined_forms(std::move(out.lists), in), in);
  return out;
}

}  // namespace moniker::custodian
