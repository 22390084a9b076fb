#include <catch2/catch.hpp>

#include "rules/wake_program.hpp"
#include "rules/wake_rows.hpp"
#include "rules/wake_states.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

using Between = WakeRows::Between;

WakeProgram program_of(const std::string& pattern, bool whole_word = true) {
  std::vector<WakeProgram::Source> one;
  one.push_back({read_expression(pattern), whole_word});
  return WakeProgram(one);
}

/// Whether two words wake an expression; an empty second one: there is none.
bool wakes(const std::string& pattern, const std::string& first, const std::string& second,
           Between between = Between::blank) {
  const WakeProgram program = program_of(pattern);
  REQUIRE_FALSE(program.slow(0));
  WakeStates states(program);
  WakeRows rows(states, program.blocks());
  std::vector<std::uint64_t> here, next;
  rows.of(first, here);
  rows.of(second, next);
  if (second.empty()) between = Between::end;
  return WakeRows::woken(here.data(), second.empty() ? nullptr : next.data(), between, 0, 1) != 0;
}

TEST_CASE("a pair of words wakes what may begin with it") {
  const auto [pattern, first, second, woken] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"born in (?:Leeds|York)", "born", "in", true},
      {"born in (?:Leeds|York)", "born", "on", false},
      {"born in (?:Leeds|York)", "in", "York", false},
      {"born in (?:Leeds|York)", "newborn", "in", false},  // the match would cut a word
      {"born in (?:Leeds|York)", "new-born", "in", true},  // no letter stands before it
      {"(?i)born in", "BORN", "In", true},
      {"born in", "BORN", "In", false},
      {"(?i)kelvin",
       "\xE2\x84\xAA"
       "elvin",
       "", true},                       // the Kelvin sign is a K where case does not count
      {"(?i)s", "\xC5\xBF", "", true},  // and the long s an s
      {"\\d{7,24}", "1234567", "and", true},
      {"\\d{7,24}", "123456", "and", false},
      {"(?:\\d[ -]?){9}", "123", "456", true},
      {"(?:\\d[ -]?){9}", "123", "times", false},
      {"I (?:am|was) \\d+", "I", "was", true},
      {"I (?:am|was) \\d+", "I", "think", false},
      {"I(?: just| only)* \\d+", "I", "only", true},
      {"I(?: just| only)* \\d+", "I", "7", true},
      {"[.!?] (?:Twenty|Thirty)", "Twenty", "one", true},  // it may begin before its first word
      {"\\p{Lu}\\p{Ll}+", "Élodie", "", true},
      {"a?", "b", "", false},
  }));
  if (pattern == "a?") {
    CHECK(program_of(pattern).slow(0));
    return;
  }
  CAPTURE(pattern, first, second);
  CHECK(wakes(pattern, first, second) == woken);
}

TEST_CASE("what stands between two words counts") {
  const std::string mail = "[a-z]+@[a-z]+", shop = "[A-Z][a-z]+ & [A-Z][a-z]+", whose = "[A-Z][a-z]+['’]s (?:son|dad)";
  CHECK(wakes(mail, "ann", "example", Between::other));
  CHECK_FALSE(wakes(mail, "ann", "example", Between::blank));
  CHECK_FALSE(wakes(mail, "ann", "", Between::end));
  CHECK(wakes(shop, "Marks", "&"));
  CHECK(wakes(whose, "Ann", "'s", Between::joined));
}

TEST_CASE("only the first word of a text wakes an expression that begins where the text does") {
  const auto [pattern, anchored] = GENERATE(table<std::string, bool>({
      {"^ann", true},
      {"^[^a]*(?:ann|bob)", true},
      {"(?i:^ann|^bob)", true},
      {"(?:^ann )+bob", true},
      {"x*^ann", true},
      {"^ann|bob", false},
      {"(?:^|x)ann", false},
      {"(?:^x)?ann", false},
      {"(?m)^ann", false},
      {"(?m:^ann)", false},
      {"(?:(?m)x)^ann", false},  // taken for a line's begin, which is slower and no less
      {"[^a]nn", false},
  }));
  CAPTURE(pattern);
  CHECK(program_of(pattern).anchored(0) == anchored);
}

