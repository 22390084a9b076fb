#include "words/nearest.hpp"

#include <catch2/catch.hpp>

namespace moniker {

using namespace moniker::words;
namespace {

TEST_CASE("suggestions") {
  auto [word, said] = GENERATE(table<std::string, std::string>({
      {"recipents", "did you mean `recipients`?"},
      {"Recipients", "did you mean `recipients`?"},
      {"armour", "did you mean `armor`?"},
      {"key", "did you mean `kex`?"},
      {"xyz", "known are: recipients, armor, kex"},
      {"kxe", "did you mean `kex`?"},
  }));
  INFO(word);
  CHECK(suggest(word, {"recipients", "armor", "kex"}) == said);
  CHECK(nearest(std::string(5000, 'a'), {std::string_view("a")}).empty());
}

}  // namespace
}  // namespace moniker
