#include "base/json_line.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <string>

#include "base/json_text.hpp"

using namespace moniker;

TEST_CASE("a line is read as it was written") {
  const std::string text =
      GENERATE(std::string(), std::string("Kate"), std::string("a \"b\" \\c/"), std::string("é–😀"),
               std::string("\n\r\t\b\f"), std::string("\x01\x1f\0\x7f", 4), std::string("[1,\"2\"]"));
  std::string line = "[";
  append_json(line, text);
  append_number(line += ',', std::numeric_limits<std::uint64_t>::max());
  append_json(line += ',', text);
  line += ']';
  JsonLine read(line);
  CHECK(read.text() == text);
  CHECK(read.number() == std::numeric_limits<std::uint64_t>::max());
  CHECK(read.text() == text);
  CHECK_NOTHROW(read.must_end());
}

TEST_CASE("what is not written so is refused") {
  const std::string line = GENERATE(std::string(), std::string("["), std::string("[\"a\""), std::string("[\"a"),
                                    std::string("[\"a\"] "), std::string("[\"a\\\"]"), std::string("[\"\\u0041\"]"),
                                    std::string("[\"\\u001\"]"), std::string("[\"\\x\"]"), std::string("[\"a\nb\"]"),
                                    std::string("[1]"), std::string("[\"\xff\"]"), std::string(" [\"a\"]"));
  CHECK_THROWS_AS(
      [&] {
        JsonLine read(line);
        read.text();
        read.must_end();
      }(),
      std::invalid_argument);
}

TEST_CASE("a number that does not fit is refused") {
  const std::string line =
      GENERATE(std::string("[4294967296]"), std::string("[-1]"), std::string("[1.5]"), std::string("[099]"),
               std::string("[18446744073709551616]"), std::string("[\"1\"]"), std::string("[]"));
  CHECK_THROWS_AS(
      [&] {
        JsonLine read(line);
        read.number_as<std::uint32_t>();
        read.must_end();
      }(),
      std::invalid_argument);
}
