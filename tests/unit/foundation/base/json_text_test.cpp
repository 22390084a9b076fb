#include "base/json_text.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

using namespace moniker;

TEST_CASE("strings are written as JSON wants them") {
  const auto [text, wanted] =
      GENERATE(table<std::string, std::string>({{"", R"("")"},
                                                {"[ID08]", R"("[ID08]")"},
                                                {"a \"b\" \\c", R"("a \"b\" \\c")"},
                                                {"é–", "\"é–\""},
                                                {"\n\r\t\b\f", R"("\n\r\t\b\f")"},
                                                {std::string("\x01\x1f\0", 3), R"("\u0001\u001f\u0000")"},
                                                {"\x7f", "\"\x7f\""}}));
  std::string out = "x";
  append_json(out, text);
  CHECK(out == "x" + wanted);
}

TEST_CASE("numbers are written whole") {
  std::string out;
  append_number(out, std::numeric_limits<std::uint64_t>::max());
  append_number(out, std::numeric_limits<std::int64_t>::min());
  CHECK(out == "18446744073709551615-9223372036854775808");
}
