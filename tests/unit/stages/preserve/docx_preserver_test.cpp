#include <catch2/catch.hpp>
#include <random>

#include "preserve/docx_proof.hpp"
#include "preserving.hpp"

using namespace preserving;
using reading::bold, reading::Docx, reading::paragraph, reading::part_of, reading::relation, reading::run,
    reading::said_line, reading::table;

using namespace moniker::preserve;
using namespace moniker::prove;
using namespace moniker::read;

namespace {

const Exchanges names{{"Kate Shaw", "[ID04]"}, {"Zo\u00EB", "[PERSON_2]"}, {"Leeds", "[Yorkshire and the Humber]"}};
const Exchanges speakers{{"Kate Shaw", "ID04"}, {"Kate", "ID04"}, {"Interviewer", "INT1"}, {"Will", "ID05"}};

const std::string preserved(const Docx& docx) {
  const auto bytes = keep_in_place(docx.bytes(), names, speakers);
  REQUIRE(bytes);
  return *bytes;
}

std::string body_of(const Docx& docx) { return parts_of(preserved(docx)).at("word/document.xml"); }

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

/// The line in runs cut at random places, some of them formatted.
std::string split_at_random(const std::string& line, std::mt19937& dice) {
  std::string runs;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = std::min(line.size(), at + 1 + dice() % 6);
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) ++end;
    runs += run(line.substr(at, end - at), dice() % 3 == 0 ? "<w:i/>" : "");
    if (dice() % 5 == 0) runs += "<w:bookmarkStart w:id=\"1\" w:name=\"Zxqvleak\"/><w:proofErr w:type=\"spellStart\"/>";
    at = end;
  }
  return paragraph(runs);
}

}  // namespace

TEST_CASE("a name is replaced wherever it is split between runs") {
  const std::string line = "Interviewer: So Kate Shaw came from Leeds, Zo\u00EB said.";
  for (std::size_t at = 1; at < line.size(); ++at) {
    if ((static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) continue;
    CAPTURE(at);
    const std::string split = paragraph(run(line.substr(0, at)) + run(line.substr(at), "<w:b/>"));
    const std::string bytes = Docx{.body = split + said_line("Kate: Yes.") + said_line("Interviewer: Good.")}.bytes();
    const auto out = keep_in_place(bytes, names, speakers);
    REQUIRE(out);
    CHECK(lines_of_talk(*out) == expected_lines(bytes, names, speakers));
  }
}

TEST_CASE("however a document is split into runs, it says what plain rewriting says") {
  const std::string talk[] = {"Interviewer: Where did Kate Shaw go?",
                              "Kate: To Leeds, with Zo\u00EB and Kate Shaw, Kate Shaw!",
                              "[00:01:02] Interviewer: And then?", "Kate: Leeds Leeds.", "More of Leeds."};
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    std::mt19937 dice(seed);
    std::string body;
    for (const std::string& line : talk) body += split_at_random(line, dice);
    const std::string bytes = Docx{.body = body}.bytes();
    const auto out = keep_in_place(bytes, names, speakers);
    REQUIRE(out);
    CHECK(lines_of_talk(*out) == expected_lines(bytes, names, speakers));
    for (const auto& [name, part] : parts_of(*out)) CHECK_FALSE(has(part, "Zxqvleak"));
  }
}

