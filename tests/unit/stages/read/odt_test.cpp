#include <catch2/catch.hpp>

#include "odt_fixture.hpp"
#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

using namespace moniker::read;

namespace {

const std::string styles = odt_style("B", "fo:font-weight=\"bold\"") + odt_style("H", "text:display=\"none\"") +
                           "<style:style style:name=\"B2\" style:family=\"text\" style:parent-style-name=\"B\"/>";

Result read_body(const std::string& body) { return read_all(Odt{.body = body, .styles = styles}.bytes()); }

const std::string first_turn = odt_paragraph("R: One."), last_turn = odt_paragraph("I1: End.");

/// What a paragraph between "R: One." and "I1: End." says.
std::string odt_middle(const std::string& content) {
  const Lines lines = lines_of(read_body(first_turn + odt_paragraph(content) + last_turn));
  if (lines.size() < 2 || lines[1] != "I1 | End." || !lines[0].starts_with("R | One.")) return "other turns";
  return lines[0].substr(std::string("R | One.").size());
}

}  // namespace

TEST_CASE("each way of naming speakers in an OpenDocument text gives turns") {
  const auto [name, body, expected] = GENERATE(table<const char*, std::string, Lines>({
      {"colon",
       odt_paragraph("Kate: One") + odt_paragraph("two") + odt_paragraph("Will: Three"),
       {"Kate | One/two", "Will | Three"}},
      {"tab",
       odt_paragraph("Kate<text:tab/>One") + odt_paragraph("Will<text:tab/>Two") +
           odt_paragraph("Kate<text:tab/>Three") + odt_paragraph("Will<text:tab/>Four"),
       {"Kate | One", "Will | Two", "Kate | Three", "Will | Four"}},
      {"bold, then words",
       odt_paragraph(odt_span("B", "Interviewer ") + "One.") + odt_paragraph(odt_span("B2", "Kate") + " Two.") +
           odt_paragraph(odt_span("B", "Kate") + " Three."),
       {"Interviewer | One.", "Kate | Two.", "Kate | Three."}},
      {"bold paragraphs of their own",
       odt_paragraph("Interviewer", "B") + odt_paragraph("One.") + odt_paragraph("Kate Shaw", "B") +
           odt_paragraph("Two.") + odt_paragraph("Interviewer", "B") + odt_paragraph("Three.") +
           odt_paragraph("Kate Shaw", "B") + odt_paragraph("Four."),
       {"Interviewer | One.", "Kate Shaw | Two.", "Interviewer | Three.", "Kate Shaw | Four."}},
      {"headings",
       "<text:h>I1</text:h>" + odt_paragraph("One.") + "<text:h>R</text:h>" + odt_paragraph("Two.") +
           "<text:h>I1</text:h>" + odt_paragraph("Three.") + "<text:h>R</text:h>" + odt_paragraph("Four."),
       {"I1 | One.", "R | Two.", "I1 | Three.", "R | Four."}},
      {"a list",
       "<text:list><text:list-item>" + odt_paragraph("I1: One") + "</text:list-item><text:list-item>" +
           odt_paragraph("R: Two") + "</text:list-item></text:list>",
       {"I1 | One", "R | Two"}},
      {"a time before the label",
       odt_paragraph("[00:01:02] I1: One") + odt_paragraph("R: Two"),
       {"I1 62000-62000 | One", "R | Two"}},
  }));
  CAPTURE(name);
  const auto result = read_body(body);
  CHECK(result.format == "odt");
  CHECK(lines_of(result) == expected);
}

TEST_CASE("an OpenDocument text in one flat file says what it says as a package, and tells what lies in it") {
  const Odt odt{.body = odt_paragraph("R: One" + odt_span("H", "x") + "<text:s/>two.") + odt_paragraph("I1: End."),
                .styles = styles,
                .pages = "<style:header>" + odt_paragraph("Kate Shaw") + "</style:header>"};
  CHECK(read_all(odt.flat()).format == "fodt");
  CHECK(lines_of(read_all(odt.flat())) == lines_of(read_all(odt.bytes())));
  Odt with = odt;
  with.body += odt_paragraph(
      "<draw:frame><draw:image><office:binary-data>S2F0ZQ==</office:binary-data></draw:image>"
      "<draw:object><office:document><office:body>" +
      odt_paragraph("Kate: x") + "</office:body></office:document></draw:object></draw:frame>");
  const auto result = read_all(with.flat("<dc:creator>Kate Shaw</dc:creator>"));
  CHECK(lines_of(result) == lines_of(read_all(odt.flat())));
  CHECK(count_of(result, IssueCode::document_pictures) == 1);
  CHECK(count_of(result, IssueCode::document_embedded_objects) == 1);
  CHECK(count_of(result, IssueCode::document_author_metadata) == 1);
}

