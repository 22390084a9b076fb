#include "base/text.hpp"

#include <catch2/catch.hpp>

namespace moniker {
namespace {

TEST_CASE("text is trimmed of what is blank in a line or in several") {
  const auto [text, in_line, in_text] =
      GENERATE(table<std::string, std::string, std::string>({{"", "", ""},
                                                             {" \t ", "", ""},
                                                             {" \r\n ", "\r\n", ""},
                                                             {"  a b\t", "a b", "a b"},
                                                             {"a\n", "a\n", "a"},
                                                             {"\n a \r\n", "\n a \r\n", "a"},
                                                             {"\u00A0a", "\u00A0a", "\u00A0a"}}));
  CAPTURE(text);
  CHECK(trimmed(text, blanks) == in_line);
  CHECK(trimmed(text) == in_text);
}

TEST_CASE("digits") {
  const auto [text, number, digits] = GENERATE(table<std::string, bool, std::string>({{"", false, ""},
                                                                                      {"0", true, "0"},
                                                                                      {"007", true, "007"},
                                                                                      {"-7", false, "7"},
                                                                                      {"+44 (0)20", false, "44020"},
                                                                                      {"P12", false, "12"},
                                                                                      {"\u0663", false, ""}}));
  CAPTURE(text);
  CHECK(is_number(text) == number);
  CHECK(digits_of(text) == digits);
}

TEST_CASE("apostrophes and hyphens join words, quotation marks and dashes part them") {
  struct Mark {
    char32_t c = 0;
    bool apostrophe = false, quote = false, hyphen = false;
  };
  const Mark mark =
      GENERATE(Mark{U'\'', true, true, false}, Mark{0x2019, true, true, false}, Mark{0x02BC, true, true, false},
               Mark{0xFF07, true, true, false}, Mark{0x2018, false, true, false}, Mark{U'"', false, false, false},
               Mark{U'-', false, false, true}, Mark{0x2010, false, false, true}, Mark{0x2011, false, false, true},
               Mark{0x2013, false, false, false});
  CAPTURE(static_cast<std::uint32_t>(mark.c));
  CHECK(is_apostrophe(mark.c) == mark.apostrophe);
  CHECK(is_single_quote(mark.c) == mark.quote);
  CHECK(is_hyphen(mark.c) == mark.hyphen);
}

}  // namespace
}  // namespace moniker
