// What every match of an expression holds, from its tree, from the leaves up: of each part the characters that each of
// its matches begins with, those that it ends with, and the rarest rows of characters, one of which stands within.
// Where parts stand side by side, the end of one and the beginning of the next make one row. Of alternatives, the rows
// of all are looked for, or rows are laid over each other up to the length of the shortest, so that one holds more than
// it has to and never less. How rare a row is only decides which one is looked for.
#include "rules/needed_factor.hpp"

#include <algorithm>
#include <string_view>

namespace moniker::rules {
namespace {

constexpr std::size_t longest = 4;
constexpr double rare = 0.006;  // a place in 170; what is more frequent stands in most turns
/// More factors of one expression than this are not worth their bits.
constexpr std::size_t most_factors = 32;
constexpr double worth_of_a_bit = 0.00002;

/// The share of talk that each character makes, about.
const std::array<double, symbols>& shares() {
  static const std::array<double, symbols> all_shares = [] {
    std::array<double, symbols> all{};
    all.fill(0.00005);
    constexpr std::string_view order = "etaoinshrdlucmfwygpbvkxqjz";
    for (std::size_t i = 0; i < order.size(); ++i) {
      all[static_cast<unsigned char>(order[i])] = 0.1 / (1 + 0.4 * static_cast<double>(i));
      all[static_cast<std::size_t>(order[i] - 0x20)] = 0.001;
    }
    for (unsigned char c = '0'; c <= '9'; ++c) all[c] = 0.0004;
    all[' '] = 0.18;
    all['-'] = 0.003;
    all[':'] = all[';'] = all['?'] = all['('] = all['['] = all['"'] = 0.0002;
    all['.'] = all[','] = all['\''] = all[wide_word] = all[wide_joiner] = 0.012;
    return all;
  }();
  return all_shares;
}

double share_of(const Symbols& set) {
  double sum = 0;
  for (std::size_t i = 0; i < symbols; ++i) sum += set[i] ? shares()[i] : 0;
  return std::min(sum, 1.0);
}

/// Letters do not come by chance: in a row they are more frequent than the product of their shares.
constexpr double least_of_row = 0.00015;

struct RowShare {
  double product = 1, rarest = least_of_row;

  void add(double share) {
    product *= share;
    rarest = std::min(rarest, share);
  }
  double share() const { return std::max(product, rarest); }
};

double share_of(const Factor& factor) {
  RowShare row;
  for (const Symbols& set : factor) row.add(share_of(set));
  return row.share();
}

/// How rare they are, and what it costs to look for them.
double cost_of(const Factors& factors) {
  double cost = rules::share_of(factors);
  for (const Factor& factor : factors) cost += worth_of_a_bit * static_cast<double>(factor.size());
  return cost;
}

struct Best {
  Factors factors{};
  double cost = cost_of({});
};

struct Part {
  bool exact = false;  // each match is as long as `head`, which is `tail` too
  Factor head{}, tail{};
  Best best{};
};

Factor first_of(Factor row) { return row.resize(std::min(row.size(), longest)), row; }
Factor last_of(const Factor& row) { return {row.end() - static_cast<long>(std::min(row.size(), longest)), row.end()}; }
Factor joined(Factor row, const Factor& behind) { return row.insert(row.end(), behind.begin(), behind.end()), row; }

void keep_best(Best& best, Best other) {
  if (other.cost < best.cost) best = std::move(other);
}
void keep_best(Best& best, const Factor& row) {
  std::vector<double> shares_of_row;
  for (const Symbols& set : row) shares_of_row.push_back(share_of(set));
  for (std::size_t i = 0; i < row.size(); ++i) {
    RowShare part;
    for (std::size_t size = 1; size <= std::min(longest, row.size() - i); ++size) {
      part.add(shares_of_row[i + size - 1]);
      const double cost = part.share() + worth_of_a_bit * static_cast<double>(size);
      const auto from = row.begin() + static_cast<long>(i);
      if (cost < best.cost) best = {{{from, from + static_cast<long>(size)}}, cost};
    }
  }
}

/// Those of both, each once; none where either has none, or where they are too many.
Best all_of(const Factors& left, const Factors& right) {
  if (left.empty() || right.empty()) return {};
  Factors both = left;
  for (const Factor& factor : right) {
    if (std::find(both.begin(), both.end(), factor) == both.end()) both.push_back(factor);
  }
  if (both.size() > most_factors) return {};
  const double cost = cost_of(both);
  return {std::move(both), cost};
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
  const Factors &of_left = left.best.factors, &of_right = right.best.factors;
  both.best = all_of(of_left, of_right);
  if (of_left.size() == 1 && of_right.size() == 1) keep_best(both.best, over(of_left.front(), of_right.front(), false));
  keep_best(both.best, both.head);
  keep_best(both.best, both.tail);
  return both;
}

Part part_of(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::nothing:
      return {.exact = true};
    case Expression::Kind::one:
      return {.exact = true,
              .head = {expression.one},
              .tail = {expression.one},
              .best = {{{expression.one}}, cost_of({{expression.one}})}};
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

double share_of(std::size_t symbol) { return shares()[symbol]; }

double share_of(const Factors& factors) {
  double share = factors.empty() ? 1 : 0;
  for (const Factor& factor : factors) share += share_of(factor);
  return share;
}

Factors needed_factors(const Expression& expression) {
  Factors best = part_of(expression).best.factors;
  return share_of(best) < rare ? best : Factors{};
}

std::optional<FactorBits> FactorSearch::add(const Factors& factors) {
  const FactorSearch before = *this;
  FactorBits bits;
  for (const Factor& factor : factors) {
    const auto bit = add_one(factor);
    if (!bit) return *this = before, std::nullopt;
    bits.set(*bit);
  }
  return bits.any() ? std::optional(bits) : std::nullopt;
}

std::optional<std::uint32_t> FactorSearch::add_one(const Factor& factor) {
  const auto size = static_cast<std::uint32_t>(factor.size());
  if (const auto known = find(factor)) return *known + size - 1;
  const auto room = std::find_if(used.begin(), used.end(), [&](std::uint32_t bits) { return bits + size <= 64; });
  if (size == 0 || room == used.end()) return std::nullopt;
  const auto from = static_cast<std::uint32_t>(room - used.begin()) * 64 + *room;
  *room += size;
  begins.set(from);
  for (std::uint32_t i = 0; i < size; ++i) {
    for (std::size_t symbol = 0; symbol < symbols; ++symbol) {
      if (factor[i][symbol]) takes[symbol].set(from + i);
    }
  }
  return from + size - 1;
}

std::optional<std::uint32_t> FactorSearch::find(const Factor& factor) const {
  for (std::uint32_t block = 0; block < used.size(); ++block) {
    for (std::uint32_t from = 0; from + factor.size() <= used[block]; ++from) {
      if (has(factor, block * 64 + from)) return block * 64 + from;
    }
  }
  return std::nullopt;
}

bool FactorSearch::has(const Factor& factor, std::uint32_t from) const {
  for (std::size_t i = 0; i < factor.size(); ++i) {
    if (begins.holds(from + i) != (i == 0)) return false;
    for (std::size_t symbol = 0; symbol < symbols; ++symbol) {
      if (takes[symbol].holds(from + i) != factor[i][symbol]) return false;
    }
  }
  return true;
}

}  // namespace moniker::rules