TEST_CASE("a table of talk gives turns") {
  const auto row = [](const std::string& label, const std::string& talk) {
    return "<table:table-row><table:table-cell>" + odt_paragraph(label) + "</table:table-cell><table:table-cell>" +
           odt_paragraph(talk) + "</table:table-cell></table:table-row>";
  };
  const std::string body = "<table:table>" + row("Interviewer", "Shall we begin?") + row("Kate", "Yes, let's.") +
                           row("", "I am ready.") + row("Interviewer", "Good.") + "</table:table>";
  CHECK(lines_of(read_body(body)) ==
        Lines{"Interviewer | Shall we begin?", "Kate | Yes, let's./I am ready.", "Interviewer | Good."});
}

TEST_CASE("what a paragraph of an OpenDocument text holds becomes text or nothing") {
  const auto [name, content, expected] = GENERATE(table<const char*, std::string, const char*>({
      {"white space is one blank", "  a \n\t b<text:s text:c=\"3\"/>c", "/a b   c"},
      {"tab and line break", "a<text:tab/>b<text:line-break/>c", "/a\tb/c"},
      {"a link", "<text:a>a</text:a>b", "/ab"},
      {"fields show words", "on <text:date>12 May</text:date> by <text:creator>Kate</text:creator>",
       "/on 12 May by Kate"},
      {"entities of xml", "a &amp; b &lt;c&gt;", "/a & b <c>"},
      {"hidden words", "a" + odt_span("H", "x") + "b", "/ab"},
      {"a hidden field", "a<text:hidden-text>x</text:hidden-text>b", "/ab"},
      {"a picture's description", "a<draw:frame><svg:title>Kate</svg:title><svg:desc>x</svg:desc></draw:frame>b",
       "/ab"},
  }));
  CAPTURE(name);
  CHECK(odt_middle(content) == expected);
}

TEST_CASE("what stands beside an OpenDocument text follows it, each in its part") {
  const std::string note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>" +
                           odt_paragraph("A note") + "</text:note-body></text:note>";
  const std::string comment = "<office:annotation><dc:creator>Gosia Nowak</dc:creator><dc:date>x</dc:date>" +
                              odt_paragraph("A comment") + "</office:annotation>";
  const auto result =
      read_all(Odt{.body = odt_paragraph("I1: One" + note + " and on") + odt_paragraph("R: Two" + comment),
                   .styles = styles,
                   .pages = "<style:header>" + odt_paragraph("Kate Shaw") + "</style:header><style:footer>" +
                            odt_paragraph("Page") + "</style:footer>"}
                   .bytes());
  Lines lines = lines_of(result);
  REQUIRE(lines.size() == 6);
  CHECK(Lines(lines.begin(), lines.begin() + 2) == Lines{"I1 | One and on", "R | Two"});
  std::sort(lines.begin() + 2, lines.end());
  CHECK(Lines(lines.begin() + 2, lines.end()) ==
        Lines{"comment:  | A comment", "footer:  | Page", "footnote:  | A note", "header:  | Kate Shaw"});
  for (std::size_t i = 0; i < result.utterances.size(); ++i) CHECK(result.utterances[i].number == i);
  CHECK(count_of(result, IssueCode::document_comments) == 1);
  CHECK(count_of(result, IssueCode::document_headers_footers) == 2);
}

TEST_CASE("tracked changes of an OpenDocument text: deletions are dropped, each counted") {
  const std::string changes =
      "<text:tracked-changes><text:changed-region><text:deletion>" + odt_paragraph("Kate") +
      "</text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region>"
      "</text:tracked-changes>";
  const auto result =
      read_body(changes + first_turn + odt_paragraph("a<text:change text:change-id=\"x\"/>b") + last_turn);
  CHECK(lines_of(result) == Lines{"R | One./ab", "I1 | End."});
  CHECK(count_of(result, IssueCode::document_deletions) == 1);
  CHECK(count_of(result, IssueCode::document_insertions) == 1);
}

TEST_CASE("what stands under a merged cell is dropped and counted") {
  const auto cell = [](const std::string& name, const std::string& words) {
    return "<table:" + name + ">" + odt_paragraph(words) + "</table:" + name + ">";
  };
  const auto result =
      read_body(first_turn + "<table:table><table:table-row>" + cell("table-cell", "R") + cell("table-cell", "Two.") +
                "</table:table-row><table:table-row>" + cell("table-cell", "I1") + cell("covered-table-cell", "Kate") +
                "</table:table-row></table:table>" + last_turn);
  for (const std::string& line : lines_of(result)) CHECK(line.find("Kate") == std::string::npos);
  CHECK(count_of(result, IssueCode::document_hidden_text) == 1);
}

TEST_CASE("a hidden section is dropped and counted") {
  const auto result = read_body(first_turn + "<text:section text:display=\"none\">" + odt_paragraph("R: Kate") +
                                "</text:section>" + last_turn);
  CHECK(lines_of(result) == Lines{"R | One.", "I1 | End."});
  CHECK(count_of(result, IssueCode::document_hidden_text) == 1);
}

