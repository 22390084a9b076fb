#include <catch2/catch.hpp>

#include <algorithm>

#include "study_names.hpp"

using moniker::prove::KnownName;

using namespace moniker::prove;

namespace {

std::vector<KnownName> names_of(const std::string& name) {
  moniker::Participant person;
  person.name = name;
  return moniker::prove::known_names({{person}}, study_names::nicknames, study_names::is_word);
}

const KnownName* find(const std::vector<KnownName>& names, const std::string& text) {
  const auto at = std::find_if(names.begin(), names.end(), [&](const KnownName& n) { return n.text == text; });
  return at == names.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("a registered name gives itself, its parts, its other forms and how mail writes it") {
  const auto names = names_of("Mrs Katherine Shaw");
  REQUIRE(find(names, "Mrs Katherine Shaw"));
  CHECK(find(names, "Mrs Katherine Shaw")->full);
  for (const char* text : {"Katherine", "Shaw", "kate", "kath", "katherineshaw", "shawkatherine", "kshaw", "shawk"}) {
    CAPTURE(text);
    REQUIRE(find(names, text));
    CHECK_FALSE(find(names, text)->word);
  }
  REQUIRE(find(names, "kit"));
  CHECK(find(names, "kit")->word);
  CHECK_FALSE(find(names, "Mrs"));
}

TEST_CASE("words among the parts are marked as words") {
  const auto names = names_of("Will Barker");
  REQUIRE(find(names, "Will"));
  CHECK(find(names, "Will")->word);
  CHECK(find(names, "Barker")->word);
}

TEST_CASE("particles and initials are no parts, and what mail makes of a name may not be a word") {
  const auto dutch = names_of("Albert J. van der Berg");
  for (const char* text : {"van", "der", "J"}) CHECK_FALSE(find(dutch, text));
  CHECK(find(dutch, "Berg"));
  CHECK_FALSE(find(names_of("Bob Read"), "bread"));
  CHECK(find(names_of("Bob Read"), "bobread"));
}

TEST_CASE("empty names and missing helpers do no harm") {
  CHECK(names_of("").empty());
  CHECK(names_of("  ").empty());
  moniker::Participant person;
  person.name = "Kate Shaw";
  const auto names = moniker::prove::known_names({{person}}, {}, {});
  CHECK(find(names, "Kate"));
  CHECK_FALSE(moniker::prove::Prover(names).search({.text = "kate"}, {}).empty());
}

TEST_CASE("names in letters of two bytes and more stay valid") {
  moniker::Participant person;
  person.name = "Ольга Иванова";
  const moniker::prove::Prover prover(moniker::prove::known_names({{person}}, {}, {}));
  CHECK(prover.search({.text = "спросите Ольгу, ольга"}, {}).size() == 1);
}
