#include <catch2/catch.hpp>

#include "base/fold.hpp"

using moniker::fold;

TEST_CASE("fold brings the spellings of one name together") {
  const auto [given, folded] = GENERATE(table<std::string, std::string>({{"Zoë", "zoe"},
                                                                         {"ZOE\u0308", "zoe"},
                                                                         {"O\u2019Brien", "o'brien"},
                                                                         {"Łukasz", "lukasz"},
                                                                         {"Søren  Ærø", "soren aero"},
                                                                         {"Smith\u2011Jones", "smith-jones"},
                                                                         {"Straße", "strasse"},
                                                                         {"Ka\u00ADte", "kate"},
                                                                         {" a\nb ", "a b"},
                                                                         {"Núñez", "nunez"},
                                                                         {"İnci", "inci"}}));
  CHECK(fold(given) == folded);
}

TEST_CASE("folded_words keeps inner apostrophes and hyphens only") {
  CHECK(moniker::folded_words("'Well,' said Siân O'Neil-Shaw – twice.") ==
        std::vector<std::string>{"well", "said", "sian", "o'neil-shaw", "twice"});
}
