#include "replace/keyed_name.hpp"

#include <catch2/catch.hpp>

#include <set>

#include "replace/generalisations.hpp"
#include "replace/operators.hpp"
#include "support/english.hpp"

using namespace moniker;
using namespace moniker::replace;

TEST_CASE("a keyed name is twelve characters that nobody confuses, the same for the same digest") {
  std::set<std::string> names;
  std::set<char> used;
  for (int i = 0; i < 1000; ++i) {
    const std::string name = keyed_name(digest_of(std::to_string(i)));
    CHECK(name.size() == 12);
    CHECK(name == keyed_name(digest_of(std::to_string(i))));
    used.insert(name.begin(), name.end());
    names.insert(name);
  }
  CHECK(names.size() == 1000);
  CHECK(std::string(used.begin(), used.end()) == "2346789BCDFGHJKMPQRTVWXY");
}

TEST_CASE("a keyed name does not change from one version to the next") {
  CHECK(keyed_name(digest_of("")) == "QXCBTF28QFDQ");
}

TEST_CASE("operators put a keyed name where a number would stand") {
  const auto by = [&](std::string_view name) {
    return operator_named(name, {}, {})
        .apply({.surface = "Kate", .label = "PERSON", .subtype = {}, .number = 0, .participant = {}, .keyed = "K7Q2"},
               *load_generalisations(MONIKER_SOURCE_DIR "/rules/lists", moniker::test::english()),
               moniker::replace::OperatorKeys());
  };
  CHECK(by("pseudonym") == "[PERSON_K7Q2]");
  CHECK(by("participant") == "[PERSON_K7Q2]");
  CHECK(by("redact") == "[REDACTED]");
}
