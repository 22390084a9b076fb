#include "base/seen_text.hpp"

#include <catch2/catch.hpp>

#include "base/character_reference.hpp"
#include "base/fold.hpp"
#include "base/utf8.hpp"

using moniker::may_be_disguised;
using moniker::seen_label;
using moniker::seen_text;
using moniker::SeenText;

namespace {

bool knows(std::string_view folded) {
  for (const std::string_view word :
       {"kate", "ham",  "cunning", "cunningham", "laughs", "twenty", "five",  "child",      "stoke", "on",
        "the",  "that", "mary",    "rosamund",   "rosa",   "based",  "leeds", "anne-marie", "marie", "anne"}) {
    if (folded == word) return true;
  }
  return false;
}

std::string delivered_of(const std::string& text, const std::string& word) {
  const SeenText seen = seen_text(text, {.word = knows});
  const auto at = static_cast<std::uint32_t>(seen.text.find(word));
  REQUIRE(at < seen.text.size());
  const auto bytes = seen.delivered({at, at + static_cast<std::uint32_t>(word.size())});
  return text.substr(bytes.begin, bytes.size());
}

}  // namespace

TEST_CASE("a text is seen as its reader sees it") {
  const auto [delivered, seen] = GENERATE(table<std::string, std::string>({
      {"Tich\u00ADborne", "Tichborne"},
      {"T\u200Bi\u200Cc\u200Dh\u2060\uFEFFb\u200Eorne", "Tichborne"},
      {"\u202ATichborne\u202C", "Tichborne"},
      {"Tich\u2800borne, Otto\uFFFCline", "Tichborne, Ottoline"},
      {"Tich&shy;borne and Otto&#173;line, Ren&eacute;e O&#39;Mara, M&amp;S",
       "Tichborne and Ottoline, Renée O'Mara, M&S"},
      {"&amp &nothing; &#0; &#xD800;", "&amp &nothing; &#0; &#xD800;"},
      {"Mrs\u00A0Tichborne\u2009and\u3000Co", "Mrs Tichborne and Co"},
      {"one\u2028two\u2029three", "one\ntwo\nthree"},
      {"\uFF34\uFF49\uFF43\uFF48borne \U0001D40A\U0001D41A\U0001D42D\U0001D41E Gri\uFB03ths",
       "Tichborne Kate Griffiths"},
      {"Ti\u0441hb\u043Ern\u0435 and \u041A\u0430te", "Tichborne and Kate"},
      {"\u041A\u0430\u0442\u044F and \u039F\u03BB\u03B3\u03B1",
       "\u041A\u0430\u0442\u044F and \u039F\u03BB\u03B3\u03B1"},
      {"Tichborne\U0001F600\u2764\uFE0F", "Tichborne\U0001F600\u2764"},
      {"it’s “so” – yes…", "it’s “so” – yes…"},
  }));
  CAPTURE(delivered);
  CHECK(seen_text(delivered).text == seen);
  CHECK(may_be_disguised(delivered) >= (delivered != seen));
}

TEST_CASE("cut words are whole where words tell") {
  const auto [delivered, seen] = GENERATE(table<std::string, std::string>({
      {"Mrs Tich-\nborne", "Mrs Tichborne"},
      {"Mrs Tich- \n  borne", "Mrs Tichborne"},
      {"Mrs Tich\u00AD\nborne", "Mrs Tichborne"},
      {"Mrs Tich\u2013\nborne", "Mrs Tichborne"},
      {"Mrs Tich\u00AC\nborne", "Mrs Tichborne"},
      {"Mrs Tich\u2013 borne", "Mrs Tich\u2013 borne"},
      {"Mrs TICH-\nBORNE", "Mrs TICHBORNE"},
      {"Cunning-\nham", "Cunningham"},
      {"Cunning- ham", "Cunning- ham"},
      {"Anne-\nMarie", "Anne-Marie"},
      {"Kate-\nMary", "Kate-\nMary"},
      {"Kate-\nthe one", "Kate-\nthe one"},
      {"twenty-\nfive", "twenty-five"},
      {"th-\nthat", "th-\nthat"},
      {"I-\nthat", "I-\nthat"},
      {"tha- that", "tha- that"},
      {"(Threl)keld", "Threlkeld"},
      {"Threl[keld]", "Threlkeld"},
      {"Thr(elk)eld", "Threlkeld"},
      {"Cunning(ham)", "Cunningham"},
      {"Kate(laughs)", "Kate(laughs)"},
      {"[laughs]Tichborne", "[laughs]Tichborne"},
      {"Tichborne[Laughs]", "Tichborne[Laughs]"},
      {"[Kate]'s", "[Kate]'s"},
      {"(Kate) and [that]", "(Kate) and [that]"},
      {"a (b) c", "a (b) c"},
  }));
  CAPTURE(delivered);
  CHECK(seen_text(delivered, {.word = knows}).text == seen);
  CHECK(may_be_disguised(delivered) >= (delivered != seen));
}

