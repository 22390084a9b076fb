#include <catch2/catch.hpp>

#include "base/edit_distance.hpp"
#include "detect/near_names.hpp"

namespace moniker {
namespace {

TEST_CASE("edits are counted up to a limit") {
  const auto [a, b, distance] = GENERATE(table<std::string, std::string, std::size_t>({
      {"", "", 0}, {"kate", "kate", 0}, {"kate", "kat", 1}, {"kate", "katie", 1}, {"brian", "brain", 1},
      {"kate", "late", 1}, {"siobhan", "shivaun", 4}, {"a", "", 1}, {"abc", "xyz", 3}}));
  CHECK(edit_distance(a, b, 3) == distance);
  CHECK(edit_distance(b, a, 3) == distance);
  CHECK(edit_distance("katherine", "x", 2) == 3);
}

TEST_CASE("names that sound alike have one sound") {
  const auto [a, b] = GENERATE(table<std::string, std::string>(
      {{"catherine", "katherine"}, {"catherine", "kathryn"}, {"stephen", "stefen"}, {"philip", "filip"}, {"nicola", "nikola"}}));
  CHECK(sound_of(a) == sound_of(b));
  CHECK(sound_of("kate") != sound_of("late"));
  CHECK(sound_of("mary") != sound_of("tom"));
}

TEST_CASE("near misses of a name") {
  NearNames names;
  for (const char* name : {"katherine", "macaskill", "brian", "kate", "al"}) names.add(name);
  const auto [word, near] = GENERATE(table<std::string, bool>({
      {"catherine", true}, {"katharine", true}, {"mcaskill", true}, {"brain", true}, {"brians", true},
      {"katherine", false}, {"late", false}, {"cate", false}, {"all", false}, {"orion", false}, {"katydid", false}}));
  CAPTURE(word);
  CHECK(names.near(word) == near);
}

}  // namespace
}  // namespace moniker
