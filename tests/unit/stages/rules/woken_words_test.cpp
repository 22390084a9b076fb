// Which rules a word wakes, by their automata and by the letters that may come behind it.
#include "rules/woken_words.hpp"

#include <catch2/catch.hpp>

#include "rules/compiled.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

using test::SmallRules;
using Found = std::vector<std::string>;

WakeProgram program_of(const std::string& pattern, bool whole_word = true) {
  std::vector<WakeProgram::Source> one;
  one.push_back({read_expression(pattern), whole_word});
  return WakeProgram(one);
}

/// A vocabulary of words that no list has, and what its words begin.
struct Room {
  explicit Room(const WakeProgram& program, std::size_t most_states = WakeStates::usual)
      : states(program, most_states), woken(program, states) {}
  const words::Word& word(const std::string& word) {
    words::read_words(vocabulary, word, {}, words);
    REQUIRE(words.tokens.size() == 1);
    woken.begin_text(words);
    woken.bound();
    return *words.tokens[0].word;
  }
  std::vector<std::size_t> wakes(const std::string& text) {
    std::vector<std::size_t> tokens;
    words::read_words(vocabulary, text, {}, words);
    woken.begin_text(words);
    for (std::size_t token = 0; token < words.tokens.size(); ++token) {
      if (begins_any(*words.tokens[token].word)) tokens.push_back(token);
    }
    return tokens;
  }
  bool begins_any(const words::Word& word) {
    return std::any_of(kinds.begin(), kinds.end(), [&](auto kind) { return !woken.begins(word, kind).begun.empty(); });
  }
  static constexpr std::array kinds = {WakeProgram::Awake::always, WakeProgram::Awake::often,
                                       WakeProgram::Awake::seldom};

  WakeStates states;
  WokenWords woken;
  words::Lexicon lexicon{};
  words::ClassSet none{};
  words::Vocabulary vocabulary{lexicon, none};
  words::Words words{};
};

/// Whether a word may begin a match where one blank and these letters stand behind it.
bool goes_on(const std::string& pattern, const std::string& word, const std::string& letters) {
  const WakeProgram program = program_of(pattern);
  REQUIRE_FALSE(program.slow(0));
  Room room(program);
  const words::Word& asked = room.word(word);
  const Begins begins = room.woken.begins(asked, program.awake(0));
  const auto bit = [&](char c) { return room.states.letter_bit(static_cast<unsigned char>(c)); };
  const WakeStates::Ahead there{bit(letters[0]), letters.size() > 1 ? bit(letters[1]) : WakeStates::Ahead::any};
  const bool any = !begins.begun.empty() && begins.ahead.takes(there);
  for (const Begun& begun : begins.begun) CHECK(begun.ahead.takes(there) == any);  // of one rule
  return any;
}

TEST_CASE("a word wakes what may begin with it and go on behind it") {
  const auto [pattern, word, letters, woken] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"born in (?:Leeds|York)", "born", "in", true},
      {"born in (?:Leeds|York)", "born", "on", false},
      {"born in (?:Leeds|York)", "born", "is", false},
      {"born in (?:Leeds|York)", "in", "Yo", false},
      {"born in (?:Leeds|York)", "newborn", "in", false},  // the match would cut a word
      {"born in (?:Leeds|York)", "new-born", "in", true},  // no letter stands before it
      {"(?i)born in", "BORN", "In", true},
      {"born in", "BORN", "In", false},
      {"\xC3\x89lodie x", "\xC3\x89lodie", "x", true},
      {"\\d{7,24}", "1234567", "and", true},  // it may have ended: what comes does not count
      {"\\d{7,24}", "123456", "and", false},
      {"(?:\\d[ -]?){9}", "123", "45", true},
      {"(?:\\d[ -]?){9}", "123", "ti", false},
      {"I (?:am|was) \\d+", "I", "wa", true},
      {"I (?:am|was) \\d+", "I", "we", false},
      {"I(?: just| only)* \\d+", "I", "on", true},
      {"I(?: just| only)* \\d+", "I", "7", true},
      {"born i", "born", "in", true},                      // cut short by what stands behind, which only a run tells
      {"[.!?] (?:Twenty|Thirty)", "Twenty", "one", true},  // it may begin before its first word
      {"a b?", "a", "xy", true},
  }));
  CAPTURE(pattern, word, letters);
  CHECK(goes_on(pattern, word, letters) == woken);
}