TEST_CASE("decorated letters, strokes and half flags are plain letters") {
  const auto [delivered, seen] = GENERATE(table<std::string, std::string>({
      {"T\u026A\u1D04\u029C\u0299\u1D0F\u0280\u0274\u1D07", "Tichborne"},
      {"\U0001F183ichborne \u24C9ichborne \U0001F163ichborne", "Tichborne Tichborne Tichborne"},
      {"\U0001F1F9ichborne, \U0001F1F9\U0001F1EE\U0001F1E8\U0001F1ED\U0001F1E7\U0001F1F4\U0001F1F7",
       "Tichborne, TICHBOR"},
      {"in Wales \U0001F1EC\U0001F1E7 and", "in Wales \U0001F1EC\U0001F1E7 and"},
      {"T\u0336i\u0336c\u0336hborne", "Tichborne"},
      {"0\u0336"
       "7\u0336"
       "7\u0336"
       "0",
       "0770"},
      {"\u0660\u0667\u2777 and \u2460", "072 and 1"},
      {"\u1D40\u2071\u1D9C\u02B0borne", "Tichborne"},
      {"\u13A2ichborne", "Tichborne"},
      {"Rene\u0301e", "Rene\u0301e"},
  }));
  CAPTURE(delivered);
  CHECK(seen_text(delivered).text == seen);
  CHECK(may_be_disguised(delivered) >= (delivered != seen));
}

TEST_CASE("whatever stands within a known name is left out") {
  const auto is_name = [](std::string_view folded) {
    return folded == "tichborne" || folded == "kate" || folded == "kate tichborne" || folded == "sian" ||
           folded == "zoe" || folded == "penhale";
  };
  const auto ordinary = [](std::string_view folded) {
    return folded == "borne" || folded == "pen" || folded == "hale" || folded == "the" || folded == "that";
  };
  const auto [delivered, seen] = GENERATE(table<std::string, std::string>({
      {"Tich/borne", "Tichborne"},
      {"Tich\u2026borne", "Tichborne"},
      {"Ti.ch.bo.rne", "Tichborne"},
      {"Tich</i>borne", "Tichborne"},
      {"Tich[sic]borne", "Tichborne"},
      {"*Tich*borne", "*Tichborne"},
      {"Tich\U0001F600borne", "Tichborne"},
      {"Tich\u00A0borne", "Tichborne"},
      {"Tich\tborne", "Tichborne"},
      {"Tich\u2014 borne", "Tichborne"},
      {"Tich-\n- 12 -\nborne", "Tichborne"},
      {"Tich- Page 3 of 10 borne", "Tichborne"},
      {"Tich-\n> borne", "Tichborne"},
      {"Kate\n12\nTichborne", "Kate Tichborne"},
      {"T1chborne, TICHB0RNE", "Tichborne, TICHBORNE"},
      {"K4te T!chb@rne", "Kate Tichborne"},
      {"Si?n and Zo\uFFFD, S??n", "Sian and Zoe, Sian"},
      {"Kate? Kate! Kate/Mary", "Kate? Kate! Kate/Mary"},
      {"\u041A\u0410\u0422\u0415", "KATE"},
      {"pen \u2014 hale", "pen \u2014 hale"},
      {"pen/hale", "penhale"},
      {"and/or 12 the2 COVID19 x/y", "and/or 12 the2 COVID19 x/y"},
  }));
  CAPTURE(delivered);
  CHECK(seen_text(delivered, {.word = knows, .ordinary = ordinary, .name = is_name}).text == seen);
  CHECK(may_be_disguised(delivered, is_name) >= (delivered != seen));
}

