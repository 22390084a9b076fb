#include "words/number_words.hpp"

#include <catch2/catch.hpp>

#include "support/english.hpp"
#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"
#include "words/spoken_number.hpp"

namespace moniker::words {
namespace {

const NumberWords& numbers() { return test::english().numbers; }

TEST_CASE("numbers as they are said") {
  const auto [number, cardinal, ordinal] = GENERATE(table<std::uint64_t, std::string, std::string>(
      {{0, "zero", "zeroth"},
       {1, "one", "first"},
       {12, "twelve", "twelfth"},
       {20, "twenty", "twentieth"},
       {21, "twenty-one", "twenty-first"},
       {99, "ninety-nine", "ninety-ninth"},
       {100, "one hundred", "one hundredth"},
       {1'500, "one thousand five hundred", "one thousand five hundredth"},
       {12'000'003, "twelve million three", "twelve million third"},
       {5'000'000'040, "five billion forty", "five billion fortieth"}}));
  CHECK(cardinal_words(numbers(), number) == cardinal);
  CHECK(ordinal_words(numbers(), number) == ordinal);
}

TEST_CASE("years go in pairs") {
  const auto [year, said] = GENERATE(table<std::uint64_t, std::string>({{1900, "nineteen hundred"},
                                                                        {1905, "nineteen oh five"},
                                                                        {1981, "nineteen eighty-one"},
                                                                        {2024, "twenty twenty-four"}}));
  CHECK(year_in_pairs(numbers(), year) == said);
}

TEST_CASE("what is said is read back") {
  const auto read = [](const std::string& text) {
    const auto said = spoken_numbers(placed_words(text), numbers());
    return said.size() == 1 ? said.front() : SpokenNumber{};
  };
  using Kind = SpokenNumber::Kind;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const SpokenNumber back = read(cardinal_words(numbers(), number));
    CAPTURE(number);
    CHECK((back.kind == Kind::cardinal && back.value == number));
  }
  for (std::uint32_t day = 1; day <= 31; ++day) {
    const SpokenNumber back = read(ordinal_words(numbers(), day));
    CAPTURE(day);
    CHECK((back.kind == Kind::ordinal && back.value == day));
  }
  for (std::uint32_t year = 1800; year < 2100; ++year) {
    const SpokenNumber back = read(year_in_pairs(numbers(), year));
    CAPTURE(year);
    CHECK((back.kind == Kind::cardinal && back.value == year));
  }
  CHECK(read("fortieth").kind == Kind::word);
  CHECK(read("oh").kind == Kind::word);
}

TEST_CASE("digits read aloud") {
  const auto [said, digits] = GENERATE(table<std::vector<std::string>, std::vector<std::string>>(
      {{{"oh", "nought", "naught", "zero", "nine"}, {"0", "0", "0", "0", "9"}},
       {{"double-oh", "treble", "seven"}, {"00", "777"}},
       {{"o", "ten", "m-e-g"}, {"o", "ten", "m", "e", "g"}},
       {{"double"}, {"double"}}}));
  CHECK(spoken_to_digits(said, numbers()) == digits);
}

}  // namespace
}  // namespace moniker::words
