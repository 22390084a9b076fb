#include <catch2/catch.hpp>

#include "base/utf8.hpp"

using namespace moniker;

TEST_CASE("find_invalid_utf8 is strict (RFC 3629)") {
  const auto [text, at] =
      GENERATE(table<std::string, std::size_t>({{"plain ascii, rather long", std::string::npos},
                                                {"Siobh\xC3\xA1n \xF0\x9F\x98\x80", std::string::npos},
                                                {"eight ok\xFF", 8},       // a byte that never occurs
                                                {"a\xC0\xAF", 1},          // overlong
                                                {"a\xE0\x80\xAF", 1},      // overlong, three bytes
                                                {"a\xED\xA0\x80", 1},      // a surrogate
                                                {"a\xF4\x90\x80\x80", 1},  // past U+10FFFF
                                                {"cut \xC3", 4},           // ends within a character
                                                {"\x80", 0}}));            // a continuation without a start
  CHECK(find_invalid_utf8(text) == at);
}

TEST_CASE("code points forwards and backwards meet") {
  const std::string text = "Zo\xC3\xAB \xE2\x80\x93 \xF0\x9F\x98\x80!";
  std::vector<std::size_t> forwards, backwards;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length) forwards.push_back(at);
  for (std::size_t at = text.size(); at > 0;)
    backwards.insert(backwards.begin(), at -= code_point_before(text, at).length);
  CHECK(forwards == backwards);
  CHECK(count_code_points(text) == forwards.size());
}

TEST_CASE("append_utf8 undoes code_point_at") {
  for (const char32_t c : {U'a', U'\u00E9', U'\u2019', U'\U0001F600', U'\U0010FFFF'}) {
    std::string bytes;
    append_utf8(bytes, c);
    CHECK(code_point_at(bytes, 0).value == c);
    CHECK(code_point_at(bytes, 0).length == bytes.size());
  }
}

TEST_CASE("classes of characters") {
  CHECK((is_upper(U'É') && is_letter(U'É') && !is_lower(U'É')));
  CHECK((is_lower(U'ß') && is_word(U'ß')));
  CHECK((is_mark(U'\u0301') && is_word(U'\u0301') && !is_letter(U'\u0301')));
  CHECK((is_space(U'\u00A0') && is_space(U'\u200B') && is_space(U'\u2009') && !is_space(U'x')));
  CHECK((is_digit(U'٣') && !is_digit(U'x')));
}