TEST_CASE("what is replaced is all that was delivered of a word") {
  CHECK(delivered_of("Mrs Tich\u00ADborne\u200B came", "Tichborne") == "Tich\u00ADborne\u200B");
  CHECK(delivered_of("(Threl)keld came", "Threlkeld") == "(Threl)keld");
  CHECK(delivered_of("Mr Threl[keld] came", "Threlkeld") == "Threl[keld]");
  CHECK(delivered_of("Mrs Tich-\nborne came", "Tichborne") == "Tich-\nborne");
  CHECK(delivered_of("Ren&eacute;e came", "Renée") == "Ren&eacute;e");
  CHECK(delivered_of("Mr Gri\uFB03ths came", "Griffiths") == "Gri\uFB03ths");
  CHECK(delivered_of("Mr Gri\uFB03ths came", "f") == "\uFB03");
  CHECK(delivered_of("\uFEFFKate came", "Kate") == "Kate");
}

TEST_CASE("places in what was delivered and in what is seen go together, whatever the bytes") {
  const std::vector<std::string> pieces = {"Kate", "\u00AD", "\u200B", " ",  "-\n", "(",      ")",      "[", "]",
                                           "é",    "\uFB03", "&shy;",  "\n", "а",   "\u00A0", "\uFEFF", "x", "\xFF"};
  std::uint32_t state = 7;
  const auto below = [&](std::size_t n) { return (state = state * 1664525U + 1013904223U) / 65536U % n; };
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = below(14); n > 0; --n) text += pieces[below(pieces.size())];
    CAPTURE(text);
    const SeenText seen = seen_text(text, {.word = knows});
    std::uint32_t last = 0;
    for (std::uint32_t at = 0; at < seen.text.size();
         at += std::max(1U, moniker::code_point_at(seen.text, at).length)) {
      const auto bytes = seen.delivered({at, at + std::max(1U, moniker::code_point_at(seen.text, at).length)});
      REQUIRE(bytes.begin >= last);
      REQUIRE(bytes.end <= text.size());
      REQUIRE(bytes.begin < bytes.end);
      last = bytes.begin;
    }
    for (std::uint32_t at = 0; at <= text.size(); ++at) REQUIRE(seen.seen(at) <= seen.text.size());
    if (!may_be_disguised(text) && moniker::find_invalid_utf8(text) == std::string::npos) REQUIRE(seen.text == text);
  }
}

TEST_CASE("who is told what words there are takes less for disguised, and nothing that is") {
  const std::vector<std::string> pieces = {"th", "the", "I",   "Tich", "borne", "Threl", "keld", "'s",
                                           "- ", "-\n", "-  ", "-",    " ",     "\n",    "é",    "(",
                                           ")",  ", ",  "K",   "ate",  "7",     "\t"};
  std::uint32_t state = 11, less = 0;
  const auto below = [&](std::size_t n) { return (state = state * 1664525U + 1013904223U) / 65536U % n; };
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = below(9); n > 0; --n) text += pieces[below(pieces.size())];
    CAPTURE(text);
    if (may_be_disguised(text, {}, knows)) continue;
    less += may_be_disguised(text) ? 1 : 0;
    REQUIRE(seen_text(text, {.word = knows}).text == text);
  }
  CHECK(less > 100);
}

TEST_CASE("a label is seen without what nobody sees, and its words stay apart") {
  CHECK(seen_label("De\u00ADlyth\u00A0P") == "Delyth P");
  CHECK(seen_label("Kate (Guest)") == "Kate (Guest)");
}
