#include "preserve/word_values.hpp"

#include <catch2/catch.hpp>

#include "preserve/pieces.hpp"
#include "preserve/word_elements.hpp"

using namespace moniker;
using namespace moniker::preserve;

TEST_CASE("a plain value is a number, a colour or a word of the standard") {
  for (const char* value :
       {"0", "-720", "240", "12.5pt", "100%", "31680", "FF00AA", "auto", "center", "single", "true", "nextPage"}) {
    CAPTURE(value);
    CHECK(is_plain_value(value));
  }
  for (const char* value : {"", " ", "Zxqvleak", "07700900123", "1234567", "1.23456", "Center", "center right",
                            "00AB12CD", "4 March", "-", "%", "1e5", "\u0661", "#FF00AA"}) {
    CAPTURE(value);
    CHECK_FALSE(is_plain_value(value));
  }
}

TEST_CASE("fonts, languages and styles are those that many have") {
  CHECK(is_known_font("Times New Roman"));
  CHECK_FALSE(is_known_font("Kate's Hand"));
  CHECK_FALSE(is_known_font("times new roman"));
  CHECK(is_language("en-GB"));
  for (const char* value : {"", "en", "EN-gb", "kate-shaw", "x-Kate"}) CHECK_FALSE(is_language(value));
  CHECK(is_known_style("heading 1"));
  CHECK_FALSE(is_known_style("Kate"));
  CHECK(is_known_style_id("Heading1"));
  CHECK(is_known_style_id("NormalWeb"));
  CHECK_FALSE(is_known_style_id("Kate"));
}

TEST_CASE("what stands before a numbered paragraph keeps its numbers and no words") {
  const auto [delivered, safe] = GENERATE(table<std::string, std::string>({{"%1.", "%1."},
                                                                           {"%1.%2)", "%1.%2)"},
                                                                           {"Kate %1:", " %1:"},
                                                                           {"\uF0B7", "\uF0B7"},
                                                                           {"o", "o"},
                                                                           {"oo", ""},
                                                                           {"100% Kate", " "},
                                                                           {"", ""}}));
  CAPTURE(delivered);
  CHECK(safe_level(delivered) == safe);
  CHECK(safe_level(safe) == safe);
}

TEST_CASE("an element is known only below those that may hold it") {
  CHECK(word_element("p", "body"));
  CHECK(word_element("rPr", "r"));
  CHECK_FALSE(word_element("rPr", "p"));
  CHECK_FALSE(word_element("p", "r"));
  CHECK_FALSE(word_element("t", "r"));  // words are written by nobody but the pieces
  for (const char* name : {"bookmarkStart", "hyperlink", "comment", "ins", "drawing", "sdt", "vanish", "rsid",
                           "headerReference", "altChunk"}) {
    CAPTURE(name);
    for (const char* within : {"body", "p", "r", "rPr", "pPr", "sectPr", "style"})
      CHECK_FALSE(word_element(name, within));
  }
}

TEST_CASE("between two turns' words blanks, colons and times stay, and nothing else") {
  const auto between = [](const std::string& text) {
    std::string out;
    for (const Piece& piece : pieces_between(text, 0, static_cast<std::uint32_t>(text.size()))) out += piece.text;
    return out;
  };
  const auto [delivered, written] = GENERATE(table<std::string, std::string>({{": ", ": "},
                                                                              {"\t", "\t"},
                                                                              {" (Guest): ", " : "},
                                                                              {"[00:01:02] ", "[00:01:02] "},
                                                                              {"  1:02 ", "  01:02 "},
                                                                              {"0:12 - 0:17", "00:12 - 00:17"},
                                                                              {"#00:12:03-5#", "#00:12:03-5#"},
                                                                              {"(00:12)", "(00:12)"},
                                                                              {"Kate Shaw", " "},
                                                                              {"07700 900123", " "},
                                                                              {"Zo\u00EB", ""}}));
  CAPTURE(delivered);
  CHECK(between(delivered) == written);
}