TEST_CASE("what no word can tell goes the slow way") {
  const auto [pattern, whole_word] = GENERATE(table<std::string, bool>({
      {"ann", false},
      {"[*#]{3}", true},    // a match without a word, and no character that each has
      {"(?:ann)?", true},   // an empty one
      {"\\Qann\\E", true},  // not read
      {"[[:alpha:]]+", true},
      {"\\p{Greek}+", true},
      {"\\141nn", true},
      {"\\Cnn", true},
      {"(?i)\\p{Lu}nn", true},
  }));
  CAPTURE(pattern);
  CHECK(program_of(pattern, whole_word).slow(0));
}

TEST_CASE("a match without a word has a character by which a text is known") {
  const WakeProgram program = program_of("@[\\w.]{2,}");
  CHECK_FALSE(program.slow(0));
  CHECK(program.mark(0) == '@');
  CHECK(program_of("[a-z]+@[a-z]+").mark(0) == 0);
}

TEST_CASE("a word that is no text wakes everything") {
  const WakeProgram program = program_of("ann");
  std::vector<std::uint64_t> row;
  WakeStates states(program);
  CHECK(WakeRows(states, program.blocks()).of("b\xFF", row));
  CHECK(row == std::vector<std::uint64_t>(WakeRows::rows, ~std::uint64_t{0}));
}

TEST_CASE("rows stay the same when the automaton was made again") {
  const WakeProgram program = program_of("(?:[a-z]{1,9}-)*x[a-z0-9 ]+y");
  WakeStates few(program), many(program, 100);
  WakeRows once(few, program.blocks()), often(many, program.blocks());
  std::vector<std::uint64_t> row, again;
  once.of("abc-xyz", row);
  for (int i = 0; i < 20'000; ++i) often.of("w" + std::to_string(i * 7919) + "-x" + std::to_string(i), again);
  often.of("abc-xyz", again);
  CHECK(row == again);
}

TEST_CASE("states that lie in the compiled rules say what those say that are made anew") {
  const std::string patterns[] = {"born in (?:Leeds|York)", "(?i)I (?:am|was) \\d+", "[a-z]+@[a-z]+"};
  std::vector<WakeProgram::Source> sources;
  for (const std::string& pattern : patterns) sources.push_back({read_expression(pattern), true});
  WakeProgram program(sources);
  const std::string words[] = {"born", "in", "Leeds", "ann", "I", "was", "17", "new-born", "x\xC3\xA9"};
  std::vector<std::vector<std::uint64_t>> cold;
  for (const std::string& word : words) {
    WakeStates states(program);
    WakeRows(states, program.blocks()).of(word, cold.emplace_back());
  }
  const std::size_t known = GENERATE(0U, 1U, 4U, 9U);  // of how many words the table has states
  WakeStates first(program);
  std::vector<std::uint64_t> row;
  for (std::size_t i = 0; i < known; ++i) WakeRows(first, program.blocks()).of(words[i], row);
  program.keep(std::move(first).finish());
  WakeStates warm(program);
  const std::size_t made = warm.size();
  for (const int round : {0, 1}) {
    for (std::size_t i = 0; i < std::size(words); ++i) {
      CAPTURE(round, words[i]);
      WakeRows(warm, program.blocks()).of(words[i], row);
      CHECK(row == cold[i]);
    }
  }
  if (known == std::size(words)) CHECK(warm.size() == made);  // nothing was left to make
}

TEST_CASE("a table survives being saved") {
  WakeProgram program = program_of("born in (?:Leeds|York)");
  WakeStates states(program);
  std::vector<std::uint64_t> row, again;
  WakeRows(states, program.blocks()).of("born", row);
  program.keep(std::move(states).finish());
  ArchiveWriter to;
  program.save(to);
  alignas(16) char bytes[1 << 18];
  REQUIRE(to.bytes().size() <= sizeof bytes);
  std::copy(to.bytes().begin(), to.bytes().end(), bytes);
  ArchiveReader from({bytes, to.bytes().size()});
  const WakeProgram read = WakeProgram::from(from);
  WakeStates kept(read);
  const std::size_t made = kept.size();
  WakeRows(kept, read.blocks()).of("born", again);
  CHECK(row == again);
  CHECK(kept.size() == made);
}

}  // namespace
}  // namespace moniker
