// What every match of an expression holds: told from its tree, and never missing from a match.
#include "rules/needed_factor.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support/regex_oracle.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

/// The factor with each set as one of its characters; empty: none that is rare.
std::string factor_of(const std::string& pattern) {
  const auto expression = read_expression(pattern);
  REQUIRE(expression);
  std::string shown;
  for (const Symbols& set : needed_factor(*expression)) {
    std::size_t first = 0;
    while (first + 1 < symbols && !set[first]) ++first;
    shown += static_cast<char>(first);
  }
  return shown;
}

/// Whether the one factor is met anywhere in the text.
bool meets(const FactorSearch& search, std::uint8_t bit, std::string_view text) {
  std::uint64_t state = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t symbol = symbol_of(point.value);
    if (symbol == no_symbol) return true;  // such a text is searched whole
    at += point.length;
    state = ((state << 1) | search.begins) & search.takes[symbol];
    if ((state >> bit & 1U) != 0) return true;
  }
  return false;
}

TEST_CASE("the rarest row of characters that each match holds") {
  const auto [pattern, factor] = GENERATE(table<std::string, std::string>({
      {"[a-z]+@[a-z]+", "@"},
      {"[a-z]+ (?:dot|at) [a-z]+", "at "},  // one of two, laid over each other from behind: o or a, then t
      {"x{3}", "xxx"},
      {"(?:xyz)?a", ""},   // what may be absent does not count
      {"(?:@|#)b?", "#"},  // a set of both
      {"[a-z]+(?: zq)+[a-z]*", " zq"},
      {"jk|jkl", "jk"},  // as long as the shortest
      {"j.*k", ""},      // nothing between two that are frequent enough alone
      {"qu\\d+xz", "xz"},
  }));
  CAPTURE(pattern);
  const std::string found = factor_of(pattern);
  if (factor.empty())
    CHECK(found.size() <= 1);
  else
    CHECK(found.find(factor) != std::string::npos);
}

TEST_CASE("a factor that is frequent in talk is none") {
  CHECK(factor_of("e+").empty());
  CHECK(factor_of("[a-z ]+").empty());
  CHECK(factor_of("(?:e|@)").empty());
}

TEST_CASE("whatever an expression matches holds its factor") {
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
    const auto bit = search.add(needed_factor(*expression));
    if (!bit) continue;
    for (int round = 0; round < 50; ++round) {
      std::string text = "so ";
      writer.write(*expression, text);
      if (!RE2::PartialMatch(text, rule.pattern->get())) continue;  // nearly a match only
      ++some;
      INFO(rule.pattern->text() << " in " << text);
      CHECK(meets(search, *bit, text + " and"));
    }
  }
  CHECK(some > 500);
  CHECK(unread <= 2);
}

TEST_CASE("the same factor has one bit, and what has no room none") {
  FactorSearch search;
  const Factor dot = needed_factor(*read_expression("a*zq dot"));
  const auto bit = search.add(dot);
  REQUIRE(bit);
  CHECK(search.add(dot) == bit);
  const auto used = search.used;
  for (char c = '!'; c < '0'; ++c) search.add({Symbols().set(static_cast<std::size_t>(c))});
  CHECK(search.used > used);
  bool full = false;
  for (std::size_t c = 0; c < 128 && !full; ++c)
    full = !search.add({Symbols().set(c), Symbols().set(127 - c), Symbols().set('~')}).has_value();
  CHECK(full);
  CHECK(search.used <= 64);
  CHECK_FALSE(search.add({}).has_value());
}

}  // namespace
}  // namespace moniker
