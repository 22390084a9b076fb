#include "review/reasons.hpp"

#include <catch2/catch.hpp>

#include "review/talk.hpp"

using namespace moniker;
using moniker::study::feature_in_words;
using moniker::study::in_sentence;

TEST_CASE("the tagger's features are told in words, or not at all") {
  CHECK(feature_in_words("w-1=sister") == "follows \"sister\"");
  CHECK(feature_in_words("w-2,-1=my|sister") == "follows \"my sister\"");
  CHECK(feature_in_words("w+1=said") == "stands before \"said\"");
  CHECK(feature_in_words("w-1=^").empty());
  CHECK(feature_in_words("h0=Cm") == "has a capital inside a sentence");
  CHECK(feature_in_words("h-1,0=lm|Cm").empty());
  CHECK(feature_in_words("k0=") == "is in no list and no dictionary");
  CHECK(feature_in_words("k0=common+dictionary+").empty());
  CHECK(feature_in_words("s3=ton") == "ends in -ton");
  CHECK(feature_in_words("b").empty());
  CHECK(feature_in_words("").empty());
}

TEST_CASE("words stand in their sentence, cut at blanks where it is long") {
  const std::string text = "He came. We saw Mrs Threlkeld there, at the shop. Then we left.";
  const auto at = static_cast<std::uint32_t>(text.find("Threlkeld"));
  const auto said = in_sentence(text, {at, at + 9});
  CHECK(said.before == "We saw Mrs ");
  CHECK(said.words == "Threlkeld");
  CHECK(said.after == " there, at the shop.");
  const std::string endless =
      std::string(60, 'a') + " " + std::string(100, 'b') + " Threlkeld " + std::string(200, 'c');
  const auto deep = static_cast<std::uint32_t>(endless.find("Threlkeld"));
  const auto cut = in_sentence(endless, {deep, deep + 9});
  CHECK(cut.before == "… " + std::string(100, 'b') + " ");
  CHECK(cut.after.ends_with(" …"));
  const std::string accents = std::string("é") + "Zoë";
  CHECK(in_sentence(accents, {2, 6}).before == "é");
}
