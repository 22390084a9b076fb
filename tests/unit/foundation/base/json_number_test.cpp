#include "base/json_number.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

using namespace moniker;

namespace {

using Json = nlohmann::json;

TEST_CASE("a whole number of JSON is what was written, or refused") {
  CHECK(whole_number<std::uint64_t>(Json::parse("18446744073709551615")) == std::numeric_limits<std::uint64_t>::max());
  CHECK(whole_number<std::int64_t>(Json::parse("-5")) == -5);
  CHECK(whole_number<std::uint8_t>(Json::parse("255")) == 255);
  for (const char* none :
       {"1e52", "-1e52", "1.5", "1.0", "true", "null", "\"1\"", "[1]", "-1", "4294967296", "18446744073709551616"}) {
    INFO(none);
    CHECK_THROWS_AS(whole_number<std::uint32_t>(Json::parse(none)), Json::exception);
  }
}

TEST_CASE("a member that is missing is another number, and one that is wrong is refused") {
  const Json object = Json::parse(R"({"is": 3, "wrong": 1e52})");
  CHECK(whole_number(object, "is", 0U) == 3);
  CHECK(whole_number(object, "missing", 7U) == 7);
  CHECK_THROWS_AS(whole_number(object, "wrong", 0U), Json::exception);
}

}  // namespace
