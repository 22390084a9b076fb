#include "coded/project.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "coded/excerpts.hpp"
#include "coded/written.hpp"
#include "moniker/error.hpp"

namespace moniker {

using namespace moniker::coded;
namespace {

const std::string g1 = "11111111-1111-4111-8111-111111111111", g2 = "22222222-2222-4222-8222-222222222222",
                  g3 = "33333333-3333-4333-8333-333333333333", g4 = "44444444-4444-4444-8444-444444444444";

std::string document(const std::string& inside, const std::string& attributes = "") {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Study\"" +
         attributes + ">" + inside + "</Project>\n";
}

/// A project, with every text exchanged in which `was` stands.
struct Tried {
  std::string bytes;
  MemorySource source;
  Package package;
  XmlTree tree;
  Project project;
  RangeTally ranges{};

  explicit Tried(const std::string& qde, const std::vector<write::ZipPart>& files = {})
      : bytes(packed(qde, files)),
        source(bytes),
        package(source),
        tree(package.read(package.description())),
        project(read_project(tree, package)) {}
  static std::string packed(const std::string& qde, std::vector<write::ZipPart> files) {
    files.insert(files.begin(), {"project.qde", qde});
    return write::zip_package(files);
  }
  std::vector<std::string> texts() const {
    std::vector<std::string> all;
    for (const CodedText& text : project.texts) all.push_back(text.text);
    return all;
  }
  std::vector<write::ZipPart> with(const std::string& was, const std::string& is) {
    Exchanged exchanged;
    for (const CodedText& text : project.texts) {
      Edits& edits = exchanged.edits.emplace_back();
      for (std::size_t at = text.text.find(was); !was.empty() && at != std::string::npos;
           at = text.text.find(was, at + 1))
        edits.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + was.size())}, is});
    }
    const Counting counting = counting_of(project);
    rename_excerpts(project, excerpts(project, counting), exchanged);
    return write_project(tree, package, project, exchanged, counting, ranges);
  }
  std::string qde(const std::string& was = "", const std::string& is = "") { return with(was, is).front().second; }
};

std::string source(const std::string& content, const std::string& selections, const std::string& attributes = "") {
  return "<Sources><TextSource guid=\"" + g1 + "\" name=\"talk\"" + attributes + ">" +
         (content.empty() ? "" : "<PlainTextContent>" + content + "</PlainTextContent>") + selections +
         "</TextSource></Sources>";
}

std::string selection(int begin, int end, const std::string& more = "") {
  return "<PlainTextSelection guid=\"" + g2 + "\" startPosition=\"" + std::to_string(begin) + "\" endPosition=\"" +
         std::to_string(end) + "\"" + more + "/>";
}

}  // namespace

TEST_CASE("a project of which nothing is exchanged stays byte for byte") {
  const std::string qde =
      document("\r\n <Users ><User name='A' guid='{" + g1 + "}'  /></Users>\n<Odd xmlns:x=\"http://x\" x:kind='1'>" +
                   source("a &lt; b &#xD;\n<![CDATA[<raw>]]> \xF0\x9F\x98\x80", selection(2, 3)) +
                   "\t</Odd><Description>x &amp; y</Description>",
               " modifiedDateTime='2026-01-01T00:00:00Z'  unknown=\"kept\"");
  CHECK(Tried(qde).qde() == qde);
}

TEST_CASE("values are searched as readers see them, and written so that they see the same") {
  Tried tried(document("<Sets><Set guid=\"" + g1 +
                       "\" name='Kate&#39;s &quot;own&quot;&#xA;set'/></Sets>"
                       "<Description>Kate &lt;3 <![CDATA[A & B]]></Description>"));
  CHECK(tried.texts() == std::vector<std::string>{"Study", "Kate's \"own\"\nset", "Kate <3 A & B"});
  const std::string qde = tried.qde("Kate", "\"ID\" & 'x'");
  CHECK(qde.find("name='&quot;ID&quot; &amp; &#39;x&#39;&#39;s &quot;own&quot;&#xA;set'") != std::string::npos);
  CHECK(qde.find("<Description>\"ID\" &amp; 'x' &lt;3 A &amp; B</Description>") != std::string::npos);
  CHECK(Tried(qde).texts()[1] == "\"ID\" & 'x''s \"own\"\nset");
}

TEST_CASE("what an attribute may hold decides whether it is a text") {
  const auto [attribute, is_text] = GENERATE(table<std::string, bool>({
      {"guid=\"" + g1 + "\"", false},
      {"creationDateTime=\"2026-01-01T10:00:00Z\"", false},
      {"color=\"#aabbcc\"", false},
      {"guid=\"Kate\"", true},
      {"color=\"Kate\"", true},
      {"page=\"2026-01-01\"", false},
      {"shape=\"Person\"", false},
      {"shape=\"Kate\"", true},
      {"whoever=\"1234567\"", true},
      {"x:name=\"Kate\" xmlns:x=\"urn:x\"", true},
      {"other=\"\"", false},
  }));
  CHECK((Tried(document("<Odd " + attribute + "/>")).project.texts.size() == 2) == is_text);
}

