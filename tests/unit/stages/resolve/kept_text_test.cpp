#include <catch2/catch.hpp>

#include <map>

#include "resolve/kept_text.hpp"

namespace moniker {

using namespace moniker::resolve;
namespace {

TEST_CASE("kept texts are compared by what they say, wherever they lie") {
  Texts here, there;
  const KeptText kate = here.keep("kate"), shaw = here.keep("shaw");
  CHECK(kate == there.keep("kate"));
  CHECK(kate < shaw);
  CHECK(there.keep("shaw") > kate);
  CHECK(KeptText().empty());
  CHECK(KeptText() == here.keep(""));
  CHECK(KeptText() < kate);
}

TEST_CASE("a text stays where it was kept first") {
  Texts texts;
  const std::string& first = texts.keep("T01.txt");
  std::map<KeptText, int> by_text;
  for (int i = 0; i < 1000; ++i) by_text[texts.keep(std::to_string(i))] = i;
  CHECK(&texts.keep("T01.txt").text() == &first);
  CHECK(first == "T01.txt");
  for (int i = 0; i < 1000; ++i) REQUIRE(by_text.at(texts.keep(std::to_string(i))) == i);
}

TEST_CASE("what a copy was made of may go") {
  auto first = std::make_unique<Texts>();
  const KeptText kate = first->keep("kate, in a file of a name that is long");
  const Texts copy = *first;
  first.reset();
  CHECK(kate == "kate, in a file of a name that is long");
  CHECK(Texts(copy).keep("kate, in a file of a name that is long") == kate);
}

}  // namespace
}  // namespace moniker
