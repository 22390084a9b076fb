#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "eval/parts.hpp"

namespace moniker {

using namespace moniker::eval;
namespace {

TEST_CASE("a third of the documents is set aside, by their ids alone and always the same") {
  std::size_t aside = 0;
  for (int i = 0; i < 3000; ++i) aside += is_aside(fmt::format("document-{}", i));
  CHECK(aside > 900);
  CHECK(aside < 1100);
  CHECK_FALSE(is_aside("document-0"));  // changes with the hash: models would have to be trained again
  CHECK(is_aside("document-1"));
}

TEST_CASE("the parts make up the whole") {
  const std::string id = fmt::format("document-{}", GENERATE(range(0, 20)));
  CHECK(is_of(GoldPart::all, id));
  CHECK(is_of(GoldPart::aside, id) == is_aside(id));
  CHECK(is_of(GoldPart::develop, id) != is_aside(id));
}

TEST_CASE("small letters take as many bytes") {
  const auto [text, small] = GENERATE(table<std::string, std::string>({
      {"Kate SHAW, LS6 2AB", "kate shaw, ls6 2ab"},
      {"Siân Élodie Zoë Ÿ", "siân élodie zoë ÿ"},
      {"İstanbul", "İstanbul"},  // its small form is shorter: it stays
      {"ẞ", "ẞ"},
      {"", ""},
      {"\xFFKate", "\xFFkate"},
  }));
  CHECK(in_small_letters(text) == small);
  CHECK(in_small_letters(text).size() == text.size());
}

}  // namespace
}  // namespace moniker
