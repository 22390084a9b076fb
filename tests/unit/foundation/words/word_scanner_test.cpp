#include <catch2/catch.hpp>
#include <random>

#include "base/utf8.hpp"
#include "words/word_scanner.hpp"

namespace moniker {

using namespace moniker::words;
namespace {

std::string cut(std::string_view text) {
  std::string words;
  WordScanner scanner(text);
  for (ByteRange word; scanner.next(word);) {
    if (!words.empty()) words += '|';
    words += text.substr(word.begin, word.size());
  }
  return words;
}

TEST_CASE("a text is cut into words, possessives apart") {
  const auto [text, words] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"  ...  ", ""},
      {"Kate came.", "Kate|came"},
      {"Ann's bag", "Ann|'s|bag"},
      {"Ann’s bag", "Ann|’s|bag"},
      {"ANN'S BAG", "ANN|'S|BAG"},
      {"O'Donnell's", "O'Donnell|'s"},
      {"the Smiths' house", "the|Smiths|house"},
      {"I'm, you're", "I'm|you're"},
      {"Finch-Saunders -- Jones", "Finch-Saunders|Jones"},
      {"rock 'n' roll", "rock|n|roll"},
      {"Marks & Spencer", "Marks|&|Spencer"},
      {"Renée Åsa Zoë", "Renée|Åsa|Zoë"},
      {"Rene\xCC\x81"
       "e left",
       "Rene\xCC\x81"
       "e|left"},
      {"it's 4/14/1960", "it|'s|4|14|1960"},
      {"'s", "s"},
      {"61-year-old", "61-year-old"},
  }));
  CAPTURE(text);
  CHECK(cut(text) == words);
}

TEST_CASE("a word is folded as names are compared") {
  const auto [word, folded] = GENERATE(table<std::string, std::string>({{"Kate", "kate"},
                                                                        {"KATE", "kate"},
                                                                        {"Zoë", "zoe"},
                                                                        {"O’Brien", "o'brien"},
                                                                        {"Łukasz", "lukasz"},
                                                                        {"&", "and"}}));
  std::string out = "x ";
  fold_word(word, out);
  CHECK(out == "x " + folded);
}

TEST_CASE("words ascend, do not overlap and stand on code points, whatever the text") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces{"a",         "Z", "'", "’",  "-", "‐",  " ", ".", "é",
                                        "e\xCC\x81", "&", "s", "'s", "7", "\n", "—", "😀"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto length = random() % 12;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    WordScanner scanner(text);
    std::uint32_t last = 0;
    for (ByteRange word; scanner.next(word);) {
      REQUIRE(word.begin >= last);
      REQUIRE(word.end > word.begin);
      REQUIRE(word.end <= text.size());
      REQUIRE(find_invalid_utf8(std::string_view(text).substr(word.begin, word.size())) == std::string_view::npos);
      last = word.end;
    }
  }
}

}  // namespace
}  // namespace moniker
