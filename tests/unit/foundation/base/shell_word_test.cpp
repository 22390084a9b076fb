#include "base/shell_word.hpp"

#include <catch2/catch.hpp>

using moniker::shell_word;

TEST_CASE("what is typed in a shell is one word of it, and quoted only where it has to be") {
  CHECK(shell_word("my-study/out/T01.txt.age") == "my-study/out/T01.txt.age");
  CHECK(shell_word("étude") == "étude");
  CHECK(shell_word("my study") == "'my study'");
  CHECK(shell_word("Ann's") == "'Ann'\\''s'");
  CHECK(shell_word("a;b") == "'a;b'");
  CHECK(shell_word("$HOME") == "'$HOME'");
  CHECK(shell_word("") == "''");
}
