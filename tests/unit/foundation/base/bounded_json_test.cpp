#include "base/bounded_json.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace moniker {
namespace {

std::string nested(std::size_t deep, const std::string& open, const std::string& close) {
  std::string text;
  for (std::size_t i = 0; i < deep; ++i) text += open;
  text += "1";
  for (std::size_t i = 0; i < deep; ++i) text += close;
  return text;
}

}  // namespace

TEST_CASE("JSON is read as deep as anybody writes it, and no deeper than the stack bears") {
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"[", "]"}, {"{\"a\":", "}"}}) {
    CHECK(parse_json(nested(deepest_json, open, close)).is_structured());
    CHECK_THROWS_AS(parse_json(nested(deepest_json + 1, open, close)), nlohmann::json::parse_error);
    CHECK(parse_any_json(nested(1'000'000, open, close)).is_discarded());
  }
  try {
    parse_json("[" + nested(1'000'000, "[", "]"));
    FAIL("it was read");
  } catch (const nlohmann::json::parse_error& error) {
    CHECK(error.byte == deepest_json + 1);  // where it is too deep
  }
}

TEST_CASE("brackets in strings and side by side are not depth") {
  const std::string brackets(2000, '[');
  for (const std::string& text :
       {"[\"" + brackets + "\"]", R"(["\\", "\"[)" + brackets + R"("])", R"({"\"{": ")" + brackets + R"(\\"})"}) {
    CHECK(bounded_json(text) == text);
    CHECK(parse_json(text).size() >= 1);
  }
  std::string beside = "[0";
  for (int i = 0; i < 5000; ++i) beside += ",[{}]";
  beside += "]";
  CHECK(parse_json(beside).size() == 5001);
  CHECK(bounded_json("]]]]").size() == 4);
  CHECK(bounded_json("\"[").size() == 2);
  CHECK(bounded_json("\"\\").size() == 2);
}

}  // namespace moniker
