// Which part of a surrogate stands for which words.
#include <catch2/catch.hpp>

#include "resolve/surrogates/surrogate_form.hpp"
#include "support/english.hpp"

TEST_CASE("words are replaced by the part of the surrogate that they are the part of") {
  const moniker::resolve::Surrogate nina{.given = "Nina",
                                         .family = "Ellwood",
                                         .words = {{"kate", "Nina"},
                                                   {"katherine", "Nina"},
                                                   {"louise", "Petra"},
                                                   {"shaw", "Ellwood"},
                                                   {"shaw-barker", "Ellwood"},
                                                   {"van", ""},
                                                   {"der", ""}}};
  const auto [words, instead] = GENERATE(table<std::string, std::string>({
      {"Kate", "Nina"},
      {"Katherine", "Nina"},
      {"KATE", "NINA"},
      {"kate", "nina"},
      {"Kate Shaw", "Nina Ellwood"},
      {"Katherine Louise Shaw", "Nina Petra Ellwood"},
      {"Mrs Shaw", "Mrs Ellwood"},
      {"Dr. Kate Shaw", "Dr. Nina Ellwood"},
      {"Auntie Kate", "Auntie Nina"},
      {"Shaw, Katherine", "Ellwood, Nina"},
      {"Kate Shaw-Barker", "Nina Ellwood"},
      {"Kate van der Shaw", "Nina Ellwood"},
      {"K. Shaw", "N. Ellwood"},
      {"K Shaw", "N Ellwood"},
      {"Kate S.", "Nina E."},
      {"K.S.", "N.E."},
      {"K. S.", "N. E."},
      {"KS", "NE"},
      {"K-A-T-E", "N-I-N-A"},
      {"S H A W", "E L L W O O D"},
      {"k a t e", "n i n a"},
      {"the Shaws", "the Ellwoods"},
      {"Shaw's", "Ellwood's"},
      {"Kate\nShaw", "Nina\nEllwood"},
      {"Kate Pickersgill", ""},  // a word that nothing stands for: not half a name
      {"ks", ""},
      {"Mrs", ""},
      {"...", ""},
      {"", ""},
  }));
  CAPTURE(words);
  CHECK(moniker::resolve::surrogate_form(words, moniker::Meaning::person, nina, moniker::test::english()) == instead);
}

TEST_CASE("initials need the names that they are of") {
  const moniker::resolve::Surrogate only_given{.given = "Nina", .family = "", .words = {{"kate", "Nina"}}};
  CHECK(moniker::resolve::surrogate_form("K.", moniker::Meaning::person, only_given, moniker::test::english()) == "N.");
  CHECK(moniker::resolve::surrogate_form("KS", moniker::Meaning::person, only_given, moniker::test::english()).empty());
  CHECK(moniker::resolve::surrogate_form("Kate S.", moniker::Meaning::person, only_given, moniker::test::english())
            .empty());
}

TEST_CASE("a place is replaced as a whole") {
  const moniker::resolve::Surrogate wakefield{.given = "", .family = "", .words = {{"leeds", "Wakefield"}}};
  CHECK(moniker::resolve::surrogate_form("Leeds", moniker::Meaning::place, wakefield, moniker::test::english()) ==
        "Wakefield");
  CHECK(moniker::resolve::surrogate_form("LEEDS", moniker::Meaning::place, wakefield, moniker::test::english()) ==
        "WAKEFIELD");
  CHECK(moniker::resolve::surrogate_form("central Leeds", moniker::Meaning::place, wakefield, moniker::test::english())
            .empty());
}
