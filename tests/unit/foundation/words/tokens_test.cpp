#include <catch2/catch.hpp>

#include "words/tokens.hpp"

namespace moniker {

using namespace moniker::words;
namespace {

struct Reading {
  Lexicon lexicon{};
  ClassSet abbreviations{};
  Vocabulary vocabulary{lexicon, abbreviations};
  Words words{};
  Reading() {
    abbreviations.set(0);
    lexicon.add(0, "Dr");
    lexicon.add(1, "Milton Keynes");
    lexicon.add(2, "UK");
    lexicon.add(3, "wide");
    lexicon.add(4, "Smith");
    lexicon.add_ending(5, "prazole");
  }
  void read(std::string_view text, Setting setting = {}) { read_words(vocabulary, text, setting, words); }
  std::uint32_t shape(std::size_t i) const { return words.tokens.at(i).shape; }
};

TEST_CASE("which words begin a sentence") {
  // s: start, m: mid, a letter for each word
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Kate came", "sm"},
      {"No. Kate came", "ssm"},
      {"Well, Kate came", "smm"},
      {"\"Kate came\"", "sm"},
      {"he said \"Kate came\"", "smsm"},
      {"[laughs] Kate came", "ssm"},
      {"then - Kate", "ss"},
      {"then— Kate", "ss"},
      {"Dr. Shaw came", "smm"},
      {"J. Shaw came", "smm"},
      {"one\nTwo", "ss"},
      {"why? Because", "ss"},
  }));
  Reading reading;
  reading.read(text);
  std::string got;
  for (const Token& token : reading.words.tokens) got += token.shape & shape_start ? 's' : 'm';
  CAPTURE(text);
  CHECK(got == expected);
}

TEST_CASE("a short verb behind a capital is cut off, where no list knows the whole") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Geoff'll be", "Geoff|be|"},
      {"so Kate’d gone", "so|Kate|gone|"},
      {"Geoff'll.", "Geoff|"},
      {"mum'll see", "mum'll|see|"},
      {"I'd go", "I'd|go|"},
  }));
  Reading reading;
  reading.read(text);
  std::string got;
  for (const Token& token : reading.words.tokens)
    got.append(reading.words.text.substr(token.bytes.begin, token.bytes.size())).append("|");
  CAPTURE(text);
  CHECK(got == expected);
  for (std::size_t i = 1; i < reading.words.tokens.size(); ++i) CHECK(reading.words.tokens[i].gap == 0);
}

TEST_CASE("in captions a new line begins nothing") {
  Reading reading;
  reading.read("and then\nKate", {.lines_start = false});
  CHECK((reading.shape(2) & shape_mid) != 0);
}

TEST_CASE("how words are written") {
  Reading reading;
  reading.read("Kate KATE kate K 42 GPs Zoë É it's Finch-Saunders");
  CHECK((reading.shape(0) & (shape_cap | shape_upper | shape_lower)) == shape_cap);
  CHECK((reading.shape(1) & (shape_cap | shape_upper)) == (shape_cap | shape_upper));
  CHECK((reading.shape(2) & (shape_cap | shape_lower)) == shape_lower);
  CHECK((reading.shape(3) & (shape_initial | shape_upper)) == shape_initial);
  CHECK((reading.shape(4) & (shape_digit | shape_lower | shape_cap)) == shape_digit);
  CHECK((reading.shape(5) & shape_upper) != 0);
  CHECK((reading.shape(6) & (shape_cap | shape_upper)) == shape_cap);
  CHECK((reading.shape(7) & shape_initial) != 0);
  CHECK((reading.shape(8) & shape_possessive) != 0);
  CHECK((reading.shape(10) & shape_hyphen) != 0);
}

TEST_CASE("a text without capitals says nothing by them") {
  Reading reading;
  const auto [text, document, uncased] = GENERATE(table<std::string, bool, bool>({
      {"i saw siobhan there", false, true},
      {"saw siobhan", false, false},
      {"saw siobhan", true, true},
      {"I saw siobhan there", false, false},  // whoever writes I writes names with capitals too
      {"I saw siobhan there", true, true},
      {"I saw Siobhan there", true, false},
      {"LORD GUS CAME IN", false, true},
      {"MS SHAW (sworn) here", false, false},
      {"so siobhan [Music] went there", false, true},  // the machine's word, not the talk's
      {"so siobhan (Music) went there", false, false},
  }));
  reading.read(text, {.uncased = document});
  CAPTURE(text);
  CHECK(((reading.shape(0) & shape_uncased) != 0) == uncased);
}

TEST_CASE("what words are of") {
  Reading reading;
  reading.read("UK-wide Smiths omeprazole uk UKs unknown-word");
  const auto of = [&](std::size_t i) { return reading.words.tokens.at(i).word->classes; };
  CHECK((of(0).test(2) && of(0).test(3)));
  CHECK(of(1).test(4));
  CHECK(of(2).test(5));
  CHECK(of(3).none());
  CHECK(of(4).test(2));
  CHECK(of(5).none());
}

TEST_CASE("phrases stand side by side") {
  Reading reading;
  reading.read("in Milton Keynes. Milton, Keynes");
  REQUIRE(reading.words.phrases.size() == 1);
  CHECK(reading.words.phrases[0].first == 1);
  CHECK(reading.words.phrases[0].count == 2);
  CHECK(reading.words.phrases_from.size() == reading.words.tokens.size() + 1);
}

}  // namespace
}  // namespace moniker
