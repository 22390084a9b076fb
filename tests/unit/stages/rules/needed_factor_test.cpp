// What every match of an expression holds: told from its tree, and never missing from a match.
#include "rules/needed_factor.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support/regex_oracle.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

/// The factors with each set as one of its characters, and a bar between them; empty: none that are rare.
std::string factors_of(const std::string& pattern) {
  const auto expression = read_expression(pattern);
  REQUIRE(expression);
  std::string shown;
  for (const Factor& factor : needed_factors(*expression)) {
    if (!shown.empty()) shown += '|';
    for (const Symbols& set : factor) {
      std::size_t first = 0;
      while (first + 1 < symbols && !set[first]) ++first;
      shown += static_cast<char>(first);
    }
  }
  return shown;
}

/// Whether one of the factors is met anywhere in the text.
bool meets(const FactorSearch& search, const FactorBits& bits, std::string_view text) {
  FactorBits state;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t symbol = symbol_of(point.value);
    if (symbol == no_symbol) return true;  // such a text is searched whole
    at += point.length;
    search.step(state, symbol);
    if (state.meets(bits)) return true;
  }
  return false;
}

TEST_CASE("the rarest rows of characters of which each match holds one") {
  const auto [pattern, factors] = GENERATE(table<std::string, std::string>({
      {"[a-z]+@[a-z]+", "@"},
      {"[a-z]+ (?:dot|zap) [a-z]+", " dap"},  // laid over each other: d or z, then a or o
      {"(?:a*xq[a-z]*|b*zk[a-z]*)", "xq|zk"},
      {"(?:xyz)?a", ""},   // what may be absent does not count
      {"(?:@|#)b?", "#"},  // a set of both
      {"(?:a@b|cd_)e", "@"},
      {"(?:a@b|c*)e", ""},  // one of them has none
      {"[a-z]+(?: zq)+[a-z]*", "zq"},
      {"j.*k", ""},  // nothing between two that are frequent enough alone
      {"qu\\d+xz", "u0"},
  }));
  CAPTURE(pattern);
  CHECK(factors_of(pattern) == factors);
}

TEST_CASE("a factor that is frequent in talk is none") {
  CHECK(factors_of("e+").empty());
  CHECK(factors_of("[a-z ]+").empty());
  CHECK(factors_of("(?:e|@)").empty());
}

TEST_CASE("whatever an expression matches holds one of its factors") {
  std::mt19937 random(5);  // NOLINT: the same texts every time
  test::MatchWriter writer(random);
  std::size_t some = 0, unread = 0;
  for (const RegexRule& rule : test::shipped().compiled().regexes) {
    const auto expression = read_expression(rule.pattern->text());
    if (!expression) {  // slow, and so the oracle's own way
      ++unread;
      continue;
    }
    FactorSearch search;
    const auto bits = search.add(needed_factors(*expression));
    if (!bits) continue;
    for (int round = 0; round < 50; ++round) {
      std::string text = "so ";
      writer.write(*expression, text);
      if (!RE2::PartialMatch(text, rule.pattern->get())) continue;  // nearly a match only
      ++some;
      INFO(rule.pattern->text() << " in " << text);
      CHECK(meets(search, *bits, text + " and"));
    }
  }
  CHECK(some > 500);
  CHECK(unread <= 2);
}

TEST_CASE("the same factor has one bit, and what has no room none") {
  FactorSearch search;
  const Factors dot = needed_factors(*read_expression("a*zq dot"));
  const auto bits = search.add(dot);
  REQUIRE(bits);
  CHECK(search.add(dot) == bits);
  const auto used = search.used;
  for (char c = '!'; c < '0'; ++c) search.add(Factors{{Symbols().set(static_cast<std::size_t>(c))}});
  CHECK(search.used > used);
  bool full = false;
  for (std::size_t c = 0; c < 128 && !full; ++c)
    full = !search.add(Factors{{Symbols().set(c), Symbols().set(127 - c), Symbols().set('~')}}).has_value();
  CHECK(full);
  for (const std::uint32_t bits_of_block : search.used) CHECK(bits_of_block <= 64);
  CHECK_FALSE(search.add(Factors{}).has_value());
}

TEST_CASE("of factors of which one has no room none is looked for") {
  FactorSearch search;
  const auto factor = [](std::size_t c) {
    return Factor{Symbols().set(c), Symbols().set(c).set('~'), Symbols().set(c)};
  };
  std::size_t c = 0;
  while (search.used[FactorBits::blocks - 1] + 6 <= 64) search.add(Factors{factor(c++)});
  const auto used = search.used;
  CHECK_FALSE(search.add(Factors{factor(c), factor(c + 1), factor(c + 2)}).has_value());
  CHECK(search.used == used);
}

}  // namespace
}  // namespace moniker