TEST_CASE("what stands between two words counts where it is no blank") {
  const SmallRules rules(R"y(labels: {PERSON: {means: person}, ID: {}}
rules:
  - {id: mail, kind: regex, label: ID, pattern: '[a-z]+@[a-z]+'}
  - {id: shop, kind: regex, label: ID, pattern: '[A-Z][a-z]+ & [A-Z][a-z]+'}
  - {id: whose, kind: regex, label: ID, pattern: "[A-Z][a-z]+['’]s (?:son|dad)"}
)y");
  CHECK(test::found(rules.load(), {"ann@example", "ann example", "Marks & Spencer", "Ann's dad", "Ann dad"}) ==
        Found{"ID:ann@example", "ID:Marks & Spencer", "ID:Ann's dad"});
}

/// In one room, so that what is known of words goes from text to text.
Found found(const std::string& pattern, const std::vector<std::string>& texts) {
  const RuleSet rules =
      SmallRules("labels: {PERSON: {means: person}, ID: {}}\nrules:\n  - {id: a, kind: regex, label: ID, pattern: '" +
                 pattern + "'}\n")
          .load();
  return test::found(rules, texts);
}

TEST_CASE("words that woke nothing in one place may wake something in another") {
  const auto [pattern, texts, wanted] = GENERATE(table<std::string, std::vector<std::string>, Found>({
      {"[.] Twenty one", {"so Twenty one", "so. Twenty one"}, {"ID:. Twenty one"}},
      {"& Twenty one", {"so Twenty one", "A & Twenty one"}, {"ID:& Twenty one"}},
      {"^Twenty one", {"so Twenty one", "Twenty one"}, {"ID:Twenty one"}},
      {" Twenty one", {"Twenty one", "so Twenty one"}, {"ID: Twenty one"}},
      {"Twenty one (?:dot|at)", {"so Twenty one or", "so Twenty one at"}, {"ID:Twenty one at"}},
      {"Twenty one", {"so Twenty ones", "so Twenty one", "so Twenty-one"}, {"ID:Twenty one"}},
      {"Twenty on", {"so Twenty one", "so Twenty on", "so Twenty one"}, {"ID:Twenty on"}},
      {"Twenty o", {"so Twenty o", "so Twenty oh", "o Twenty o"}, {"ID:Twenty o", "ID:Twenty o"}},
      {"Twenty[-]one", {"so Twenty one", "so Twenty-one"}, {"ID:Twenty-one"}},
      {"Twenty  one", {"so Twenty one", "so Twenty  one"}, {"ID:Twenty  one"}},
      {"Twenty .", {"so Twenty !", "so Twenty \xC3\xA9"}, {"ID:Twenty !", "ID:Twenty \xC3\xA9"}},
  }));
  INFO(pattern);
  CHECK(found(pattern, texts) == wanted);
}

TEST_CASE("of a word it is asked once, until there is another vocabulary") {
  const WakeProgram program = program_of("born in (?:Leeds|York)");
  Room room(program);
  CHECK(room.wakes("born here there in") == std::vector<std::size_t>{0});
  const std::size_t made = room.states.size();
  CHECK(room.wakes("in there born") == std::vector<std::size_t>{2});
  CHECK(room.states.size() == made);
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
      {"a?", true},         // as well
      {"\\Qann\\E", true},  // not read
      {"[[:alpha:]]+", true},
      {"\\p{Latin}+", true},
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
  CHECK(program_of("[a-z-]+[/]-[a-z-]+").mark(0) == '/');  // rarer than a hyphen
}

/// What a word begins, in one line.
std::string line_of(Room& room, const std::string& written) {
  std::string line;
  for (const auto kind : Room::kinds) {
    const words::Word& word = room.word(written);
    const Begins begins = room.woken.begins(word, kind);
    line += std::to_string(begins.ahead.first) + " " + std::to_string(begins.ahead.second);
    for (const Begun& begun : begins.begun) {
      line += " " + std::to_string(begun.rule) + (begun.state == Begun::ended ? "!" : ".");
      line += std::to_string(begun.ahead.first) + "/";
    }
  }
  return line;
}

