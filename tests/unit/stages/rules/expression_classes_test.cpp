// Sets of characters of the rules' expressions hold all that RE2's hold.
#include "rules/expression_classes.hpp"

#include <re2/re2.h>

#include <catch2/catch.hpp>

#include "base/utf8.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

TEST_CASE("a set of characters holds the symbol of each that RE2 has in it") {
  const std::string name =
      GENERATE("L", "Lu", "Ll", "N", "Nd", "M", "Z", "Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari",
               "Ethiopic", "Georgian", "Greek", "Gujarati", "Gurmukhi", "Han", "Hangul", "Hebrew", "Hiragana",
               "Katakana", "Malayalam", "Sinhala", "Tamil", "Telugu", "Thai");
  CAPTURE(name);
  const RE2 expression("\\p{" + name + "}");
  const auto set = unicode_class(name, false, false);
  REQUIRE(set);
  std::size_t in_it = 0, lost = 0;
  std::string written;
  for (char32_t c = 0; c < 0x30000; ++c) {
    if ((c >= 0xD800 && c < 0xE000) || symbol_of(c) == no_symbol) continue;
    written.clear();
    append_utf8(written, c);
    if (!RE2::FullMatch(written, expression)) continue;
    ++in_it;
    lost += !(*set)[symbol_of(c)];
  }
  CHECK(in_it > 0);
  CHECK(lost == 0);
}

TEST_CASE("a script that may hold anything is not read") {
  CHECK_FALSE(unicode_class("Latin", false, false));
  CHECK_FALSE(unicode_class("Common", false, false));
  CHECK_FALSE(unicode_class("Greek", false, true));  // what folds to it
}

}  // namespace
}  // namespace moniker