TEST_CASE("ranges move with the words of a text that stands in the project, or in a file of it") {
  const std::string talk = "Hello Kate, so", ranges = selection(6, 10) + selection(0, 8) + selection(12, 14);
  const bool inside = GENERATE(true, false);
  Tried tried(
      document(inside ? source(talk, ranges) : source("", ranges, " plainTextPath=\"internal://" + g3 + ".txt\"")),
      inside ? std::vector<write::ZipPart>{}
             : std::vector<write::ZipPart>{{"Sources/" + g3 + ".txt", "\xEF\xBB\xBF" + talk}});
  const auto parts = tried.with("Kate", "[ID01]");
  const std::string& qde = parts.front().second;
  CHECK(qde.find(selection(6, 12) + selection(0, 12) + selection(14, 16)) != std::string::npos);
  CHECK(tried.ranges.all == 3);
  CHECK(tried.ranges.moved == 3);
  CHECK(tried.ranges.grown == 1);
  CHECK(tried.ranges.outside.empty());
  if (inside) return;
  REQUIRE(parts.size() == 2);
  CHECK(parts[1] == write::ZipPart{"Sources/" + g3 + ".txt", "\xEF\xBB\xBFHello [ID01], so"});
}

TEST_CASE("a range outside of its text ends with it, and is told") {
  Tried tried(document(source("Kate", selection(2, 40) + selection(-3, 1))));
  CHECK(tried.qde("Kate", "[ID01]").find(selection(0, 6) + selection(0, 6)) != std::string::npos);
  CHECK(tried.ranges.outside == std::vector{g2, g2});
  // By one behind the end: it ends with the text, though that is longer now.
  Tried longer(document(source("So Kate", selection(0, 8))));
  CHECK(longer.qde("Kate", "[ID01]").find(selection(0, 9)) != std::string::npos);
}

TEST_CASE("a range that begins with the mark before the text begins with it still") {
  const std::string ranges = selection(0, 5) + selection(6, 10);
  Tried tried(document(source("", ranges, " plainTextPath=\"internal://" + g3 + ".txt\"")),
              {{"sources/" + g3 + ".txt", "\xEF\xBB\xBFKate said."}});
  CHECK(tried.qde("Kate", "[ID01]").find(selection(0, 7) + selection(8, 12)) != std::string::npos);
  CHECK(tried.ranges.outside.empty());
}

TEST_CASE("a range that is called by its words is called by those that it has now") {
  const auto [name, now] = GENERATE(table<std::string, std::string>({
      {"so Kat\xE2\x80\xA6", "so [ID01]\xE2\x80\xA6"},
      {"so Kate said...", "so [ID01] said..."},
      {"so", "so"},
      {"theme Kate", "theme [ID01]"},
      {"so Ka", "so [ID01]"},
      {"so  Kate said ", "so [ID01] said "},
  }));
  Tried tried(document(source("And so Kate said", selection(4, 16, " name=\"" + name + "\""))));
  CHECK(tried.qde("Kate", "[ID01]").find(" name=\"" + now + "\"") != std::string::npos);
}

TEST_CASE("media are left out with all that refers to them") {
  Tried tried(
      document("<Cases><Case guid=\"" + g4 + "\"><SourceRef targetGUID=\"" + g1 + "\"/><SourceRef targetGUID=\"" + g2 +
               "\"/><SelectionRef targetGUID=\"{" + g3 + "}\"/></Case></Cases><Sources><PictureSource guid=\"" + g1 +
               "\" name=\"Kate\"><PictureSelection guid=\"" + g3 + "\"/></PictureSource><TextSource guid=\"" + g2 +
               "\"><PlainTextContent>x</PlainTextContent></TextSource></Sources><Links><Link originGUID=\"" + g3 +
               "\"/></Links><Sets><Set guid=\"" + g4 + "\" name=\"s\"><MemberSource targetGUID=\"" + g1 +
               "\"/></Set></Sets>"),
      {{"sources/a.jpg", "x"}});
  const auto parts = tried.with("", "");
  CHECK(parts.size() == 1);
  CHECK(parts.front().second ==
        document("<Cases><Case guid=\"" + g4 + "\"><SourceRef targetGUID=\"" + g2 +
                 "\"/></Case></Cases><Sources><TextSource guid=\"" + g2 +
                 "\"><PlainTextContent>x</PlainTextContent></TextSource></Sources><Sets><Set guid=\"" + g4 +
                 "\" name=\"s\"></Set></Sets>"));
  CHECK(tried.project.left_out == LeftOut{{"picture", 1}, {"selection", 1}, {"link", 1}, {"file", 1}});
}

TEST_CASE("a project of recordings alone has no sources left") {
  Tried tried(document("<Sources><AudioSource guid=\"" + g1 + "\"/></Sources><Description>d</Description>"));
  CHECK(tried.qde() == document("<Description>d</Description>"));
}

