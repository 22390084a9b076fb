// What every match of an expression holds, from its tree, from the leaves up: of each part the characters that each of
// its matches begins with, those that it ends with, and the rarest row of characters within. Where parts stand side by
// side, the end of one and the beginning of the next make one row. Of alternatives, the rows are laid over each other
// up to the length of the shortest, so a row holds more than it has to and never less. How rare a row is only decides
// which one is looked for.
#include "rules/needed_factor.hpp"

#include <algorithm>
#include <string_view>

namespace moniker::rules {
namespace {

constexpr std::size_t longest = 4;
constexpr double rare = 0.004;  // a place in 250; what is more frequent stands in most turns

/// The share of talk that a set of characters makes, about.
double share_of(const Symbols& set) {
  static const std::array<double, symbols> shares = [] {
    std::array<double, symbols> all{};
    all.fill(0.0002);
    constexpr std::string_view order = "etaoinshrdlucmfwygpbvkxqjz";
    for (std::size_t i = 0; i < order.size(); ++i) {
      all[static_cast<unsigned char>(order[i])] = 0.1 / (1 + 0.4 * static_cast<double>(i));
      all[static_cast<std::size_t>(order[i] - 0x20)] = 0.001;
    }
    for (unsigned char c = '0'; c <= '9'; ++c) all[c] = 0.001;
    all[' '] = 0.18;
    all['.'] = all[','] = all['\''] = all[wide_word] = all[wide_joiner] = 0.012;
    return all;
  }();
  double sum = 0;
  for (std::size_t i = 0; i < symbols; ++i) sum += set[i] ? shares[i] : 0;
  return std::min(sum, 1.0);
}

double share_of(const Factor& factor) {
  double share = 1;
  for (const Symbols& set : factor) share *= share_of(set);
  return share;
}

struct Part {
  bool exact = false;  // each match is as long as `head`, which is `tail` too
  Factor head{}, tail{}, best{};
};

Factor first_of(Factor row) { return row.resize(std::min(row.size(), longest)), row; }
Factor last_of(const Factor& row) { return {row.end() - static_cast<long>(std::min(row.size(), longest)), row.end()}; }
Factor joined(Factor row, const Factor& behind) { return row.insert(row.end(), behind.begin(), behind.end()), row; }

void keep_best(Factor& best, const Factor& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto from = row.begin() + static_cast<long>(i);
    Factor one(from, from + static_cast<long>(std::min(longest, row.size() - i)));
    if (share_of(one) < share_of(best)) best = std::move(one);
  }
}

Part side_by_side(const Part& left, const Part& right) {
  Part both{.exact = left.exact && right.exact && left.head.size() + right.head.size() <= longest};
  both.head = left.exact ? first_of(joined(left.head, right.head)) : left.head;
  both.tail = right.exact ? last_of(joined(left.tail, right.tail)) : right.tail;
  both.best = left.best;
  keep_best(both.best, right.best);
  keep_best(both.best, joined(left.tail, right.head));
  return both;
}

Part one_of(const Part& left, const Part& right) {
  const auto over = [](Factor a, Factor b, bool at_end) {
    const std::size_t size = std::min(a.size(), b.size());
    if (at_end)
      a.erase(a.begin(), a.end() - static_cast<long>(size)), b.erase(b.begin(), b.end() - static_cast<long>(size));
    a.resize(size);
    for (std::size_t i = 0; i < size; ++i) a[i] |= b[i];
    return a;
  };
  Part both{.exact = left.exact && right.exact && left.head.size() == right.head.size()};
  both.head = over(left.head, right.head, false);
  both.tail = over(left.tail, right.tail, true);
  both.best = over(left.best, right.best, false);
  keep_best(both.best, both.head);
  keep_best(both.best, both.tail);
  return both;
}

Part part_of(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::nothing:
      return {.exact = true};
    case Expression::Kind::one:
      return {.exact = true, .head = {expression.one}, .tail = {expression.one}, .best = {expression.one}};
    case Expression::Kind::join: {
      Part all{.exact = true};
      for (const Expression& part : expression.parts) all = side_by_side(all, part_of(part));
      return all;
    }
    case Expression::Kind::either: {
      Part all = part_of(expression.parts.front());
      for (std::size_t i = 1; i < expression.parts.size(); ++i) all = one_of(all, part_of(expression.parts[i]));
      return all;
    }
    case Expression::Kind::repeat:
      break;
  }
  if (expression.least == 0) return {};
  const Part once = part_of(expression.parts.front());
  Part all = once;
  for (std::size_t i = 1; i < std::min<std::size_t>(expression.least, longest); ++i) all = side_by_side(all, once);
  all.exact = all.exact && expression.most == expression.least && expression.least <= longest;
  return all;
}

}  // namespace

Factor needed_factor(const Expression& expression) {
  Factor best = part_of(expression).best;
  return share_of(best) < rare ? best : Factor{};
}

std::optional<std::uint8_t> FactorSearch::add(const Factor& factor) {
  const auto has = [&](std::uint32_t from) {
    for (std::size_t i = 0; i < factor.size(); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << (from + i);
      if (((begins & bit) != 0) != (i == 0)) return false;
      for (std::size_t symbol = 0; symbol < symbols; ++symbol) {
        if (((takes[symbol] & bit) != 0) != factor[i][symbol]) return false;
      }
    }
    return true;
  };
  const auto size = static_cast<std::uint32_t>(factor.size());
  if (size == 0) return std::nullopt;
  std::uint32_t from = 0;
  while (from + size <= used && !has(from)) ++from;
  if (from + size > used) {  // a new one
    if (used + size > 64) return std::nullopt;
    from = used;
    used += size;
    begins |= std::uint64_t{1} << from;
    for (std::size_t i = 0; i < factor.size(); ++i) {
      for (std::size_t symbol = 0; symbol < symbols; ++symbol) {
        if (factor[i][symbol]) takes[symbol] |= std::uint64_t{1} << (from + i);
      }
    }
  }
  return static_cast<std::uint8_t>(from + size - 1);
}

}  // namespace moniker::rules
