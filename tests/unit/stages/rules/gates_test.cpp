#include <catch2/catch.hpp>
#include <random>

#include "base/utf8.hpp"
#include "rules/compiled.hpp"
#include "rules/prefilter.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
using namespace moniker::words;
namespace {

std::vector<std::uint32_t> let_through(const std::vector<std::string>& patterns, const std::string& text) {
  std::vector<Gates::Needs> needs;
  for (const std::string& pattern : patterns) needs.push_back(Gates::needs_of(pattern));
  const Gates gates(std::move(needs));
  const Prefilter prefilter(patterns, gates);
  const Lexicon lexicon;
  const ClassSet abbreviations;
  Vocabulary vocabulary(lexicon, abbreviations,
                        [&](auto written, auto folded, auto& row) { return gates.of(written, folded, row); });
  Words words;
  read_words(vocabulary, text, {}, words);
  std::vector<std::uint32_t> candidates;
  gates.candidates(words, candidates);
  prefilter.narrow(text, candidates);
  return candidates;
}

TEST_CASE("an expression's words open its gate") {
  const auto [pattern, text, open] = GENERATE(table<std::string, std::string, bool>({
      {"born in (Leeds|York)", "born in york", true},  // gates do not look at capitals
      {"(?i)born in (Leeds|York)", "BORN in YORK", true},
      {"(?i)born in (Leeds|York)", "moved to Hull", false},
      {"\\d\\d/\\d\\d", "on 12/03", true},
      {"\\d\\d/\\d\\d", "no digits", false},
      {"[a-z]-[a-z]", "k-a-t-e", true},  // no telling literal: its set tells
      {"[a-z]-[a-z]", "kate", false},
      {"(?i)elvin",
       "\xE2\x84\xAA"
       "elvin",
       true},
      {"(?i)kelvin",
       "\xE2\x84\xAA"
       "elvin",
       true},  // the Kelvin sign is a K where case does not count
  }));
  INFO(pattern << " in " << text);
  const bool through = !let_through({pattern}, text).empty();
  CHECK(through == open);
}

/// Texts made of the rules' own examples, cut and joined at random: what an expression matches is never held back.
TEST_CASE("no expression is kept from a text that it matches") {
  const RuleSet::Compiled& rules = test::shipped().compiled();
  std::vector<std::string> pieces;
  for (const RuleDetail& detail : rules.details) {
    for (const ExampleSpec& example : detail.examples) pieces.push_back(example.text);
  }
  std::mt19937 random(7);  // NOLINT: the same texts every time
  Vocabulary vocabulary = rules.vocabulary();
  Words words;
  std::vector<std::uint32_t> candidates;
  std::size_t matches = 0;
  for (std::size_t round = 0; round < pieces.size() * 2; ++round) {
    std::string text = pieces[round % pieces.size()];
    if (round >= pieces.size()) {
      const std::string& other = pieces[random() % pieces.size()];
      text = text.substr(0, random() % (text.size() + 1)) + " " +
             other.substr(std::min<std::size_t>(other.size(), random() % 8));
    }
    if (find_invalid_utf8(text) != std::string::npos) continue;
    read_words(vocabulary, text, {}, words);
    rules.gates.candidates(words, candidates);
    rules.prefilter.narrow(text, candidates);
    for (std::uint32_t i = 0; i < rules.regexes.size(); ++i) {
      if (!RE2::PartialMatch(text, rules.regexes[i].pattern->get())) continue;
      ++matches;
      INFO(rules.rules[static_cast<std::size_t>(rules.regexes[i].rule)].id);
      CHECK(std::find(candidates.begin(), candidates.end(), i) != candidates.end());
    }
  }
  CHECK(matches > 1000);
}

}  // namespace
}  // namespace moniker