TEST_CASE("the text of a PDF and the transcript of a recording go on as sources of text") {
  Tried pdf(document("<Sources><PDFSource guid=\"" + g1 + "\" path=\"internal://" + g1 +
                     ".pdf\"><PDFSelection guid=\"" + g2 + "\"/><Representation guid=\"" + g3 +
                     "\" name=\"Kate\" plainTextPath=\"internal://" + g3 + ".txt\"><PlainTextSelection guid=\"" + g4 +
                     "\" startPosition=\"5\" endPosition=\"6\"/><NoteRef targetGUID=\"" + g4 +
                     "\"/></Representation><Coding guid=\"" + g4 + "\"/></PDFSource></Sources>"),
            {{"sources/" + g3 + ".txt", "Kate x"}, {"sources/" + g1 + ".pdf", "%PDF"}});
  CHECK(pdf.qde("Kate", "ID") == document("<Sources><TextSource guid=\"" + g1 + "\" plainTextPath=\"internal://" + g3 +
                                          ".txt\"><PlainTextSelection guid=\"" + g4 +
                                          "\" startPosition=\"3\" endPosition=\"4\"/><Coding guid=\"" + g4 +
                                          "\"/><NoteRef targetGUID=\"" + g4 + "\"/></TextSource></Sources>"));
  Tried audio(document("<Sources><AudioSource guid=\"" + g1 + "\" name=\"a\"><Transcript guid=\"" + g2 +
                       "\"><PlainTextContent>Kate x</PlainTextContent><SyncPoint guid=\"" + g3 +
                       "\" position=\"0\"/><SyncPoint guid=\"" + g4 +
                       "\" position=\"4\"/><TranscriptSelection guid=\"" + g2 + "\" fromSyncPoint=\"" + g3 +
                       "\" toSyncPoint=\"" + g4 + "\"></TranscriptSelection></Transcript></AudioSource></Sources>"));
  CHECK(audio.qde("Kate", "ID") ==
        document("<Sources><TextSource guid=\"" + g1 +
                 "\" name=\"a\"><PlainTextContent>ID x</PlainTextContent><PlainTextSelection guid=\"" + g2 +
                 "\" startPosition=\"0\" endPosition=\"2\"></PlainTextSelection></TextSource></Sources>"));
}

TEST_CASE("a range by times where no times are is no range, and no trouble") {
  const std::string qde =
      document(source("Kate", "<TranscriptSelection guid=\"" + g2 + "\" fromSyncPoint=\"" + g3 + "\"/>"));
  Tried tried(qde);
  CHECK(tried.qde() == qde);
  CHECK(tried.ranges.all == 0);
}

TEST_CASE("paths, comments and file names that say something go") {
  Tried tried(document("<!-- Kate --><?kate x?>" + source("", "", " plainTextPath=\"internal://kate.txt\""),
                       " basePath=\"C:\\Users\\Kate\""),
              {{"sources/Kate.txt", "x"}});
  const auto parts = tried.with("", "");
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].second == document(source("", "", " plainTextPath=\"internal://" + g1 + ".txt\"")));
  CHECK(parts[1].first == "sources/" + g1 + ".txt");
}

TEST_CASE("a date or a number that would be exchanged is left out, and its variable stays") {
  Tried tried(document("<Cases><Case guid=\"" + g1 + "\"><VariableValue><VariableRef targetGUID=\"" + g2 +
                       "\"/><DateValue>1967-03-14</DateValue></VariableValue></Case></Cases>"));
  CHECK(tried.project.texts.back().role == Role::value);
  CHECK(tried.qde("1967", "x") ==
        document("<Cases><Case guid=\"" + g1 + "\"><VariableValue><VariableRef targetGUID=\"" + g2 +
                 "\"/></VariableValue></Case></Cases>"));
}

TEST_CASE("what is no project, or not a safe one, is refused") {
  const auto [qde, what] = GENERATE(table<std::string, std::string>({
      {"<Other/>", "is no REFI-QDA project: its project.qde begins otherwise"},
      {"<Project>", "the project.qde of the project is not well-formed"},
      {"<!DOCTYPE Project [<!ENTITY a \"b\">]><Project name=\"&a;\"/>", "declares or uses entities"},
      {"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><Project/>", "is not in UTF-8"},
      {"<Project name=\"\xE9\"/>", "is not in UTF-8"},
  }));
  CHECK_THROWS_WITH(Tried(qde), Catch::Contains(what));
  CHECK_THROWS_WITH(Tried(document(source("", "", " plainTextPath=\"internal://" + g2 + ".txt\"")),
                          {{"sources/" + g2 + ".txt", "\xE9"}}),
                    Catch::Contains("a text of the project is not in UTF-8"));
}

TEST_CASE("a package without one project in it is refused") {
  const std::string empty = write::zip_package({{"a.txt", "x"}});
  const std::string two = write::zip_package({{"a.qde", "<Project/>"}, {"b.qde", "<Project/>"}});
  for (const std::string& bytes : {empty, two, std::string("no zip")}) {
    MemorySource source(bytes);
    CHECK_THROWS_AS(Package(source), Error);
  }
}

}  // namespace moniker
