#include "words/date_words.hpp"

#include <catch2/catch.hpp>

#include "support/english.hpp"

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
  const DateWords& dates = test::english().dates;
  CHECK(dates.month(word.text).value_or(NamedDay{}).number == word.month);
  CHECK(dates.weekday(word.text).has_value() == (word.weekday >= 0));
  CHECK(static_cast<int>(dates.weekday(word.text).value_or(NamedDay{}).number) == std::max(0, word.weekday));
  CHECK(dates.decade(word.text) == word.named);
  CHECK(dates.is_decade(word.text) == word.decade);
}

TEST_CASE("a name is written as another was") {
  const DateWords& dates = test::english().dates;
  const auto like = [&](std::string_view month) { return dates.month(month).value(); };
  CHECK(dates.month_name(3) == "March");
  CHECK(dates.month_name(9, like("mar")) == "Sep");
  CHECK(dates.month_name(5, like("sept")) == "May");
  CHECK(dates.month_name(6, like("may")) == "June");
  CHECK(dates.weekday_name(6, dates.weekday("tue").value()) == "Sat");
  const auto both = Language::load(MONIKER_SOURCE_DIR "/rules", {"en-GB", "cy"});
  CHECK(both.dates.month_name(4, both.dates.month("fawrth").value()) == "Ebrill");
  CHECK(both.dates.month_name(4) == "April");
  CHECK(both.dates.months_from_to(1, 3) == "January to March");
  CHECK(DateWords{}.month_name(4).empty());
}

TEST_CASE("short years are of this century up to 29") {
  CHECK(full_year({.value = 29, .digits = 2}) == 2029);
  CHECK(full_year({.value = 30, .digits = 2}) == 1930);
  CHECK(full_year({.value = 1066, .digits = 4}) == 1066);
}

}  // namespace
}  // namespace moniker::words
