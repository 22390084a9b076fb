#include <catch2/catch.hpp>

#include "docx_fixture.hpp"
#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

using namespace moniker::read;

namespace {

Lines lines_of_body(const std::string& body) { return lines_of(read_all(Docx{.body = body}.bytes())); }

const std::string ending = said_line("I1: End.");
const std::string begin = said_line("R: One.");

/// What stands between "R: One." and "I1: End.", where the paragraph says nothing else but its runs.
std::string middle(const std::string& runs) {
  const Lines lines = lines_of_body(begin + paragraph(runs) + ending);
  if (lines.size() != 2 || lines[1] != "I1 | End." || !lines[0].starts_with("R | One.")) return "other turns";
  return lines[0].substr(std::string("R | One.").size());
}

}  // namespace

TEST_CASE("each way of naming speakers in a document gives turns") {
  const auto [name, body, expected] = GENERATE(table<const char*, std::string, Lines>({
      {"colon",
       said_line("Kate: One") + said_line("two") + said_line("Will: Three"),
       {"Kate | One/two", "Will | Three"}},
      {"tab",
       paragraph(run("Kate") + "<w:r><w:tab/></w:r>" + run("One")) + said_line("Will\tTwo") + said_line("Kate\tThree") +
           said_line("Will\tFour"),
       {"Kate | One", "Will | Two", "Kate | Three", "Will | Four"}},
      {"bold, then words",
       paragraph(bold("Interviewer ") + run("One.")) + paragraph(bold("Kate") + run(" Two, well.")) +
           paragraph(bold("Kate") + run(" Three.")),
       {"Interviewer | One.", "Kate | Two, well.", "Kate | Three."}},
      {"bold in a paragraph of its own",
       paragraph(bold("Interviewer")) + said_line("One.") + paragraph(bold("Kate Shaw")) + said_line("Two.") +
           said_line("Three.") + paragraph(bold("Interviewer")) + said_line("Four.") + paragraph(bold("Kate Shaw")) +
           said_line("Five."),
       {"Interviewer | One.", "Kate Shaw | Two./Three.", "Interviewer | Four.", "Kate Shaw | Five."}},
      {"a label split over runs",
       paragraph(bold("Ka") + bold("te:") + run(" One")) + said_line("Will: Two"),
       {"Kate | One", "Will | Two"}},
      {"bold words inside talk name nobody",
       said_line("R: One") + paragraph(bold("Never") + run(" again.")) + said_line("I1: Two"),
       {"R | One/Never again.", "I1 | Two"}},
      {"a time before the label",
       said_line("[00:01:02] I1: One") + said_line("R: Two"),
       {"I1 62000-62000 | One", "R | Two"}},
      {"a title before the talk",
       paragraph(run("Carer interview"), "<w:pStyle w:val=\"Title\"/>") + said_line("I1: One") + said_line("R: Two"),
       {"matter:  | Carer interview", "I1 | One", "R | Two"}},
      {"nobody", said_line("One.") + said_line("") + said_line("Two."), {" | One.", " | Two."}},
  }));
  CAPTURE(name);
  CHECK(lines_of_body(body) == expected);
}

TEST_CASE("where a style of labels is usual, who speaks once is named too") {
  std::string body;
  for (int i = 0; i < 5; ++i) body += paragraph(bold("Kate") + run(" One.")) + paragraph(bold("Bev") + run(" Two."));
  const Lines lines = lines_of_body(body + paragraph(bold("Will") + run(" Three.")));
  CHECK(lines.size() == 11);
  CHECK(lines.back() == "Will | Three.");
}