TEST_CASE("a word says the same when the automaton was made again") {
  const WakeProgram program = program_of("(?:[a-z]{1,9}-)*x[a-z0-9 ]+y");
  Room once(program), often(program, 40);
  const std::string wanted = line_of(once, "abc-xyz");
  CHECK(wanted == line_of(often, "abc-xyz"));
  for (int i = 0; i < 2'000; ++i) line_of(often, "w" + std::to_string(i * 7919) + "-x" + std::to_string(i));
  CHECK(wanted == line_of(often, "abc-xyz"));
}

TEST_CASE("states that lie in the compiled rules say what those say that are made anew") {
  const std::string patterns[] = {"born in (?:Leeds|York)", "(?i)I (?:am|was) \\d+", "[a-z]+@[a-z]+"};
  std::vector<WakeProgram::Source> sources;
  for (const std::string& pattern : patterns) sources.push_back({read_expression(pattern), true});
  WakeProgram program(sources);
  const std::string words[] = {"born", "in", "Leeds", "ann", "I", "was", "17", "new-born", "x\xC3\xA9"};
  std::vector<std::string> cold;
  for (const std::string& word : words) {
    Room room(program);
    cold.push_back(line_of(room, word));
  }
  const std::size_t known = GENERATE(0U, 1U, 4U, 9U);  // of how many words the table has states
  Room first(program);
  for (std::size_t i = 0; i < known; ++i) line_of(first, words[i]);
  program.keep(std::move(first.states).finish());
  Room warm(program);
  const std::size_t made = warm.states.size();
  for (const int round : {0, 1}) {
    for (std::size_t i = 0; i < std::size(words); ++i) {
      CAPTURE(round, words[i]);
      CHECK(line_of(warm, words[i]) == cold[i]);
    }
  }
  if (known == std::size(words)) CHECK(warm.states.size() == made);  // nothing was left to make
}

TEST_CASE("words that the compiled rules know begin what they begin anew, and others are worked out") {
  WakeProgram program = program_of("(?i)born in (?:Leeds|York)|[a-z]{9,} [0-9]+");
  const std::vector<std::string> known = {"born", "Born", "abominable", "in", "the"};
  const std::vector<std::string> others = {"BORN", "bornx", "bor", "abominably"};
  const auto lines_of = [](Room& room, const std::vector<std::string>& words) {
    std::vector<std::string> lines;
    for (const std::string& word : words) lines.push_back(line_of(room, word));
    return lines;
  };
  Room cold(program), first(program);
  const auto wanted = lines_of(cold, known), wanted_of_others = lines_of(cold, others);
  first.word("x");
  WarmWords warm;
  for (const std::string& word : known) {
    std::array<std::uint32_t, WarmWords::kinds> begins{};
    for (std::size_t kind = 0; kind < begins.size(); ++kind) begins[kind] = first.woken.find(word, Room::kinds[kind]);
    warm.add(first.word(word).hash, word, begins);
  }
  warm.table = std::move(first.woken).table();
  warm.finish();
  program.keep(std::move(first.states).finish(), std::move(warm));
  Room room(program);
  const std::size_t states = room.states.size();
  CHECK(lines_of(room, known) == wanted);
  CHECK(room.states.size() == states);  // nothing was worked out
  CHECK(lines_of(room, others) == wanted_of_others);
}

TEST_CASE("a table survives being saved") {
  WakeProgram program = program_of("born in (?:Leeds|York)");
  Room made(program);
  const std::string wanted = line_of(made, "born");
  program.keep(std::move(made.states).finish());
  ArchiveWriter to;
  program.save(to);
  alignas(16) char bytes[1 << 18];
  REQUIRE(to.bytes().size() <= sizeof bytes);
  std::copy(to.bytes().begin(), to.bytes().end(), bytes);
  ArchiveReader from({bytes, to.bytes().size()});
  const WakeProgram read = WakeProgram::from(from);
  Room kept(read);
  const std::size_t states = kept.states.size();
  CHECK(line_of(kept, "born") == wanted);
  CHECK(kept.states.size() == states);
}

}  // namespace
}  // namespace moniker
