#include "words/date_words.hpp"

#include <catch2/catch.hpp>

namespace moniker::words {
namespace {

TEST_CASE("months, weekdays and decades by name") {
  struct Word {
    std::string text;
    std::uint32_t month = 0;
    int weekday = -1;
    std::uint32_t named = 0;
    bool decade = false;
  };
  const Word word =
      GENERATE(Word{"march", 3}, Word{"mar", 3}, Word{"ma", 0}, Word{"sept", 9}, Word{"sep", 9}, Word{"may", 5},
               Word{"sunday", 0, 0}, Word{"sat", 0, 6}, Word{"satur"}, Word{"nineties", 0, -1, 90, true},
               Word{"teens", 0, -1, 10, false}, Word{"1990s", 0, -1, 0, true}, Word{"0s"}, Word{""});
  CAPTURE(word.text);
  CHECK(month_of(word.text) == word.month);
  CHECK(weekday_of(word.text).has_value() == (word.weekday >= 0));
  CHECK(static_cast<int>(weekday_of(word.text).value_or(0)) == std::max(0, word.weekday));
  CHECK(decade_named(word.text) == word.named);
  CHECK(is_decade(word.text) == word.decade);
}

TEST_CASE("short years are of this century up to 29") {
  CHECK(full_year({.value = 29, .digits = 2}) == 2029);
  CHECK(full_year({.value = 30, .digits = 2}) == 1930);
  CHECK(full_year({.value = 1066, .digits = 4}) == 1066);
}

}  // namespace
}  // namespace moniker::words
