#include <catch2/catch.hpp>
#include <random>

#include "preserving.hpp"

using namespace preserving;
using reading::bold, reading::Docx, reading::paragraph, reading::part_of, reading::relation, reading::run, reading::table, reading::words;

namespace {

const Exchanges names{{"Kate Shaw", "[ID04]"}, {"Zo\u00EB", "[PERSON_2]"}, {"Leeds", "[Yorkshire and the Humber]"}};
const Exchanges speakers{{"Kate Shaw", "ID04"}, {"Kate", "ID04"}, {"Interviewer", "INT1"}, {"Will", "ID05"}};

const std::string preserved(const Docx& docx) {
  const auto bytes = preserve(docx.bytes(), names, speakers);
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
    const std::string bytes = Docx{.body = split + words("Kate: Yes.") + words("Interviewer: Good.")}.bytes();
    const auto out = preserve(bytes, names, speakers);
    REQUIRE(out);
    CHECK(lines_of(*out) == expected_lines(bytes, names, speakers));
  }
}

TEST_CASE("however a document is split into runs, it says what plain rewriting says") {
  const std::string talk[] = {"Interviewer: Where did Kate Shaw go?", "Kate: To Leeds, with Zo\u00EB and Kate Shaw, Kate Shaw!",
                              "[00:01:02] Interviewer: And then?", "Kate: Leeds Leeds.", "More of Leeds."};
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    std::mt19937 dice(seed);
    std::string body;
    for (const std::string& line : talk) body += split_at_random(line, dice);
    const std::string bytes = Docx{.body = body}.bytes();
    const auto out = preserve(bytes, names, speakers);
    REQUIRE(out);
    CHECK(lines_of(*out) == expected_lines(bytes, names, speakers));
    for (const auto& [name, part] : parts_of(*out)) CHECK_FALSE(has(part, "Zxqvleak"));
  }
}

TEST_CASE("the replacement has the formatting of the first run it touches, and what follows keeps its own") {
  const std::string body = body_of({.body = words("Interviewer: One") +
                                            paragraph(run("Kate: met ") + run("Kate", "<w:i/>") + run(" Shaw there", "<w:u w:val=\"single\"/>")) + words("Interviewer: Two")});
  CHECK(has(body, "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">[ID04]</w:t></w:r>"));
  CHECK(has(body, "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\"> there</w:t></w:r>"));
}

TEST_CASE("layouts of speakers, times and tables survive") {
  const auto [what, body] = GENERATE(table<const char*, std::string>({
      {"tab", paragraph(run("Kate") + "<w:r><w:tab/></w:r>" + run("One")) + words("Will\tTwo in Leeds") + words("Kate\tThree") + words("Will\tFour")},
      {"bold then words", paragraph(bold("Interviewer ") + run("One.")) + paragraph(bold("Kate") + run(" Two, well.")) + paragraph(bold("Kate") + run(" Leeds."))},
      {"bold alone", paragraph(bold("Interviewer")) + words("One.") + paragraph(bold("Kate Shaw")) + words("Two.") + words("Three.") +
                         paragraph(bold("Interviewer")) + words("Four.") + paragraph(bold("Kate Shaw")) + words("Five.")},
      {"times", words("[00:01:02] Interviewer: One") + words("[00:01:09] Kate: Two") + words("[00:02] Interviewer: Three")},
      {"name and time above", words("Interviewer  0:12") + words("One") + words("Kate Shaw  1:02:03") + words("Two in Leeds") + words("Interviewer  1:02:13") + words("Three.")},
      {"title", paragraph(run("Talk with Kate Shaw"), "<w:pStyle w:val=\"Title\"/>") + words("Interviewer: One") + words("Kate: Two")},
      {"table of talk", reading::table({{"Interviewer", "Where from?"}, {"Kate Shaw", "From Leeds."}, {"Interviewer", "I see."}, {"Kate Shaw", "Yes, Leeds."}})},
      {"table with times", reading::table({{"00:00:01", "Interviewer", "Where from?"}, {"00:00:04", "Kate Shaw", "From Leeds."}, {"00:00:08", "Interviewer", "I see."}})},
      {"table of matter", reading::table({{"Date of interview", "4 March"}, {"Place", "Leeds"}, {"Participant", "Kate Shaw"}}) + words("Interviewer: One") + words("Kate: Two")},
      {"line breaks", words("Interviewer: One") + paragraph(run("Kate: Two ") + "<w:r><w:br/></w:r>" + run("Leeds")) + words("Interviewer: Three")},
      {"nobody named", words("One with Kate Shaw.") + words("") + words("Two.")},
      {"insertions, links and fields", words("Interviewer: One") + paragraph(run("Kate: ") + "<w:ins w:author=\"Zxqvleak\">" + run("Leeds") + "</w:ins><w:hyperlink r:id=\"x\" xmlns:r=\"urn:r\">" + run(" link") +
                         "</w:hyperlink><w:fldSimple w:instr=\"MERGEFIELD Zxqvleak\">" + run(" field") + "</w:fldSimple>") + words("Interviewer: Two")},
      {"text box", words("Interviewer: One") + paragraph(run("Kate: Two") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" + words("Box of Kate Shaw") +
                         "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + words("Box of Kate Shaw") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>") + words("Interviewer: End.")},
      {"equation", words("Interviewer: One") + paragraph(run("Kate: is ") + "<m:oMath><m:r><m:t>x+Leeds</m:t></m:r></m:oMath>") + words("Interviewer: Two")},
  }));
  CAPTURE(what);
  const std::string bytes = Docx{.body = body}.bytes();
  const auto out = preserve(bytes, names, speakers);
  REQUIRE(out);
  CHECK(lines_of(*out) == expected_lines(bytes, names, speakers));
}
