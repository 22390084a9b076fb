#include <libxml/HTMLparser.h>
#include <catch2/catch.hpp>

#include "turns.hpp"

using namespace turns;

TEST_CASE("a page says who speaks, escapes everything and asks for nothing") {
  auto talk = turn("ID04", "Fine <b>&amp;\nyes");
  talk.time = span(61'500, 62'000);
  const std::string page =
      written("html",
              {turn("", "Focus <group>", Part::matter), talk, turn("", "door"), turn("", "later", Part::matter),
               turn("", "see", Part::footnote), turn("INT1", "bye")},
              {.transcript = "T03", .study = "A & B"});
  CHECK(page.find("<h1>T03, A &amp; B</h1>\n<p>Focus &lt;group&gt;</p>\n<dl>\n") != std::string::npos);
  CHECK(page.find("<div><dt>ID04 <time datetime=\"PT61S\">00:01:01</time></dt><dd><p>Fine "
                  "&lt;b&gt;&amp;amp;</p><p>yes</p></dd></div>\n"
                  "<div><dt>SPEAKER</dt><dd><p>door</p></dd></div>\n<div><dt>NOTE</dt><dd><p>later</p></dd></div>\n"
                  "<div><dt>INT1</dt><dd><p>bye</p></dd></div>\n<div><dt>FOOTNOTE</dt><dd><p>see</p></dd></div>\n</"
                  "dl>") != std::string::npos);
  CHECK(page.find("http://") == std::string::npos);
  CHECK(page.find("https://") == std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
}

TEST_CASE("a page of awkward turns is well-formed") {
  const std::string page = written("html", awkward());
  int errors = 0;
  htmlDocPtr document = htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                                       HTML_PARSE_NOERROR | HTML_PARSE_NONET);
  for (const xmlError* error = xmlGetLastError(); error && error->level >= XML_ERR_ERROR; error = nullptr) {
    errors += error->code != XML_HTML_UNKNOWN_TAG;  // libxml2 knows HTML 4 alone: article, time
  }
  CHECK(errors == 0);
  CHECK(document != nullptr);
  xmlFreeDoc(document);
}
