#include <catch2/catch.hpp>

#include "words/lexicon.hpp"

namespace moniker {

using namespace moniker::words;
namespace {

bool has(const Lexicon& lexicon, std::string_view key, std::size_t cls) {
  const auto* entry = lexicon.find(key);
  return entry && lexicon.set(*entry).test(cls);
}

TEST_CASE("words and phrases are found by their folded form") {
  Lexicon lexicon;
  lexicon.add(0, "Siobhán");
  lexicon.add(1, "siobhan");
  lexicon.add(2, "Milton Keynes");
  lexicon.add(2, "Stoke-on-Trent");
  lexicon.add(3, "Sainsbury's");
  CHECK(has(lexicon, "siobhan", 0));
  CHECK(has(lexicon, "siobhan", 1));
  CHECK_FALSE(has(lexicon, "siobhan", 2));
  CHECK(has(lexicon, "milton keynes", 2));
  CHECK_FALSE(has(lexicon, "milton", 2));
  CHECK(lexicon.find("milton")->continues);
  CHECK_FALSE(lexicon.find("siobhan")->continues);
  CHECK(has(lexicon, "stoke-on-trent", 2));
  CHECK(has(lexicon, "stoke on trent", 2));
  CHECK(has(lexicon, "sainsbury 's", 3));
  CHECK(lexicon.find("keynes") == nullptr);
}

TEST_CASE("words of capitals alone stay capitals") {
  Lexicon lexicon;
  lexicon.add(0, "US");
  CHECK(has(lexicon, "US", 0));
  CHECK(lexicon.find("us") == nullptr);
}

TEST_CASE("an entry can be taken out of a class again") {
  Lexicon lexicon;
  lexicon.add(0, "Nice");
  lexicon.add(1, "Nice");
  lexicon.remove(0, "nice");
  lexicon.remove(0, "never there");
  CHECK_FALSE(has(lexicon, "nice", 0));
  CHECK(has(lexicon, "nice", 1));
  CHECK(lexicon.find("never there") == nullptr);
}

TEST_CASE("endings are for words that no list has") {
  Lexicon lexicon;
  lexicon.add_ending(0, "prazole");
  CHECK(lexicon.by_ending("omeprazole").test(0));
  CHECK(lexicon.by_ending("prazole").none());
  CHECK(lexicon.by_ending("azole").none());
  CHECK(lexicon.find("prazole") == nullptr);
}

TEST_CASE("a large lexicon forgets nothing") {
  Lexicon lexicon;
  for (std::size_t i = 0; i < 50000; ++i) lexicon.add(i % 7, "word" + std::to_string(i) + " x");
  for (std::size_t i = 0; i < 50000; ++i) REQUIRE(has(lexicon, "word" + std::to_string(i) + " x", i % 7));
  CHECK(lexicon.find("word50000 x") == nullptr);
}

TEST_CASE("the same word has the same number") {
  Lexicon lexicon;
  const auto name = lexicon.literal("name");
  CHECK(name != 0);
  CHECK(lexicon.literal("is") != name);
  CHECK(lexicon.literal("name") == name);
  CHECK(lexicon.find("name")->literal == name);
}

}  // namespace
}  // namespace moniker