TEST_CASE("a table is the head of a transcript or its talk") {
  using reading::table;
  SECTION("a head") {
    CHECK(lines_of_body(table({{"Interviewee", "Kate Shaw"}, {"Date", "12/03/2026"}}) + said_line("I1: One") +
                        said_line("R: Two")) ==
          Lines{"matter:  | Interviewee\tKate Shaw", "matter:  | Date\t12/03/2026", "I1 | One", "R | Two"});
  }
  SECTION("talk in two columns; an empty first cell goes on") {
    CHECK(lines_of_body(table({{"Interviewer", "Shall we begin?"},
                               {"Kate", "Yes, let's."},
                               {"", "I am ready."},
                               {"Interviewer:", "Good."}})) ==
          Lines{"Interviewer | Shall we begin?", "Kate | Yes, let's./I am ready.", "Interviewer | Good."});
  }
  SECTION("talk with times, rows numbered") {
    CHECK(lines_of_body(
              table({{"1", "00:00:01", "I1", "Shall we begin?"}, {"2", "00:00:03", "R", "Yes. I said: yes."}})) ==
          Lines{"I1 1000-1000 | Shall we begin?", "R 3000-3000 | Yes. I said: yes."});
  }
  SECTION("a cell of several paragraphs") {
    CHECK(lines_of_body(table({{"I1", said_line("One.") + said_line("Two.")}, {"R", "Three."}})) ==
          Lines{"I1 | One./Two.", "R | Three."});
  }
  SECTION("talk by the names of its columns, the head nobody's; what stands in others follows as matter") {
    const auto result = read_all(Docx{.body = table({{"No.", "Speaker", "Start", "End", "Spoken text", "Note"},
                                                     {"1", "Kate:", "0:01", "0:03", "Hello", ""},
                                                     {"2", "Will", "0:04", "", "Yes", "laughs"},
                                                     {"3", "", "", "", "well", ""},
                                                     {"No.", "Speaker", "Start", "End", "Spoken text", "Note"},
                                                     {"4", "Kate", "0:09", "", "Good", ""}})}
                                     .bytes());
    CHECK(lines_of(result) == Lines{"matter:  | No.\tSpeaker\tStart\tEnd\tSpoken text\tNote", "Kate 1000-3000 | Hello",
                                    "Will 4000-4000 | Yes", "matter:  | laughs", "Will | well",
                                    "matter:  | No.\tSpeaker\tStart\tEnd\tSpoken text\tNote", "Kate 9000-9000 | Good"});
    CHECK(count_of(result, IssueCode::table_columns) == 1);
  }
  SECTION("a title above the names of columns, and labels within the talk") {
    CHECK(lines_of_body(
              table({{"Interview two"}, {"TIME", "Content"}, {"0:01", "Kate: Hello?"}, {"0:04", "Will: Hi."}})) ==
          Lines{"matter:  | Interview two", "matter:  | TIME\tContent", "Kate 1000-1000 | Hello?",
                "Will 4000-4000 | Hi."});
  }
  SECTION("data, in whatever cells") {
    const auto rows = GENERATE(
        std::vector<std::vector<std::string>>{{"Clerk", "Nefyn"}, {"Clerk", "Trefor"}, {"Smith", "Nefyn"}},
        std::vector<std::vector<std::string>>{{"\u2013", "1.", "a"}, {"\u2013", "2.", "b"}},
        std::vector<std::vector<std::string>>{{"+", "Agrees strongly."}, {"+", "Agrees a little."}},
        std::vector<std::vector<std::string>>{{"Trust", "Who is told what.", "12"}, {"Shame", "Who is not.", "4"}},
        std::vector<std::vector<std::string>>{{"Dresser", "Splits the slate."}, {"Rybelwr", "Has no place yet."}},
        std::vector<std::vector<std::string>>{
            {"Time", "Item", "Room"}, {"10:00", "Welcome", "2"}, {"10:30", "Tea", "3"}});
    Lines expected{"I1 | One", "R | Two"};
    for (const auto& row : rows) {
      std::string line = "matter:  | ";
      for (const std::string& cell : row) line += (&cell == &row.front() ? "" : "\t") + cell;
      expected.push_back(line);
    }
    expected.push_back("I1 | Four");
    CHECK(lines_of_body(said_line("I1: One") + said_line("R: Two") + table(rows) + said_line("I1: Four")) == expected);
  }
  SECTION("a table inside a talk") {
    CHECK(lines_of_body(said_line("I1: One") + said_line("R: Two") + table({{"Item", "4 May"}}) + said_line("three") +
                        said_line("I1: Four")) ==
          Lines{"I1 | One", "R | Two", "matter:  | Item\t4 May", "R | three", "I1 | Four"});
  }
  SECTION("a table in a cell, and nested rows are not rows of the outer one") {
    CHECK(lines_of_body(table({{"Interviewee", table({{"Kate", "Shaw"}}) + said_line("and")}}) + said_line("I1: One") +
                        said_line("R: Two")) == Lines{"matter:  | Interviewee\tKate/Shaw/and", "I1 | One", "R | Two"});
  }
}

