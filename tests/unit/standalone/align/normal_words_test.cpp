#include "align/normal_words.hpp"

#include <catch2/catch.hpp>

#include "support/english.hpp"
#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"

namespace moniker::align {

using namespace moniker::align;
namespace {

std::string normal(std::string_view text, const WordOptions& options = {.language = moniker::test::english()}) {
  std::string words;
  for (const NormalWord& word : normal_words(text, options)) words += (words.empty() ? "" : " ") + word.text;
  return words;
}

TEST_CASE("two ways to write what is said are one") {
  const auto [one, other] = GENERATE(table<std::string, std::string>({
      {"Don't!", "do not"},
      {"don\u2019t", "Do not."},
      {"I can't, I won't", "i cannot i will not"},
      {"they're", "they are"},
      {"gonna", "going to"},
      {"we'd've", "we would have"},
      {"It's", "it is"},
      {"'cause", "because"},
      {"ma'am", "madam"},
      {"\u2018quoted\u2019", "quoted"},
      {"Kate's", "Kates"},
      {"well-known", "well known"},
      {"twenty-five", "25"},
      {"one hundred and five", "105"},
      {"a hundred", "100"},
      {"1,500", "one thousand five hundred"},
      {"12,000,000", "twelve million"},
      {"1998", "nineteen ninety-eight"},
      {"2005", "two thousand and five"},
      {"2026", "twenty twenty six"},
      {"1905", "nineteen oh five"},
      {"7.5", "seven point five"},
      {"21st", "twenty-first"},
      {"3rd", "third"},
      {"30th", "thirtieth"},
      {"12th", "twelfth"},
      {"07700 900123", "oh seven seven oh oh nine zero zero one two three"},
      {"double seven", "seven seven"},
      {"triple 4", "four four four"},
      {"50%", "fifty per cent"},
      {"50 %", "fifty percent"},
      {"\u00A350", "fifty pounds"},
      {"$1,000", "a thousand dollars"},
      {"7:00", "seven"},
      {"7:30", "seven thirty"},
      {"5mg", "five milligrams"},
      {"9 a.m.", "nine am"},
      {"the U.K.", "the UK"},
      {"Um, er, well, erm", "well"},
      {"[inaudible 00:12] yes (laughs)", "yes"},
      {"OK", "okay"},
      {"Mr. Shaw", "mister Shaw"},
      {"colour", "color"},
      {"behavioural", "behavioral"},
      {"organisation", "organization"},
      {"realised", "realized"},
      {"anaesthetic", "anesthetic"},
      {"travelled", "traveled"},
      {"centre", "center"},
      {"Mum", "mom"},
      {"diarrhoea", "diarrhea"},
      {"caf\u00e9", "cafe"},
      {"\"Hello\" \u2014 he said\u2026", "hello he said"},
      {"salt & pepper", "salt and pepper"},
      {"", " ... "},
  }));
  INFO(one);
  CHECK(normal(one) == normal(other));
}

TEST_CASE("different words stay different") {
  const auto [one, other] = GENERATE(table<std::string, std::string>({
      {"four", "for"},
      {"your", "you"},
      {"ten", "tent"},
      {"do", "do not"},
      {"15", "50"},
      {"can", "can't"},
      {"him", "her"},
      {"a hundred", "hundred"},
      {"(he said that to me once)", ""},
      {"hour", "hor"},
      {"1998", "1989"},
      {"wise", "wize"},
  }));
  INFO(one);
  CHECK(normal(one) != normal(other));
}

TEST_CASE("numbers and spellings are those of the language") {
  const test::TemporaryFolder folder;
  test::write_language(folder.path(), "toy",
                       {.numbers = "nul\t0\toh\nuno\t1\tsmall\nduo\t2\tsmall\nvinti\t20\ttens\npunkt\t-\tpoint\n"
                                   "duoma\t2\tordinal\nma\t0\tending\nduple\t2\ttimes\ncento\t100\tscale\n",
                        .spelling = "filo\tphilo\tword\nbon dia\tbondia\tjoined\n&\tkaj\tsign\n\u20AC\teuri\tmoney\n"
                                    "d'\tdel\tin full\n"});
  const auto toy = words::Language::load(folder.path(), {"toy"});
  const auto in_toy = [&](std::string_view text) { return normal(text, {.language = toy}); };
  CHECK(in_toy("22") == "vinti duo");
  CHECK(in_toy("2.01") == "duo punkt nul uno");
  CHECK(in_toy("122ma") == "uno cento vinti duoma");
  CHECK(in_toy("duple duo") == "duo duo");
  CHECK(in_toy("Bon dia, filo & \u20AC2") == "bondia philo kaj duo euri");
  CHECK(normal("25 don't", {.language = words::Language{}}) == "25 dont");
}

TEST_CASE("fillers are words where somebody wants them") {
  CHECK(normal("Um, yes, erm") == "yes");
  CHECK(normal("Um, yes, erm", {.language = moniker::test::english(), .fillers = true}) == "um yes erm");
}

TEST_CASE("a word knows where it came from") {
  const auto words = normal_words("I don't know 25.", {.language = moniker::test::english()});
  REQUIRE(words.size() == 6);
  const std::size_t begins[] = {0, 2, 2, 8, 13, 13};
  for (std::size_t i = 0; i < words.size(); ++i) CHECK(words[i].begin == begins[i]);
}

TEST_CASE("normal words are normal already") {
  for (const char* text :
       {"I can't believe it's the 21st of May 1998, 10:30 a.m.", "\u00A31,500 for 50% of colour-coded 7.5mg"}) {
    CHECK(normal(normal(text)) == normal(text));
  }
}

TEST_CASE("brackets that nobody closes, apostrophes that nobody follows, and what is no letter") {
  CHECK(normal("[never closed") == "never closed");
  CHECK(normal("' '90s '") == "ninety s");
  CHECK(normal("\U0001F600 12a b3") == "twelve a b three");
}

}  // namespace
}  // namespace moniker::align