TEST_CASE("what counts for hidden text of an OpenDocument text is the innermost that says something") {
  const auto family = [](const std::string& name, const std::string& kind, const std::string& says,
                         const std::string& parent = "") {
    return "<style:style style:name=\"" + name + "\" style:family=\"" + kind + "\" style:parent-style-name=\"" +
           parent + "\"><style:text-properties " + says + "/></style:style>";
  };
  const std::string none = "text:display=\"none\"", shown = "text:display=\"true\"";
  const auto [name, sheet, body, expected,
              count] = GENERATE_COPY(table<const char*, std::string, std::string, std::string, std::uint64_t>({
      {"a parent that stands later", family("A", "paragraph", "", "B") + family("B", "paragraph", none),
       odt_paragraph("x", "A"), "", 1},
      {"parents in a circle", family("A", "paragraph", "", "B") + family("B", "paragraph", none, "A"),
       odt_paragraph("x", "A"), "", 1},
      {"one name in two families", family("A", "paragraph", none) + family("A", "text", ""),
       odt_paragraph(odt_span("A", "a")) + odt_paragraph("x", "A"), "/a", 1},
      {"a span that shows", family("P", "paragraph", none) + family("S", "text", shown),
       odt_paragraph("x" + odt_span("S", "a"), "P"), "/a", 1},
      {"a span within a span", family("H", "text", none) + family("S", "text", shown),
       odt_paragraph(odt_span("H", "x" + odt_span("S", "a"))), "/a", 1},
      {"the default of paragraphs",
       "<style:default-style style:family=\"paragraph\"><style:text-properties text:display=\"none\"/>"
       "</style:default-style>" +
           family("S", "paragraph", shown),
       odt_paragraph("x") + odt_paragraph("a", "S"), "/a", 1},
      {"a variable that is not shown", "",
       odt_paragraph("a<text:variable-set text:name=\"v\" text:display=\"none\">x</text:variable-set>"), "/a", 1},
      {"a field that is shown after all", "",
       odt_paragraph("<text:hidden-text text:is-hidden=\"false\">a</text:hidden-text>"), "/a", 0},
      {"a field that hides its paragraph", "",
       odt_paragraph("x<text:hidden-paragraph text:is-hidden=\"true\"/>") +
           odt_paragraph("a<text:hidden-paragraph text:is-hidden=\"false\"/>"),
       "/a", 1},
      {"a section whose condition holds, one whose does not", "",
       "<text:section text:display=\"condition\" text:is-hidden=\"true\">" + odt_paragraph("x") + odt_paragraph("x") +
           "</text:section><text:section text:display=\"condition\" text:is-hidden=\"false\">" + odt_paragraph("a") +
           "</text:section>",
       "/a", 2},
  }));
  CAPTURE(name);
  const std::string seen = family("Z", "paragraph", shown);
  const auto result = read_all(
      Odt{.body = odt_paragraph("R: One.", "Z") + body + odt_paragraph("I1: End.", "Z"), .styles = seen + sheet}
          .bytes());
  CHECK(lines_of(result) == Lines{"R | One." + expected, "I1 | End."});
  CHECK(count_of(result, IssueCode::document_hidden_text) == count);
}

TEST_CASE("a document type that only names itself is passed over, one that declares something is refused") {
  const auto with = [](const std::string& doctype) {
    return Odt{.body = first_turn + last_turn, .doctype = doctype}.bytes();
  };
  CHECK(lines_of(read_all(
            with("<!DOCTYPE office:document-content PUBLIC \"-//O//DTD//EN\" \"http://127.0.0.1:1/a.dtd\">"))) ==
        Lines{"R | One.", "I1 | End."});
  CHECK(refusal_of(with("<!DOCTYPE a [<!ENTITY kate \"x\">]>")).find("declares or uses entities") != std::string::npos);
}

TEST_CASE("what travels in an OpenDocument package is counted") {
  const auto result = read_all(Odt{.body = first_turn + last_turn,
                                   .others = {{"Pictures/1.png", "x"},
                                              {"Object 1/content.xml", "x"},
                                              {"meta.xml", "<meta:initial-creator>Gosia</meta:initial-creator>"}}}
                                   .bytes());
  CHECK(result.issues == std::vector<Issue>{{IssueCode::document_pictures, {}, 1},
                                            {IssueCode::document_embedded_objects, {}, 1},
                                            {IssueCode::document_author_metadata, {}, 1}});
}

TEST_CASE("an OpenDocument text that cannot be read says so") {
  CHECK(refusal_of(Odt{.body = "<text:p>x", .styles = ""}.bytes()).find("text of the .odt") != std::string::npos);
  CHECK(refusal_of(Odt{.body = first_turn, .others = {{"META-INF/manifest.xml", "<encryption-data/>"}}}.bytes())
            .find("password") != std::string::npos);
  CHECK(refusal_of(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}})).find("without a text") !=
        std::string::npos);
}