TEST_CASE("fields of a head that are known by their company are no talk") {
  CHECK(lines_of_body(said_line("Age: 71") + said_line("Hobbies: Walks. Fishing.") + said_line("Place: Leeds") +
                      said_line("Kate: Where is it?") + said_line("Will: One is here.") +
                      said_line("Will: Two are not.")) ==
        Lines{"matter:  | Age: 71/Hobbies: Walks. Fishing./Place: Leeds", "Kate | Where is it?", "Will | One is here.",
              "Will | Two are not."});
}

TEST_CASE("captions pasted into a document keep their times and lose their numbers") {
  const Lines expected{"Kate 137400-140400 | One/more", "Will 141000-144500 | 12"};
  const std::string two = "00:02:21,000 --&gt; 00:02:24,500";
  CHECK(lines_of_body(said_line("1") + said_line("00:02:17,400 --&gt; 00:02:20,400") + said_line("Kate: One") +
                      said_line("more") + said_line("") + said_line("2") + said_line(two) + said_line("Will: 12")) ==
        expected);
  CHECK(lines_of_body(paragraph(run("1") + "<w:r><w:br/></w:r>" + run("00:02:17.400 --&gt; 00:02:20.400") +
                                "<w:r><w:br/></w:r>" + run("Kate: One") + "<w:r><w:br/></w:r>" + run("more")) +
                      paragraph(run("2") + "<w:r><w:br/></w:r>" + run(two) + "<w:r><w:br/></w:r>" + run("Will: 12"))) ==
        expected);
}

TEST_CASE("a label in bold ends where a word ends") {
  const std::string named = paragraph(bold("Kate") + run(" One.")) + paragraph(bold("Will") + run(" Two."));
  const auto said = GENERATE(table<std::string, std::string>(
      {{"T", "egwen came."}, {"Kate", "\u2019s brother came."}, {"Anne", "-Marie came."}, {"Kat", "e."}}));
  const std::string line = paragraph(bold(std::get<0>(said)) + run(std::get<1>(said)));
  CHECK(lines_of_body(named + line + line + named) ==
        Lines{"Kate | One.",
              "Will | Two./" + std::get<0>(said) + std::get<1>(said) + "/" + std::get<0>(said) + std::get<1>(said),
              "Kate | One.", "Will | Two."});
}

