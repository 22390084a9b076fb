#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

using namespace moniker::read;

namespace {

std::string rtf(const std::string& body) {
  return "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fcharset204 "
         "Arial Cyr;}"
         "{\\f2\\fcharset128 MS Mincho;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 "
         "Normal;}{\\s1\\b heading 1;}"
         "{\\s7 Speaker;}}{\\*\\generator Kate 1.0;}\\viewkind4\\uc1\\pard " +
         body + "}";
}

Lines rtf_lines(const std::string& body) { return lines_of(read_all(rtf(body))); }

/// What stands between "R: One." and "I1: End.".
std::string rtf_middle(const std::string& content) {
  const Lines lines = rtf_lines("R: One.\\par\n" + content + "\\par\nI1: End.\\par");
  if (lines.size() != 2 || lines[1] != "I1 | End." || !lines[0].starts_with("R | One.")) return "other turns";
  return lines[0].substr(std::string("R | One.").size());
}

}  // namespace

TEST_CASE("each way of naming speakers in rich text gives turns") {
  const auto [name, body, expected] = GENERATE(table<const char*, const char*, Lines>({
      {"colon", "Kate: One\\par two\\par Will: Three\\par", {"Kate | One/two", "Will | Three"}},
      {"tab",
       "Kate\\tab One\\par Will\\tab Two\\par Kate\\tab Three\\par Will\\tab Four\\par",
       {"Kate | One", "Will | Two", "Kate | Three", "Will | Four"}},
      {"bold, then words",
       "{\\b Interviewer }One.\\par {\\b Kate} Two.\\par \\b Kate\\b0  Three.\\par",
       {"Interviewer | One.", "Kate | Two.", "Kate | Three."}},
      {"headings",
       "\\pard\\s7 I1\\par\\pard One.\\par\\pard\\s7 R\\par\\pard Two.\\par\\pard\\s7 I1\\par\\pard "
       "Three.\\par"
       "\\pard\\s1 R\\par\\pard Four.",
       {"I1 | One.", "R | Two.", "I1 | Three.", "R | Four."}},
      {"no end of the last paragraph", "I1: One\\par R: Two", {"I1 | One", "R | Two"}},
      {"a line end after a backslash", "I1: One\\\nR: Two\\\n", {"I1 | One", "R | Two"}},
      {"a time before the label", "[00:01:02] I1: One\\par R: Two\\par", {"I1 62000-62000 | One", "R | Two"}},
      {"a table of talk",
       "\\trowd\\cellx1\\cellx2\\pard\\intbl Interviewer\\cell Shall we begin?\\cell\\row"
       "\\trowd\\cellx1\\cellx2\\pard\\intbl Kate\\cell Yes.\\par\\pard\\intbl Let's.\\cell\\row"
       "\\trowd\\cellx1\\cellx2\\pard\\intbl\\cell I am ready.\\cell\\row"
       "\\trowd\\cellx1\\cellx2\\pard\\intbl Interviewer\\cell Good.\\cell\\row\\pard",
       {"Interviewer | Shall we begin?", "Kate | Yes./Let's./I am ready.", "Interviewer | Good."}},
  }));
  CAPTURE(name);
  const auto result = read_all(rtf(body));
  CHECK(result.format == "rtf");
  CHECK(lines_of(result) == expected);
}

