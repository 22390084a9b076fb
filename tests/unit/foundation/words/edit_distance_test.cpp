#include "words/edit_distance.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace moniker {

using namespace moniker::words;
namespace {

TEST_CASE("edit distances") {
  auto [one, other, distance] = GENERATE(table<std::string, std::string, std::size_t>({
      {"", "", 0},
      {"", "abc", 3},
      {"kate", "kate", 0},
      {"kate", "kat", 1},
      {"kate", "katie", 1},
      {"kate", "kaet", 1},
      {"kitten", "sitting", 3},
      {"ca", "abc", 3},
      {"kate", "kxxxxe", 4},
      {"\xFF", "", 1},
  }));
  INFO(one << " " << other);
  CHECK(edit_distance(one, other, 8) == distance);
  CHECK(edit_distance(other, one, 8) == distance);
  CHECK(edit_distance(one, other, 1) == std::min<std::size_t>(distance, 2));  // limit + 1: more than the limit
}

TEST_CASE("edit distance keeps its bounds on any bytes") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string a(random() % 8, ' '), b(random() % 8, ' ');
    for (char& c : a) c = static_cast<char>('a' + random() % 3);
    for (char& c : b) c = static_cast<char>('a' + random() % 3);
    const std::size_t d = edit_distance(a, b, 8);
    REQUIRE(d <= std::max(a.size(), b.size()));
    REQUIRE(d >= std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
    REQUIRE((d == 0) == (a == b));
  }
}

}  // namespace
}  // namespace moniker
