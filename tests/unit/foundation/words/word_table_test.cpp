#include "words/word_table.hpp"

#include <catch2/catch.hpp>

using moniker::words::WordTable;

TEST_CASE("a set of words has those that were put into it, each once, and no other") {
  WordTable words;
  CHECK_FALSE(words.contains("a"));
  for (int turn = 0; turn < 2; ++turn) {
    for (int i = 0; i < 5000; ++i) words.add("word" + std::to_string(i));
  }
  words.add("");
  CHECK(words.size() == 5000);
  for (int i = 0; i < 5000; ++i) CHECK(words.contains("word" + std::to_string(i)));
  for (const char* other : {"", "word", "word5000", "word1 ", "ord1"}) CHECK_FALSE(words.contains(other));
  CHECK(WordTable{"may", "will"}.contains("will"));
}