TEST_CASE("what rich text holds becomes text or nothing") {
  const auto [name, content, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"line ends of the file are none", "a\nb\r\nc", "/abc"},
      {"tab and line", "a\\tab b\\line c", "/a\tb/c"},
      {"brackets", "\\{a\\} \\\\", "/{a} \\"},
      {"a letter of the code page", "Zo\\'eb", "/Zo\u00EB"},
      {"a letter of a font's charset", "{\\f1 \\'ca\\'e0\\'f2\\'ff}", "/\u041A\u0430\u0442\u044F"},
      {"two bytes a letter", "{\\f2 \\'93\\'fa\\'96\\'7b}", "/\u65E5\u672C"},
      {"a raw letter", "Zo\xEB", "/Zo\u00EB"},
      {"a letter by its number", "Zo\\u235 ?", "/Zo\u00EB"},
      {"a negative number", "\\u-3913?a",
       "/\u00B7"
       "a"},
      {"a pair of numbers", "\\u-10179?\\u-8704?", "/\U0001F600"},
      {"a fallback of two bytes", "\\uc2 Zo\\u235 \\'c3\\'abx", "/Zo\u00EBx"},
      {"a fallback that was forgotten", "a\\u8217\\b0 s", "/a\u2019s"},
      {"no fallback", "{\\uc0 Zo\\u235 x}", "/Zo\u00EBx"},
      {"characters with names", "a\\emdash b\\rquote s\\~c\\_d", "/a\u2014b\u2019s\u00A0c\u2011d"},
      {"an optional hyphen", "a\\-b", "/ab"},
      {"a field", "{\\field{\\*\\fldinst HYPERLINK \"mailto:kate\"}{\\fldrslt a}}b", "/ab"},
      {"a bookmark", "{\\*\\bkmkstart Kate}a{\\*\\bkmkend Kate}", "/a"},
      {"what may be left out", "{\\*\\whatever Kate}a", "/a"},
      {"a list's number", "{\\pntext 1.\\tab}a", "/a"},
      {"a picture", "a{\\pict\\wmetafile8 0a0b0c}b", "/ab"},
      {"binary", "a{\\pict\\bin4 {}}\\}b", "/ab"},
      {"two ways of saying it", "{\\upr{Kate}{\\*\\ud{a\\u235 e}}}b",
       "/a\u00EB"
       "b"},
      {"hidden words", "a{\\v Kate}b", "/ab"},
      {"a destination that is not known and may be left out", "a{\\*\\new Kate}b", "/ab"},
      {"the mark of one in the middle of a group", "a{\\b0\\*\\cs7 c}b", "/acb"},
      {"the mark of one behind words", "a{c\\*\\new d}b", "/acdb"},
      {"the mark of one with nothing behind it", "a{\\*}\\cs7 b", "/ab"},
  }));
  CAPTURE(name);
  CHECK(rtf_middle(content) == expected);
}

TEST_CASE("rich text's deletions and hidden words are dropped, each counted") {
  const auto result =
      read_all(rtf("R: One.\\par a {\\revised\\revauth1 new }{\\deleted\\revauth1 Kate }b {\\v Kate}\\par I1: End."));
  CHECK(lines_of(result) == Lines{"R | One./a new b", "I1 | End."});
  CHECK(count_of(result, IssueCode::document_insertions) == 1);
  CHECK(count_of(result, IssueCode::document_deletions) == 1);
  CHECK(count_of(result, IssueCode::document_hidden_text) == 1);
}

TEST_CASE("what stands beside rich text follows it, each in its part") {
  const auto result =
      read_all(rtf("{\\info{\\author Gosia Nowak}{\\title}}{\\header\\pard Kate Shaw\\par}{\\footer Page}"
                   "I1: One{\\super 1}{\\footnote\\pard A note} and on\\par "
                   "R: Two{\\*\\atnid GN}{\\*\\atnauthor Gosia}\\chatn{\\*\\annotation{\\*\\atndate 1}A comment}\\par"
                   "{\\object\\objemb{\\*\\objdata 00}{\\result three}}\\par{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv "
                   "y}}{\\shptxt In the "
                   "box\\par}}{\\shprslt In the box}}"));
  Lines lines = lines_of(result);
  REQUIRE(lines.size() == 7);
  CHECK(Lines(lines.begin(), lines.begin() + 2) == Lines{"I1 | One1 and on", "R | Two/three"});
  CHECK(lines[2] == "matter:  | In the box");
  std::sort(lines.begin() + 3, lines.end());
  CHECK(Lines(lines.begin() + 3, lines.end()) ==
        Lines{"comment:  | A comment", "footer:  | Page", "footnote:  | A note", "header:  | Kate Shaw"});
  CHECK(count_of(result, IssueCode::document_comments) == 1);
  CHECK(count_of(result, IssueCode::document_headers_footers) == 2);
  CHECK(count_of(result, IssueCode::document_author_metadata) == 1);
  CHECK(count_of(result, IssueCode::document_embedded_objects) == 1);
}

TEST_CASE("rich text that cannot be read says where") {
  const auto [bytes, expected] = GENERATE(table<std::string, const char*>({
      {"{\\rtf1 I1: One\\par R: Two\\par", "1:30: the rich text ends before its groups do"},
      {"{\\rtf1\\ansi I1: One\\par\nR: \\'81\\par}", "has bytes that are no letters of its code page 1252"},
      {"{\\rtf1" + std::string(5000, '{'), "has groups nested deeper than any program writes them"},
  }));
  CHECK(refusal_of(bytes).find(expected) != std::string::npos);
}

TEST_CASE("a million pieces of binary data in rich text are passed over one by one") {
  std::string body = "R: One";
  for (int i = 0; i < 1'000'000; ++i) body += "\\bin2 {}";
  CHECK(rtf_lines(body + " two.\\par") == Lines{"R | One two."});
}
