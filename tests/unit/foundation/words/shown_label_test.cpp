#include "words/shown_label.hpp"

#include <catch2/catch.hpp>
#include "support/english.hpp"

namespace moniker {
namespace {

TEST_CASE("the shape of a label says nothing of who it is") {
  const auto [label, shape] = GENERATE(table<std::string, std::string>({
      {"", "nobody named"},
      {"Kate", "one word"},
      {"Kate Shaw", "two words"},
      {"Siobh\xC3\xA1n O'Neill", "two words"},
      {"Anne-Marie", "one word"},
      {"K", "a letter"},
      {"P1", "a letter and digits"},
      {"12", "a number"},
      {"Kate 2", "two words and digits"},
      {"Dr K. van der Shaw", "5 words"},
      {"\xFF", "no word"},
  }));
  INFO(label);
  CHECK(words::shape_of(label) == shape);
}

TEST_CASE("a label on a page names nobody unless it may") {
  CHECK(words::shown_label("Interviewer", 0, false, test::english()) == "INTERVIEWER");
  CHECK(words::shown_label("Kate Shaw", 1, false, test::english()) == "speaker 2 (two words)");
  CHECK(words::shown_label("Kate Shaw", 1, true, test::english()) == "Kate Shaw");
  CHECK(words::shown_label("", 1, true, test::english()) == "nobody named");
}

}  // namespace
}  // namespace moniker
