// Who of several claims on the same words stays: a precedence, a row of what is compared, decides between any two.
#include "detect/overlap.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"
#include "rules/compiled.hpp"
#include "words/language.hpp"
#include "words/word_scanner.hpp"

namespace moniker::detect {
namespace {

int rank(const rules::RuleSet::Compiled& compiled, const Finding& finding, bool holds_registered) {
  if (finding.rule == compiled.register_rule || holds_registered) return 0;
  if (compiled.detail(finding.rule).validated) return 1;
  return finding.rule == compiled.near_rule ? 2 : 3;
}

bool is_doubtful(const rules::RuleSet::Compiled& compiled, const Finding& f) {
  return f.score < compiled.labels[static_cast<std::size_t>(f.label)].replace;
}

/// How many of the register's names stand within a finding, beside one another; `registered` ascend.
std::size_t registered_in(const Finding& f, const std::vector<Finding>& registered) {
  std::size_t count = 0;
  std::uint32_t behind = f.bytes.begin;
  for (const Finding& r : registered) {
    if (!f.bytes.holds(r.bytes) || f.bytes == r.bytes || r.bytes.begin < behind) continue;
    behind = r.bytes.end;
    ++count;
  }
  return count;
}

/// Whether a sure finding has one of the register's within it: an e-mail address with a participant's name in it. Where
/// the tagger has several in one, they are several people, and no firm of theirs.
bool holds_registered(const rules::RuleSet::Compiled& compiled, const Finding& f,
                      const std::vector<Finding>& registered) {
  if (registered.empty() || is_doubtful(compiled, f)) return false;
  const std::size_t count = registered_in(f, registered);
  return count == 1 || (count > 1 && compiled.rules[static_cast<std::size_t>(f.rule)].kind != "tagger");
}

auto precedence(const rules::RuleSet::Compiled& compiled, const Finding& f, const std::vector<Finding>& registered) {
  return std::make_tuple(rank(compiled, f, holds_registered(compiled, f, registered)), is_doubtful(compiled, f),
                         -static_cast<std::int64_t>(f.bytes.size()), -f.score, f.rule, f.bytes.begin, f.label);
}

/// The first of the steps in which two differ.
rules::Order step(const rules::RuleSet::Compiled& compiled, const Finding& winner, const Finding& loser,
                  const std::vector<Finding>& registered) {
  const auto [rank_a, doubt_a, size_a, score_a, rule_a, begin_a, label_a] = precedence(compiled, winner, registered);
  const auto [rank_b, doubt_b, size_b, score_b, rule_b, begin_b, label_b] = precedence(compiled, loser, registered);
  if (rank_a != rank_b)
    return rank_a == 0   ? rules::Order::registered
           : rank_a == 1 ? rules::Order::validated
                         : rules::Order::nearly_registered;
  if (doubt_a != doubt_b) return rules::Order::sure;
  if (size_a != size_b) return rules::Order::longer;
  if (score_a != score_b) return rules::Order::score;
  return rule_a != rule_b ? rules::Order::rule : rules::Order::place;
}

bool says_number(std::string_view text, const words::NumberWords& numbers) {
  using Kind = words::NumberWord::Kind;
  std::string folded;
  words::fold_word(text, folded);
  const Kind kind = numbers[folded].kind;
  return kind == Kind::small || kind == Kind::tens || kind == Kind::scale || kind == Kind::oh;
}

/// Whether a word may be of an identifier by itself: it holds a capital or a digit.
bool telling(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_upper(point.value) || is_digit(point.value)) return true;
    at += std::max<std::uint32_t>(1, point.length);
  }
  return false;
}

/// From the first word that tells to the last; empty when there is none. `numbers` where those that say one tell, too.
ByteRange telling_words(std::string_view text, ByteRange range, const words::NumberWords* numbers) {
  ByteRange kept{range.begin, range.begin};
  words::WordScanner scanner(text.substr(range.begin, range.size()));
  for (ByteRange word; scanner.next(word);) {
    const ByteRange at{range.begin + word.begin, range.begin + word.end};
    const std::string_view said = text.substr(at.begin, at.size());
    if (!telling(said) && !(numbers && says_number(said, *numbers))) continue;
    if (kept.begin == kept.end) kept.begin = at.begin;
    kept.end = at.end;
  }
  return kept;
}

/// The parts of `whole` that no winner covers. Winners ascend.
std::vector<ByteRange> uncovered(ByteRange whole, const std::vector<Finding>& winners) {
  std::vector<ByteRange> parts;
  for (const Finding& winner : winners) {
    if (!winner.bytes.overlaps(whole)) continue;
    if (winner.bytes.begin > whole.begin) parts.push_back({whole.begin, winner.bytes.begin});
    whole.begin = std::max(whole.begin, winner.bytes.end);
  }
  if (whole.begin < whole.end) parts.push_back(whole);
  return parts;
}

void insert(std::vector<Finding>& winners, const Finding& finding) {
  const auto at = std::lower_bound(winners.begin(), winners.end(), finding,
                                   [](const Finding& a, const Finding& b) { return a.bytes.begin < b.bytes.begin; });
  winners.insert(at, finding);
}

}  // namespace

std::vector<Finding> resolve_overlaps(const rules::RuleSet& rules, std::string_view text, std::vector<Finding> findings,
                                      rules::Trace* trace) {
  const rules::RuleSet::Compiled& compiled = rules.compiled();
  std::erase_if(findings, [&](const Finding& f) {
    const bool low = f.score < compiled.review(f.label) || f.bytes.begin >= f.bytes.end;
    if (low && trace) trace->too_low(f);
    return low;
  });
  std::vector<Finding> registered;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(registered),
               [&](const Finding& f) { return f.rule == compiled.register_rule || f.rule == compiled.near_rule; });
  std::sort(registered.begin(), registered.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.bytes.begin, b.bytes.end) < std::pair(b.bytes.begin, a.bytes.end);  // the longer first
  });
  std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    return precedence(compiled, a, registered) < precedence(compiled, b, registered);
  });
  std::vector<Finding> winners, losers, ranked;  // ranked: the winners in their order, for the trace alone
  for (const Finding& finding : findings) {
    const bool free =
        std::none_of(winners.begin(), winners.end(), [&](const Finding& w) { return w.bytes.overlaps(finding.bytes); });
    if (free && trace) ranked.push_back(finding);
    if (free)
      insert(winners, finding);
    else
      losers.push_back(finding);
  }
  for (const Finding& loser : losers) {
    // What an expression finds is said in numbers as often as typed.
    const bool numbers = compiled.rules[static_cast<std::size_t>(loser.rule)].kind == "regex";
    std::vector<ByteRange> left;
    for (const ByteRange part : uncovered(loser.bytes, winners)) {
      Finding piece = loser;
      piece.bytes = telling_words(text, part, numbers ? &rules.language().numbers : nullptr);
      if (piece.bytes.begin >= piece.bytes.end) continue;
      insert(winners, piece);
      if (trace) left.push_back(piece.bytes);
    }
    if (!trace) continue;
    const auto over =
        std::find_if(ranked.begin(), ranked.end(), [&](const Finding& w) { return w.bytes.overlaps(loser.bytes); });
    trace->lost(loser, *over, step(compiled, *over, loser, registered), std::move(left));
  }
  return winners;
}

}  // namespace moniker::detect