TEST_CASE("what a run holds becomes text or nothing") {
  const auto [name, runs, expected] = GENERATE(table<const char*, std::string, const char*>({
      {"tab and breaks",
       "<w:r>" + text("a") + "<w:tab/>" + text("b") + "<w:br/>" + text("c") + "<w:cr/>" + text("d") + "</w:r>",
       "/a\tb/c/d"},
      {"no-break hyphen", "<w:r>" + text("a") + "<w:noBreakHyphen/>" + text("b") + "</w:r>", "/a\u2011b"},
      {"soft hyphen", "<w:r>" + text("a") + "<w:softHyphen/>" + text("b") + "</w:r>", "/ab"},
      {"symbol", "<w:r>" + text("a") + "<w:sym w:font=\"X\" w:char=\"2019\"/>" + text("b") + "</w:r>", "/a\u2019b"},
      {"a symbol that is none", "<w:r>" + text("a") + "<w:sym w:font=\"X\" w:char=\"D800\"/>" + text("b") + "</w:r>",
       "/ab"},
      {"blanks that do not count", "<w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r>", "/ab"},
      {"an address of a link stays hidden, its text not",
       "<w:hyperlink r:id=\"x\" xmlns:r=\"y\">" + run("a") + "</w:hyperlink>" + run("b"), "/ab"},
      {"a field",
       "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK mailto:x "
       "</w:instrText></w:r>"
       "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
           run("a") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
       "/a"},
      {"a simple field", "<w:fldSimple w:instr=\" DATE \">" + run("a") + "</w:fldSimple>", "/a"},
      {"a content control",
       "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + run("a") + "</w:sdtContent></w:sdt>", "/a"},
      {"an equation", "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>", "/a"},
      {"entities of xml", run("a &amp; b &lt;c&gt; &#8217;"), "/a & b <c> \u2019"},
      {"a line end in xml is a blank", run("a\nb"), "/a b"},
      {"history of properties",
       "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>" + text("a") + "</w:r>", "/a"},
  }));
  CAPTURE(name);
  CHECK(middle(runs) == expected);
}

TEST_CASE("insertions are taken and deletions dropped, each counted with its first place") {
  const std::string inserted = "<w:ins w:author=\"Gosia\">" + run("new ") + "</w:ins>";
  const std::string deleted = "<w:del w:author=\"Gosia\"><w:r><w:delText>Kate </w:delText></w:r></w:del>";
  const std::string moved = "<w:moveFrom>" + run("off ") + "</w:moveFrom><w:moveTo>" + run("on ") + "</w:moveTo>";
  const auto result = read_all(
      Docx{.body = begin + paragraph(run("a ") + inserted + deleted + moved + run("b") + deleted) + ending}.bytes());
  CHECK(lines_of(result) == Lines{"R | One./a new on b", "I1 | End."});
  CHECK(result.issues ==
        std::vector<Issue>{{IssueCode::document_insertions, {2, 0}, 2}, {IssueCode::document_deletions, {2, 0}, 3}});
}

TEST_CASE("a paragraph whose end was deleted goes on with the next") {
  const auto result = read_all(
      Docx{.body = begin + paragraph(run("Kate "), "<w:rPr><w:del/></w:rPr>") + said_line("Shaw") + ending}.bytes());
  CHECK(lines_of(result) == Lines{"R | One./Kate Shaw", "I1 | End."});
  CHECK(count_of(result, IssueCode::document_deletions) == 1);
}

TEST_CASE("a deleted row of a table is dropped") {
  const std::string row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + said_line("x") + "</w:tc></w:tr>";
  const auto result = read_all(Docx{.body = begin + "<w:tbl>" + row + "</w:tbl>" + ending}.bytes());
  CHECK(lines_of(result) == Lines{"R | One.", "I1 | End."});
  CHECK(count_of(result, IssueCode::document_deletions) == 1);
}

TEST_CASE("what stands under a merged cell is dropped and counted, and what begins a table is not") {
  const auto cell = [](const std::string& words, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(run(words)) + "</w:tc>";
  };
  const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
  const std::string down = "<w:vMerge w:val=\"restart\"/>", goes = "<w:vMerge/>", wide = "<w:gridSpan w:val=\"2\"/>";
  const std::string body =
      begin + "<w:tbl>" + row(cell("I1", goes) + cell("One?") + cell("a")) +
      row(cell("R") + cell("Two.", down) + cell("b", "<w:hMerge w:val=\"restart\"/>") + cell("hid", "<w:hMerge/>")) +
      row(cell("I1") + cell("hid", goes)) + row(cell("x", wide) + cell("c", goes)) + "</w:tbl>" + ending;
  const auto result = read_all(Docx{body}.bytes());
  std::string all;
  for (const std::string& line : lines_of(result)) all += line + "/";
  CHECK(all.find("hid") == std::string::npos);
  for (const char* shown : {"One?", "Two.", "b", "x", "c"}) CHECK(all.find(shown) != std::string::npos);
  CHECK(count_of(result, IssueCode::document_hidden_text) == 2);
}

TEST_CASE("hidden text is dropped and counted, also where a style hides it") {
  const std::string styles =
      part_of("w:styles",
              "<w:style w:type=\"character\" w:styleId=\"H\"><w:name "
              "w:val=\"Hidden\"/><w:rPr><w:vanish/></w:rPr></w:style>"
              "<w:style w:type=\"character\" w:styleId=\"H2\"><w:basedOn w:val=\"H\"/></w:style>"
              "<w:style w:type=\"paragraph\" w:styleId=\"H3\"><w:basedOn w:val=\"H\"/><w:rPr><w:vanish "
              "w:val=\"0\"/></w:rPr></w:style>");
  const std::string body = begin +
                           paragraph(run("a") + run("x", "<w:vanish/>") + run("b", "<w:vanish w:val=\"false\"/>") +
                                     run("x", "<w:rStyle w:val=\"H2\"/>")) +
                           paragraph(run("c"), "<w:pStyle w:val=\"H3\"/>") +
                           paragraph(run("x"), "<w:pStyle w:val=\"H\"/>") + ending;
  const auto result = read_all(Docx{body, relation("styles", "styles.xml"), {{"word/styles.xml", styles}}}.bytes());
  CHECK(lines_of(result) == Lines{"R | One./ab/c", "I1 | End."});
  CHECK(result.issues == std::vector<Issue>{{IssueCode::document_hidden_text, {2, 0}, 3}});
}

namespace {

/// A style of a sheet: its type and what it says.
std::string style_of(const std::string& id, const std::string& says, const std::string& type = "paragraph",
                     const std::string& more = "") {
  return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"" + more + ">" + says + "</w:style>";
}
std::string based_on(const std::string& id) { return "<w:basedOn w:val=\"" + id + "\"/>"; }
std::string of_style(const std::string& words, const std::string& style, const std::string& runs = "") {
  return paragraph(run(words, runs), "<w:pStyle w:val=\"" + style + "\"/>");
}
const std::string hides = "<w:rPr><w:vanish/></w:rPr>", shows = "<w:rPr><w:vanish w:val=\"0\"/></w:rPr>";
const std::string is_default = " w:default=\"1\"";

}  // namespace

TEST_CASE("what counts for hidden text is the nearest that says something, wherever it stands in the style sheet") {
  const auto [name, sheet, body, expected,
              count] = GENERATE(table<const char*, std::string, std::string, std::string, std::uint64_t>({
      {"based on a style that is based on a later one",
       style_of("A", based_on("B")) + style_of("B", based_on("C")) + style_of("C", hides), of_style("x", "A"), "", 1},
      {"a style between that shows",
       style_of("A", based_on("B")) + style_of("B", based_on("C") + shows) + style_of("C", hides), of_style("a", "A"),
       "/a", 0},
      {"styles in a circle", style_of("A", based_on("B")) + style_of("B", based_on("A") + hides), of_style("x", "A"),
       "", 1},
      {"a base of another type is none", style_of("A", based_on("C")) + style_of("C", hides, "character"),
       of_style("a", "A"), "/a", 0},
      {"a style that is not there is the default", style_of("N", hides, "paragraph", is_default),
       of_style("x", "Gone") + paragraph(run("x")) + paragraph(run("a", "<w:vanish w:val=\"0\"/>")), "/a", 2},
      {"the default of runs", style_of("D", hides, "character", is_default) + style_of("S", "", "character"),
       paragraph(run("x") + run("a", "<w:rStyle w:val=\"S\"/>")), "/a", 1},
      {"the document's defaults, and a style that shows",
       "<w:docDefaults><w:rPrDefault>" + hides + "</w:rPrDefault></w:docDefaults>" + style_of("S", shows),
       paragraph(run("x")) + of_style("a", "S"), "/a", 1},
      {"a style of tables", style_of("T", hides, "table"),
       "<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr><w:tr><w:tc>" + said_line("x") + "</w:tc></w:tr></w:tbl>",
       "", 1},
      {"a run that says so over a style of runs", style_of("H", hides, "character"),
       paragraph(run("a", "<w:vanish w:val=\"off\"/><w:rStyle w:val=\"H\"/>") + run("x", "<w:rStyle w:val=\"H\"/>")),
       "/a", 1},
      {"a style of runs that shows is no word of the run's own",
       style_of("P", hides) + style_of("S", shows, "character"), of_style("x", "P", "<w:rStyle w:val=\"S\"/>"), "", 1},
      {"a mark of a paragraph that is hidden hides no words", "", paragraph(run("a"), "<w:rPr><w:vanish/></w:rPr>"),
       "/a", 0},
  }));
  CAPTURE(name);
  // The turns round it have a style that shows, whatever the defaults are.
  const auto shown = [](const std::string& line) { return paragraph(run(line, "<w:vanish w:val=\"0\"/>")); };
  const auto result = read_all(Docx{shown("R: One.") + body + shown("I1: End."),
                                    relation("styles", "styles.xml"),
                                    {{"word/styles.xml", part_of("w:styles", sheet)}}}
                                   .bytes());
  CHECK(lines_of(result) == Lines{"R | One." + expected, "I1 | End."});
  CHECK(count_of(result, IssueCode::document_hidden_text) == count);
}

TEST_CASE("text boxes are read once, as matter, and do not break the turn") {
  const std::string box =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" + said_line("In the box") +
      "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + said_line("In the box") +
      "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  const Lines lines = lines_of_body(begin + paragraph(run("a ") + box + run("b")) + ending);
  CHECK(std::count(lines.begin(), lines.end(), "matter:  | In the box") == 1);
  Lines talk = lines;
  std::erase(talk, "matter:  | In the box");
  CHECK(talk.size() <= 3);
  std::string all;
  for (const std::string& line : talk) all += line + "\n";
  CHECK(all.find("a b") != std::string::npos);
}

TEST_CASE("what stands beside the text follows it, each in its part") {
  const std::string notes =
      part_of("w:footnotes", "<w:footnote w:type=\"separator\" w:id=\"0\">" + said_line("---") +
                                 "</w:footnote><w:footnote w:id=\"2\">" + said_line("A note") + "</w:footnote>");
  const std::string endnotes =
      part_of("w:endnotes", "<w:endnote w:id=\"2\">" + said_line("An end note") + "</w:endnote>");
  const std::string comments =
      part_of("w:comments", "<w:comment w:id=\"0\" w:author=\"Gosia Nowak\" w:initials=\"GN\">" +
                                said_line("A comment") + said_line("of two") + "</w:comment>");
  const Docx docx{
      said_line("I1: One") + said_line("R: Two"),
      relation("header", "header1.xml") + relation("comments", "comments.xml") +
          relation("footnotes", "footnotes.xml") + relation("footer", "/word/footer1.xml") +
          relation("endnotes", "endnotes.xml"),
      {{"word/footnotes.xml", notes},
       {"word/endnotes.xml", endnotes},
       {"word/comments.xml", comments},
       {"word/header1.xml", part_of("w:hdr", said_line("Kate Shaw") + said_line(" ") + said_line("12/03/2026"))},
       {"word/footer1.xml", part_of("w:ftr", said_line("Page"))}}};
  const auto result = read_all(docx.bytes());
  CHECK(lines_of(result) == Lines{"I1 | One", "R | Two", "footnote:  | A note", "footnote:  | An end note",
                                  "comment:  | A comment", "comment:  | of two", "header:  | Kate Shaw",
                                  "header:  | 12/03/2026", "footer:  | Page"});
  for (std::size_t i = 0; i < result.utterances.size(); ++i) CHECK(result.utterances[i].number == i);
  CHECK(result.issues == std::vector<Issue>{{IssueCode::document_comments, {1, 0}, 1},
                                            {IssueCode::document_headers_footers, {1, 1}, 3}});
}

TEST_CASE("what a document imports is read where it stands, or told there") {
  const auto [name, part, content, expected, told,
              hidden] = GENERATE(table<const char*, std::string, std::string, Lines, std::uint64_t, std::uint64_t>({
      {"html, wherever it lies",
       "odd/place.bin",
       "<html><head><title>x</title><style>y</style></head><body><p>I1: On<b>e</b>&eacute;</p><div>R: "
       "Two<br>lines</div>"
       "</body></html>",
       {"R | One.", "I1 | One\u00E9", "R | Two/lines", "I1 | End."},
       0,
       0},
      {"html's rows of tables",
       "word/a.html",
       "<table><tr><td><p>I1</p></td><td>One</td></tr><tr><td>R</td><td>Two</td></tr></table><p></p>",
       {"R | One.", "I1 | One", "R | Two", "I1 | End."},
       0,
       0},
      {"html's hidden words",
       "word/a.html",
       "<body><p>a<span style=\"DISPLAY: none\">x</span>b</p><p hidden>x</p></body>",
       {"R | One./ab", "I1 | End."},
       0,
       2},
      {"plain text", "word/a.dat", "I1: One\r\nR: Two\r\n", {"R | One.", "I1 | One", "R | Two", "I1 | End."}, 0, 0},
      {"a document", "word/afchunk.docx", "PK\x03\x04", {"R | One.", "I1 | End."}, 1, 0},
      {"rich text", "word/a.rtf", "{\\rtf1 x}", {"R | One.", "I1 | End."}, 1, 0},
      {"mail", "word/a.mht", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>x</p>", {"R | One.", "I1 | End."}, 1, 0},
      {"a part that is not there", "", "", {"R | One.", "I1 | End."}, 1, 0},
  }));
  CAPTURE(name);
  const std::string related = "<Relationship Id=\"c\" Type=\"x/aFChunk\" Target=\"/" + part + "\"/>";
  Docx docx{.body = begin + "<w:altChunk w:id=\"c\"/>" + ending, .related = related};
  if (!part.empty()) docx.others = {{part, content}};
  const auto result = read_all(docx.bytes());
  CHECK(lines_of(result) == expected);
  CHECK(count_of(result, IssueCode::document_embedded_objects) == told);
  CHECK(count_of(result, IssueCode::document_hidden_text) == hidden);
  for (const Issue& issue : result.issues) {
    if (issue.code == IssueCode::document_embedded_objects) CHECK(issue.at == Position{1, 0});
  }
}

TEST_CASE("an import that no place asks for is told, and an object whatever it is called") {
  const std::string related =
      "<Relationship Id=\"c\" Type=\"x/aFChunk\" Target=\"a.html\"/>"
      "<Relationship Id=\"o\" Type=\"x/oleObject\" Target=\"odd/name.dat\"/>";
  const auto result = read_all(Docx{
      .body = begin + ending, .related = related, .others = {{"word/a.html", "<p>x</p>"}, {"word/odd/name.dat", "x"}}}
                                   .bytes());
  CHECK(count_of(result, IssueCode::document_embedded_objects) == 2);
}

TEST_CASE("what travels in the package is counted") {
  const std::string core =
      "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>Gosia "
      "Nowak</dc:creator><cp:lastModifiedBy>X</cp:lastModifiedBy>"
      "<dc:title></dc:title><cp:revision>4</cp:revision></cp:coreProperties>";
  const Docx docx{
      said_line("I1: One") + said_line("R: Two"),
      relation("hyperlink", "https://example.org", "External") + relation("image", "media/image1.png"),
      {{"word/media/image1.png", "x"},
       {"word/embeddings/sheet.xlsx", "x"},
       {"word/vbaProject.bin", "x"},
       {"docProps/core.xml", core},
       {"docProps/app.xml", "<Properties xmlns=\"e\"><Company>NHS</Company><Pages>3</Pages></Properties>"},
       {"docProps/custom.xml", "<Properties xmlns=\"f\"><property name=\"a\"><x>1</x></property></Properties>"}}};
  CHECK(read_all(docx.bytes()).issues == std::vector<Issue>{{IssueCode::document_pictures, {}, 1},
                                                            {IssueCode::document_embedded_objects, {}, 2},
                                                            {IssueCode::document_external_links, {}, 1},
                                                            {IssueCode::document_author_metadata, {}, 4}});
}

TEST_CASE("a place in a document is a paragraph and a character") {
  const auto result = read_all(Docx{.body = said_line("Title") + said_line("  Zo\u00EB: One") + said_line("") +
                                            paragraph(run("x") + "<w:r><w:br/></w:r>" + run("Will: Two"))}
                                   .bytes());
  REQUIRE(result.utterances.size() == 3);
  CHECK(result.format == "docx");
  CHECK(result.utterances[0].at == Position{1, 1});
  CHECK(result.utterances[1].at == Position{2, 3});
  CHECK(result.utterances[2].at == Position{4, 3});
}