TEST_CASE("the replacement has the formatting of the first run it touches, and what follows keeps its own") {
  const std::string body = body_of(
      {.body = said_line("Interviewer: One") +
               paragraph(run("Kate: met ") + run("Kate", "<w:i/>") + run(" Shaw there", "<w:u w:val=\"single\"/>")) +
               said_line("Interviewer: Two")});
  CHECK(has(body, "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">[ID04]</w:t></w:r>"));
  CHECK(has(body, "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\"> there</w:t></w:r>"));
}

TEST_CASE("layouts of speakers, times and tables survive") {
  const auto [what, body] = GENERATE(table<const char*, std::string>({
      {"tab", paragraph(run("Kate") + "<w:r><w:tab/></w:r>" + run("One")) + said_line("Will\tTwo in Leeds") +
                  said_line("Kate\tThree") + said_line("Will\tFour")},
      {"bold then words", paragraph(bold("Interviewer ") + run("One.")) + paragraph(bold("Kate") + run(" Two, well.")) +
                              paragraph(bold("Kate") + run(" Leeds."))},
      {"bold alone", paragraph(bold("Interviewer")) + said_line("One.") + paragraph(bold("Kate Shaw")) +
                         said_line("Two.") + said_line("Three.") + paragraph(bold("Interviewer")) + said_line("Four.") +
                         paragraph(bold("Kate Shaw")) + said_line("Five.")},
      {"times", said_line("[00:01:02] Interviewer: One") + said_line("[00:01:09] Kate: Two") +
                    said_line("[00:02] Interviewer: Three")},
      {"name and time above", said_line("Interviewer  0:12") + said_line("One") + said_line("Kate Shaw  1:02:03") +
                                  said_line("Two in Leeds") + said_line("Interviewer  1:02:13") + said_line("Three.")},
      {"title", paragraph(run("Talk with Kate Shaw"), "<w:pStyle w:val=\"Title\"/>") + said_line("Interviewer: One") +
                    said_line("Kate: Two")},
      {"table of talk", reading::table({{"Interviewer", "Where from?"},
                                        {"Kate Shaw", "From Leeds."},
                                        {"Interviewer", "I see."},
                                        {"Kate Shaw", "Yes, Leeds."}})},
      {"table with times", reading::table({{"00:00:01", "Interviewer", "Where from?"},
                                           {"00:00:04", "Kate Shaw", "From Leeds."},
                                           {"00:00:08", "Interviewer", "I see."}})},
      {"table of matter",
       reading::table({{"Date of interview", "4 March"}, {"Place", "Leeds"}, {"Participant", "Kate Shaw"}}) +
           said_line("Interviewer: One") + said_line("Kate: Two")},
      {"line breaks", said_line("Interviewer: One") +
                          paragraph(run("Kate: Two ") + "<w:r><w:br/></w:r>" + run("Leeds")) +
                          said_line("Interviewer: Three")},
      {"nobody named", said_line("One with Kate Shaw.") + said_line("") + said_line("Two.")},
      {"insertions, links and fields",
       said_line("Interviewer: One") +
           paragraph(run("Kate: ") + "<w:ins w:author=\"Zxqvleak\">" + run("Leeds") +
                     "</w:ins><w:hyperlink r:id=\"x\" xmlns:r=\"urn:r\">" + run(" link") +
                     "</w:hyperlink><w:fldSimple w:instr=\"MERGEFIELD Zxqvleak\">" + run(" field") + "</w:fldSimple>") +
           said_line("Interviewer: Two")},
      {"text box", said_line("Interviewer: One") +
                       paragraph(run("Kate: Two") +
                                 "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" +
                                 said_line("Box of Kate Shaw") +
                                 "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
                                 said_line("Box of Kate Shaw") +
                                 "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>") +
                       said_line("Interviewer: End.")},
      {"equation", said_line("Interviewer: One") +
                       paragraph(run("Kate: is ") + "<m:oMath><m:r><m:t>x+Leeds</m:t></m:r></m:oMath>") +
                       said_line("Interviewer: Two")},
  }));
  CAPTURE(what);
  const std::string bytes = Docx{.body = body}.bytes();
  const auto out = keep_in_place(bytes, names, speakers);
  REQUIRE(out);
  CHECK(lines_of_talk(*out) == expected_lines(bytes, names, speakers));
}

namespace {

/// A document that has something to say in every place where one can.
Docx full_of_canaries() {
  const std::string leak = "Zxqvleak";
  const std::string shut = "<w:r><w:rPr><w:vanish/></w:rPr>" + reading::text(leak) + "</w:r>";
  const std::string body =
      paragraph(run("Interviewer: One ") + shut + "<w:del w:author=\"" + leak + "\"><w:r><w:delText>" + leak +
                    "</w:delText></w:r></w:del>",
                "<w:pStyle w:val=\"" + leak + "\"/><w:jc w:val=\"" + leak +
                    "\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") +
      "<w:p w:rsidR=\"" + leak + "\" w:" + leak + "=\"" + leak + "\"><w:bookmarkStart w:id=\"0\" w:name=\"" + leak +
      "\"/>" + "<w:r><w:rPr><w:rStyle w:val=\"" + leak + "\"/><w:rFonts w:ascii=\"" + leak + "\"/><w:lang w:val=\"" +
      leak + "\"/></w:rPr>" + reading::text("Kate: Two in Leeds") + "</w:r>" +
      "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK \"http://" + leak +
      "\"</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>" + "<w:sdt><w:sdtPr><w:alias w:val=\"" + leak +
      "\"/><w:tag w:val=\"" + leak + "\"/></w:sdtPr><w:sdtContent>" + run(", well") + "</w:sdtContent></w:sdt>" +
      "<w:smartTag w:uri=\"" + leak + "\" w:element=\"" + leak + "\">" + run(" then") + "</w:smartTag>" +
      "<w:r><w:drawing><wp:docPr xmlns:wp=\"urn:wp\" id=\"1\" name=\"" + leak + "\" descr=\"" + leak +
      "\"/><a:blip embed=\"rId9\"/></w:drawing></w:r>" + "<w:r><w:object><o:OLEObject xmlns:o=\"urn:o\" ProgID=\"" +
      leak + "\"/></w:object></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>" +
      "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" + "<w:altChunk r:id=\"rId8\" xmlns:r=\"urn:r\"/><w:" + leak +
      "/><!-- " + leak + " --><?" + leak + " " + leak + "?>" + said_line("Interviewer: Three") +
      said_line("Kate: Four");
  const std::string styles =
      "<w:latentStyles><w:lsdException w:name=\"" + leak +
      "\"/></w:latentStyles>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"" +
      leak + "\"><w:name w:val=\"" + leak + "\"/><w:aliases w:val=\"" + leak +
      "\"/><w:basedOn w:val=\"Normal\"/><w:rsid w:val=\"" + leak +
      "\"/><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:style>";
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:nsid w:val=\"" + leak + "\"/><w:name w:val=\"" + leak +
      "\"/><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"" + leak +
      " %1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  const std::string notes = "<w:footnote w:type=\"separator\" w:id=\"-1\">" + said_line(leak) +
                            "</w:footnote><w:footnote w:id=\"2\">" + said_line("She is Kate Shaw.") + "</w:footnote>";
  const std::string theirs = "<Properties><x>" + leak + "</x></Properties>";
  return {
      .body = body,
      .related = relation("styles", "styles.xml") + relation("numbering", "numbering.xml") +
                 relation("footnotes", "footnotes.xml") + relation("comments", "comments.xml") +
                 relation("header", "header1.xml") + relation("footer", "footer1.xml") +
                 relation("settings", "settings.xml") + relation("hyperlink", "http://" + leak, "External"),
      .others = {{"word/styles.xml", part_of("w:styles", styles)},
                 {"word/numbering.xml", part_of("w:numbering", numbering)},
                 {"word/footnotes.xml", part_of("w:footnotes", notes)},
                 {"word/comments.xml", part_of("w:comments", "<w:comment w:id=\"0\" w:author=\"" + leak + "\">" +
                                                                 said_line(leak) + "</w:comment>")},
                 {"word/header1.xml", part_of("w:hdr", said_line(leak))},
                 {"word/footer1.xml", part_of("w:ftr", said_line(leak))},
                 {"word/settings.xml", part_of("w:settings", "<w:rsids><w:rsid w:val=\"" + leak + "\"/></w:rsids>")},
                 {"word/people.xml", theirs},
                 {"word/commentsExtended.xml", theirs},
                 {"word/webSettings.xml", theirs},
                 {"word/fontTable.xml", theirs},
                 {"word/theme/theme1.xml", theirs},
                 {"word/glossary/document.xml", theirs},
                 {"word/media/image1.png", leak},
                 {"word/embeddings/oleObject1.bin", leak},
                 {"word/afchunk1.htm", leak},
                 {"word/vbaProject.bin", leak},
                 {"docProps/core.xml", theirs},
                 {"docProps/app.xml", theirs},
                 {"docProps/custom.xml", theirs},
                 {"docProps/thumbnail.jpeg", leak},
                 {"customXml/item1.xml", theirs},
                 {"word/" + leak + ".xml", theirs},
                 {leak, leak}}};
}

}  // namespace

TEST_CASE("nothing that was not read, replaced and proved is in any part") {
  const Docx docx = full_of_canaries();
  std::size_t planted = 0;
  for (const auto& [name, part] : parts_of(docx.bytes())) planted += has(part, "Zxqvleak");
  REQUIRE(planted > 20);
  const auto parts = parts_of(preserved(docx));
  for (const auto& [name, part] : parts) {
    CAPTURE(name);
    for (const char* word : {"Zxqvleak", "zxqvleak", "Leeds", "Kate", "Shaw", "http://Z", "rsid", "author"}) {
      CHECK_FALSE(has(part, word));
      CHECK_FALSE(has(name, word));
    }
  }
  CHECK(parts.size() == 8);
  CHECK(has(parts.at("word/numbering.xml"), "<w:lvlText w:val=\" %1.\"/>"));
  CHECK(has(parts.at("word/document.xml"), "<w:numId w:val=\"1\"/>"));
  CHECK(has(parts.at("word/document.xml"), "<w:footnoteReference w:id=\"2\"/>"));
  CHECK(has(parts.at("word/footnotes.xml"), "She is [ID04]."));
  CHECK(has(parts.at("word/styles.xml"), "<w:spacing w:after=\"120\"/>"));
}

TEST_CASE("what is planted behind the writer's back is not proved") {
  const Docx docx{.body = said_line("Interviewer: One") + said_line("Kate: Two") + said_line("Interviewer: Three")};
  PreservedTruth truth{
      .utterances = {{.speaker = "INT1", .text = "One"}, {.number = 1, .speaker = "ID04", .text = "Two"}},
      .words = "INT1:OneID04:Two",
      .replaced = {"Kate Shaw"},
      .by = {"[ID04]"}};
  const Prover prover({{.text = "Kate Shaw"}});
  const auto package = [&](const std::string& body, const std::string& style, const std::string& extra) {
    std::vector<std::pair<std::string, std::string>> parts = {
        {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"_rels/.rels", reading::relations(relation("officeDocument", "word/document.xml"))},
        {"word/document.xml",
         part_of("w:document", "<w:body>" + said_line("INT1: One") + said_line("ID04: Two") + body + "</w:body>")},
        {"word/styles.xml", part_of("w:styles", style)}};
    if (!extra.empty()) parts.emplace_back(extra, "x");
    return reading::zip_of(parts);
  };
  CHECK_FALSE(unproved(package("", "", ""), truth, prover, test::english()));
  const auto why = [&](const std::string& body) {
    return unproved(package(body, "", ""), truth, prover, test::english()).value().code;
  };
  CHECK(why(said_line("More")) == IssueCode::docx_reads_otherwise);
  CHECK(why(run("Kate", "<w:vanish/>")) == IssueCode::docx_loose_words);
  CHECK(unproved(package("<w:p><w:r><w:delText>Kate</w:delText></w:r></w:p>", "", ""), truth, prover, test::english()));
  CHECK(unproved(package("<w:p w:rsidR=\"00AB12CD\"/>", "", ""), truth, prover, test::english()));
  CHECK(unproved(package("<w:bookmarkStart w:name=\"Kate\"/>", "", ""), truth, prover, test::english()));
  CHECK(unproved(package("", "<w:style w:styleId=\"Kate\"/>", ""), truth, prover, test::english()));
  CHECK(unproved(package("", "", "word/media/image1.png"), truth, prover, test::english()));
  CHECK(unproved(package("", "", "docProps/core.xml"), truth, prover, test::english()));
  CHECK(unproved("no package", truth, prover, test::english()));
  truth.utterances.back().text = "Kate Shaw";
  CHECK(unproved(package("", "", ""), truth, prover, test::english()));
}

TEST_CASE("a document whose other parts are broken is not preserved, and stops nothing else") {
  const Docx docx{.body = said_line("Interviewer: One") + said_line("Kate: Two") + said_line("Interviewer: Three"),
                  .related = relation("numbering", "numbering.xml"),
                  .others = {{"word/numbering.xml", "<w:numbering"}}};
  const std::string bytes = docx.bytes();
  MemorySource source(bytes);
  const moniker::ZipPackage package(source);
  DocxPreserver preserver(package, moniker::test::english());
  for (const auto& utterance : reading::read_all(bytes).utterances)
    preserver.take(utterance, rewritten(utterance, names, speakers));
  CHECK_FALSE(preserver.finish(Prover({})));
  CHECK(preserver.why().code == moniker::IssueCode::docx_broken_part);
}

TEST_CASE("what a document's look depends on stays") {
  const Docx docx{
      .body =
          paragraph(run("Interviewer: One", "<w:rFonts w:asciiTheme=\"majorHAnsi\" w:hAnsiTheme=\"majorHAnsi\"/>"),
                    "<w:pStyle w:val=\"berschrift1\"/>") +
          paragraph(run("Kate: Two ") + "<w:r><w:br w:type=\"page\"/></w:r>" + run("Leeds")) +
          said_line("Interviewer: Three") +
          "<w:tbl><w:tblPr><w:tblCellMar><w:left w:w=\"28\" "
          "w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc><w:tcPr>"
          "<w:gridSpan w:val=\"2\"/></w:tcPr>" +
          said_line("A cell") + "</w:tc></w:tr></w:tbl>",
      .related = relation("styles", "styles.xml") + relation("theme", "theme/theme1.xml"),
      .others = {
          {"word/styles.xml",
           part_of("w:styles",
                   "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"Heading 1\"/></w:style>"
                   "<w:style w:type=\"character\" w:styleId=\"K\"><w:name w:val=\"heading of Kate\"/></w:style>")},
          {"word/theme/theme1.xml",
           part_of("a:theme",
                   "<a:majorFont><a:latin typeface=\"Georgia\"/></a:majorFont><a:minorFont><a:latin "
                   "typeface=\"Zxqvleak\"/></a:minorFont>")}}};
  const auto parts = parts_of(preserved(docx));
  const std::string& body = parts.at("word/document.xml");
  for (const char* piece :
       {"<w:pStyle w:val=\"Heading1\"/>", "<w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\"/>",
        "<w:br w:type=\"page\"/>", "<w:tblCellMar><w:left w:w=\"28\" w:type=\"dxa\"/></w:tblCellMar>",
        "<w:gridSpan w:val=\"2\"/>", "<w:gridCol w:w=\"900\"/>"}) {
    CAPTURE(piece);
    CHECK(has(body, piece));
  }
  CHECK(has(parts.at("word/styles.xml"), "w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"));
  CHECK(has(parts.at("word/styles.xml"), "w:styleId=\"Style2\"><w:name w:val=\"heading style 2\"/>"));
}

TEST_CASE("a time alone on its line is written anew, and what is replaced twice alone on its line is no label") {
  const auto lines = [](const std::string& time, const std::string& who, const std::string& what) {
    return paragraph("<w:r><w:t>" + time + "</w:t><w:br/><w:t>" + who + "</w:t><w:br/><w:t>" + what + "</w:t></w:r>");
  };
  const std::string meeting = body_of({.body = lines("0:0:0.0 --&gt; 0:0:1.510", "Kate Shaw", "In Leeds.") +
                                               lines("0:0:3.270 --&gt; 0:0:4.250", "Will", "Umm.") +
                                               lines("0:0:5.0 --&gt; 0:0:6.100", "Kate Shaw", "And then?")});
  CHECK(has(meeting, "00:00:03.270 - 00:00:04.250"));
  const Exchanges addresses{{"http://www.example.org/", "[URL_1]"}};
  const std::string twice = said_line("http://www.example.org/") + said_line("http://www.example.org/");
  CHECK(keep_in_place(Docx{.body = twice}.bytes(), addresses, speakers));
  CHECK(keep_in_place(Docx{.body = said_line("Kate: See") + twice + said_line("Will: Yes.") + twice}.bytes(), addresses,
                      speakers));
}

TEST_CASE("why a document is not kept in place is told with the paragraph") {
  const std::string related = "<Relationship Id=\"c\" Type=\"x/aFChunk\" Target=\"a.html\"/>";
  const std::string bytes = Docx{.body = said_line("Kate: One") + "<w:altChunk w:id=\"c\"/>" + said_line("Will: Two"),
                                 .related = related,
                                 .others = {{"word/a.html", "<p>Kate: Three</p>"}}}
                                .bytes();
  MemorySource source(bytes);
  const moniker::ZipPackage package(source);
  DocxPreserver preserver(package, moniker::test::english());
  for (const auto& utterance : reading::read_all(bytes).utterances)
    preserver.take(utterance, rewritten(utterance, {}, speakers));
  CHECK_FALSE(preserver.finish(Prover({})));
  CHECK(preserver.why() == moniker::Issue{moniker::IssueCode::docx_imported, {1, 0}, 1});
}

TEST_CASE("of a deleted row not even a time stays") {
  const std::string deleted = "<w:tr><w:trPr><w:del w:author=\"x\"/></w:trPr><w:tc>" + said_line("Kate Shaw") +
                              "</w:tc><w:tc>" + said_line("At 11:12:13, Zxqvleak: yes") + "</w:tc></w:tr>";
  std::string body = reading::table({{"Interviewer", "Where from?"},
                                     {"Kate Shaw", "From Leeds."},
                                     {"Interviewer", "I see."},
                                     {"Kate Shaw", "Yes, Leeds."}});
  body.insert(body.find("</w:tbl>"), deleted);
  const std::string out = body_of({.body = body + said_line("")});
  CHECK_FALSE(has(out, "11:12:13"));
  CHECK_FALSE(has(out, "Zxqvleak"));
}
