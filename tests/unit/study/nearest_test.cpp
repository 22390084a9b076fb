#include "study/nearest.hpp"

#include <random>

#include "support.hpp"

namespace moniker {
namespace {

TEST_CASE("edit distances") {
  auto [one, other, distance] = GENERATE(table<std::string, std::string, std::size_t>({
      {"", "", 0}, {"", "abc", 3}, {"kate", "kate", 0}, {"kate", "kat", 1}, {"kate", "katie", 1}, {"kate", "kaet", 1},
      {"kitten", "sitting", 3}, {"zo\u00EB", "zoe", 1}, {"ca", "abc", 3}, {"\xFF", "", 1},
  }));
  INFO(one << " " << other);
  CHECK(edit_distance(one, other) == distance);
  CHECK(edit_distance(other, one) == distance);
}

TEST_CASE("edit distance keeps its bounds on any bytes") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string a(random() % 8, ' '), b(random() % 8, ' ');
    for (char& c : a) c = static_cast<char>('a' + random() % 3);
    for (char& c : b) c = static_cast<char>('a' + random() % 3);
    const std::size_t d = edit_distance(a, b);
    REQUIRE(d <= std::max(a.size(), b.size()));
    REQUIRE(d >= std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
    REQUIRE((d == 0) == (a == b));
  }
}

TEST_CASE("suggestions") {
  auto [word, said] = GENERATE(table<std::string, std::string>({
      {"recipents", "did you mean \"recipients\"?"}, {"Recipients", "did you mean \"recipients\"?"},
      {"armour", "did you mean \"armor\"?"},         {"key", "did you mean \"kex\"?"},
      {"xyz", "known are: recipients, armor, kex"},  {"kxe", "did you mean \"kex\"?"},
  }));
  INFO(word);
  CHECK(suggest(word, {"recipients", "armor", "kex"}) == said);
  CHECK(nearest(std::string(5000, 'a'), {std::string_view("a")}).empty());
}

}  // namespace
}  // namespace moniker
