#include "html/html.hpp"

#include <catch2/catch.hpp>

#include "html/bars.hpp"

namespace moniker::html {
namespace {

TEST_CASE("html: nothing in a text is markup") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"Ann & Bob", "Ann &amp; Bob"},
      {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"\"onload=\"x", "&quot;onload=&quot;x"},
      {"&lt;", "&amp;lt;"},
      {"caf\xC3\xA9 \xF0\x9F\x98\x80", "caf\xC3\xA9 \xF0\x9F\x98\x80"},
      {"a\tb\nc", "a\tb\nc"},
      {std::string("a\0b\x1B[31m\x7F", 9),
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD[31m\xEF\xBF\xBD"},
      {"a\xC3<\xFF", "a\xEF\xBF\xBD&lt;\xEF\xBF\xBD"},
  }));
  CHECK(escaped(text) == expected);
}

TEST_CASE("html: elements nest, their texts and attributes are escaped, and what is open is closed") {
  Html html;
  html.open("table", {{"class", "a\"b"}}).open("tr").element("td", "1 < 2").empty("col").close().text("&");
  CHECK(html.finish() == "<table class=\"a&quot;b\"><tr><td>1 &lt; 2</td><col></tr>&amp;</table>\n");
  CHECK_THROWS_AS(Html().close(), std::logic_error);
}

TEST_CASE("html: a page stands alone") {
  const std::string whole = page("A <b> study", ".x { color: red }").element("p", "talk").finish();
  CHECK(whole.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  CHECK(whole.find("<title>A &lt;b&gt; study</title>") != whole.npos);
  CHECK(whole.find("default-src &#39;none&#39;") == whole.npos);
  CHECK(whole.find("default-src 'none'") != whole.npos);
  CHECK(whole.find("@page") != whole.npos);
  CHECK(whole.find(".x { color: red }") != whole.npos);
  CHECK(whole.ends_with("<p>talk</p></body></html>\n"));
  for (const char* elsewhere : {"http:", "https:", "<script", "<img", "<link", "url(h", "@import"})
    CHECK(whole.find(elsewhere) == whole.npos);
}

TEST_CASE("html: bars are told apart without colour, and stay in their width") {
  Html html;
  const BarPart parts[] = {{0.25, Fill::solid}, {0.5, Fill::hatched}, {7, Fill::solid}};
  add_bar(html, parts);
  const std::string bar = html.finish();
  CHECK(bar.find("x=\"0.00%\" width=\"25.00%\" height=\"100%\" fill=\"currentColor\"") != bar.npos);
  CHECK(bar.find("x=\"25.00%\" width=\"50.00%\" height=\"100%\" fill=\"url(#hatched)\"") != bar.npos);
  CHECK(bar.find("x=\"75.00%\" width=\"100.00%\"") != bar.npos);
  CHECK(bar.find("aria-hidden=\"true\"") != bar.npos);
}

TEST_CASE("html: an interval says in words what it draws") {
  Html html;
  add_interval(html, {.from = 0, .to = 0.0247, .seen = 0, .tells = "0 of 120: below 2.5 %"});
  const std::string drawn = html.finish();
  CHECK(drawn.find("<title>0 of 120: below 2.5 %</title>") != drawn.npos);
  CHECK(drawn.find("role=\"img\"") != drawn.npos);
  CHECK(drawn.find(">below 2.5 %</text>") != drawn.npos);
  CHECK(drawn.find("</line>") != drawn.npos);  // of SVG nothing closes itself
  CHECK(drawn.find("</circle>") != drawn.npos);
}

}  // namespace
}  // namespace moniker::html
