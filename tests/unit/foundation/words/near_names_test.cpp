#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "words/edit_distance.hpp"
#include "words/likeness.hpp"
#include "words/near_names.hpp"

namespace moniker {

using namespace moniker::words;
namespace {

TEST_CASE("edits are counted up to a limit") {
  const auto [a, b, distance] = GENERATE(table<std::string, std::string, std::size_t>({{"", "", 0},
                                                                                       {"kate", "kate", 0},
                                                                                       {"kate", "kat", 1},
                                                                                       {"kate", "katie", 1},
                                                                                       {"brian", "brain", 1},
                                                                                       {"kate", "late", 1},
                                                                                       {"siobhan", "shivaun", 4},
                                                                                       {"a", "", 1},
                                                                                       {"abc", "xyz", 3}}));
  CHECK(edit_distance(a, b, 3) == distance);
  CHECK(edit_distance(b, a, 3) == distance);
  CHECK(edit_distance("katherine", "x", 2) == 3);
}

TEST_CASE("a large register finds the near misses that a plain search finds") {
  std::mt19937 random(3);
  const auto made_up = [&](std::size_t size) {
    std::string name;
    for (std::size_t i = 0; i < size; ++i) name += "abcdefghijklmnorst"[random() % 18];
    return name;
  };
  std::vector<std::string> all;
  NearNames names;
  for (int i = 0; i < 300; ++i) names.add(all.emplace_back(made_up(4 + random() % 8)));
  std::size_t found = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string word = all[random() % all.size()];
    for (std::size_t edit = random() % 3; edit > 0; --edit)
      word[random() % word.size()] = "abcdefghijklmnorst"[random() % 18];
    const bool near = std::any_of(all.begin(), all.end(), [&](const std::string& name) {
      if (name == word) return false;
      if (near_spelling(name, word)) return true;
      return sound_key(name) == sound_key(word) && sound_key(word).size() >= 3 && edit_distance(name, word, 2) <= 2;
    });
    CHECK(names.near(word) == near);
    // Whatever is found is a name that resolve may take for the same.
    CHECK((!near || std::any_of(all.begin(), all.end(), [&](const std::string& name) {
      return near_spelling(name, word) || sounds_alike(name, word);
    })));
    found += near;
  }
  CHECK(found > 300);
}

TEST_CASE("near misses of a name") {
  NearNames names;
  for (const char* name : {"katherine", "macaskill", "brian", "kate", "ellerton", "al"}) names.add(name);
  const auto [word, near] = GENERATE(table<std::string, bool>({{"catherine", true},
                                                               {"katharine", true},
                                                               {"mcaskill", true},
                                                               {"ellorpon", true},
                                                               {"elorpon", false},
                                                               {"brain", true},
                                                               {"brians", true},
                                                               {"katherine", false},
                                                               {"late", false},
                                                               {"cate", false},
                                                               {"all", false},
                                                               {"orion", false},
                                                               {"katydid", false}}));
  CAPTURE(word);
  CHECK(names.near(word) == near);
}

}  // namespace
}  // namespace moniker
