// Expressions for texts of ASCII alone: what they must not change, and that RE2 finds the same with them.
#include "rules/single_bytes.hpp"

#include <catch2/catch.hpp>

#include "support/regex_oracle.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

TEST_CASE("an expression is read in bytes where that changes nothing in ASCII") {
  const auto [pattern, same] = GENERATE(table<std::string, bool>({
      {"\\d{4}", true},
      {"[\\p{L}’]+", true},
      {"’?s", true},  // the whole character may be absent, and not its last byte
      {"(?i)caf[éè]", true},
      {"[‐-–]", true},
      {"[^–]", true},
      {"(?i)[À-ɏ]", false},  // the long s is among them, and an s
      {"[À-ɏ]", true},
      {"(?i)ſ", false},
      {"(?i)\u212A", false},
      {"\\p{Latin}", false},  // not read
  }));
  CAPTURE(pattern);
  CHECK(same_in_single_bytes(pattern) == same);
  for (const char c : in_single_bytes(pattern)) CHECK((static_cast<unsigned char>(c) < 0x80 || c == '\xFF'));
}

std::string asciied(std::string text) {
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return text;
}

/// The places of the first match's groups.
std::vector<std::ptrdiff_t> groups_of(const RE2& expression, const std::string& text) {
  std::array<re2::StringPiece, 10> groups{};
  const int count = 1 + std::min(9, expression.NumberOfCapturingGroups());
  if (!expression.Match(text, 0, text.size(), RE2::UNANCHORED, groups.data(), count)) return {};
  std::vector<std::ptrdiff_t> places;
  for (const auto& group : groups) {
    places.push_back(group.data() == nullptr ? -1 : group.data() - text.data());
    places.push_back(static_cast<std::ptrdiff_t>(group.size()));
  }
  return places;
}

TEST_CASE("in a text of ASCII both expressions match the same and mask the same") {
  std::mt19937 random(3);  // NOLINT: the same texts every time
  test::MatchWriter writer(random);
  std::size_t matched = 0, all = 0, with_bytes = 0;
  for (const RegexRule& rule : test::shipped().compiled().regexes) {
    const auto expression = read_expression(rule.pattern->text());
    ++all;
    if (!expression || !rule.of_bytes) continue;
    ++with_bytes;
    for (int round = 0; round < 20; ++round) {
      std::string text = "so ";
      writer.write(*expression, text);
      text = asciied(text + " and");
      INFO(rule.pattern->text() << " in " << text);
      const auto wanted = groups_of(rule.pattern->get(), text);
      CHECK(groups_of(rule.of_bytes->get(), text) == wanted);
      matched += !wanted.empty();
    }
  }
  CHECK(matched > 500);
  CHECK(with_bytes + 2 >= all);
}

TEST_CASE("a rule that names a character by its number is asked in UTF-8 alone") {
  const RuleSet rules = test::SmallRules(R"y(labels: {PERSON: {means: person}, ID: {}}
rules:
  - {id: a, kind: regex, label: ID, pattern: 'ref\x{2019}?s \d+'}
)y")
                            .load();
  CHECK(rules.compiled().regexes[0].of_bytes == nullptr);
  CHECK(test::found(rules, {"ref’s 12 refs 13"}) == std::vector<std::string>{"ID:ref’s 12", "ID:refs 13"});
}

}  // namespace
}  // namespace moniker
