#include <libxml/parser.h>
#include <libxml/tree.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "base/zip_package.hpp"
#include "export/exporters.hpp"
#include "export/guid.hpp"
#include "export/plain_text.hpp"
#include "moniker/error.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

/// A focus group and an interview with letters beyond the first plane, two paragraphs in a turn, times and
/// none.
ExportedStudy made_study() {
  ExportedStudy study{.title = "Caring & \"rest\"", .space = "age1x\n", .columns = {"role", "age", "seen"}};
  study.people = {
      {"ID01", {"Carer", "50-59", "2026-01-02"}}, {"ID02", {"Patient", "", "2026-01-03"}}, {"INT1", {"", "", ""}}};
  study.transcripts = {
      parse_marked("{\"transcript\":\"T01\",\"marked\":1}\n"
                   "{\"n\":0,\"speaker\":\"\",\"start\":null,\"end\":null,\"part\":\"matter\",\"text\":"
                   "\"Group one\",\"marks\":[]}\n"
                   "{\"n\":1,\"speaker\":\"ID01\",\"start\":1000,\"end\":2500,\"part\":\"talk\",\"text\":"
                   "\"\U0001F600 Zo\u00EB\\nsaw "
                   "[PERSON_1].\",\"marks\":[{\"begin\":10,\"end\":20,\"label\":\"PERSON\",\"subtype\":\"\","
                   "\"entity\":\"PERSON_1\"}]}\n"
                   "{\"n\":2,\"speaker\":\"ID02\",\"start\":2500,\"end\":62300,\"part\":\"talk\",\"text\":\"#"
                   "TEXT on [WARD] & "
                   "<b>\",\"marks\":[{\"begin\":9,\"end\":15,\"label\":\"ORG\",\"subtype\":\"ward\","
                   "\"entity\":\"\"}]}\n"),
      parse_marked("{\"transcript\":\"T02\",\"marked\":1}\n"
                   "{\"n\":0,\"speaker\":\"INT1\",\"start\":null,\"end\":null,\"part\":\"talk\",\"text\":"
                   "\"Hello [ID01]\",\"marks\":["
                   "{\"begin\":6,\"end\":12,\"label\":\"PERSON\",\"subtype\":\"\",\"entity\":\"ID01\"}]}\n"
                   "{\"n\":1,\"speaker\":\"ID01\",\"start\":null,\"end\":null,\"part\":\"talk\",\"text\":"
                   "\"Yes.\",\"marks\":[]}\n")};
  return study;
}

std::map<std::string, std::string> files_of(const char* name) {
  std::map<std::string, std::string> files;
  for (ExportFile& file : exporter_named(name).files(made_study())) files[file.path] = std::move(file.bytes);
  return files;
}

std::map<std::string, std::string> unpacked(const std::string& bytes) {
  MemorySource source(bytes);
  const ZipPackage package(source);
  std::map<std::string, std::string> parts;
  for (const std::string& name : package.names()) parts[name] = read_all(*package.open(name), 1 << 20);
  return parts;
}

/// Elements of a document with their attributes, front to back.
struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
};
void collect(const xmlNode* node, std::vector<Element>& into) {
  for (; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    Element element{reinterpret_cast<const char*>(node->name), {}};
    for (const xmlAttr* a = node->properties; a; a = a->next) {
      element.attributes[reinterpret_cast<const char*>(a->name)] = reinterpret_cast<const char*>(a->children->content);
    }
    into.push_back(std::move(element));
    collect(node->children, into);
  }
}
std::vector<Element> elements_of(const std::string& xml) {
  xmlDoc* document = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET);
  REQUIRE(document);
  std::vector<Element> elements;
  collect(xmlDocGetRootElement(document), elements);
  xmlFreeDoc(document);
  return elements;
}

std::string stretch(const std::string& text, std::uint64_t begin, std::uint64_t end) {
  std::string out;
  std::uint64_t at = 0;
  for (std::size_t byte = 0; byte < text.size(); ++at) {
    const std::size_t length = code_point_at(text, byte).length;
    if (at >= begin && at < end) out.append(text, byte, length);
    byte += length;
  }
  return out;
}

}  // namespace

TEST_CASE("a project's coded ranges are what they say, counted in code points") {
  const auto files = files_of("refi-qda");
  const auto parts = unpacked(files.at("study.qdpx"));
  const auto elements = elements_of(parts.at("project.qde"));
  std::map<std::string, std::string> codes;
  std::string text;
  std::vector<std::string> coded;
  std::string selection;
  for (const Element& e : elements) {
    if (e.name == "Code") codes[e.attributes.at("guid")] = e.attributes.at("name");
    if (e.name == "TextSource") {
      const std::string path = e.attributes.at("plainTextPath");
      REQUIRE(path.starts_with("internal://"));
      text = parts.at("sources/" + path.substr(11));
    }
    if (e.name == "PlainTextSelection") {
      selection =
          e.attributes.at("name") + " | " +
          stretch(text, std::stoull(e.attributes.at("startPosition")), std::stoull(e.attributes.at("endPosition")));
    }
    if (e.name == "CodeRef") coded.push_back(codes.at(e.attributes.at("targetGUID")) + " | " + selection);
  }
  CHECK(coded == std::vector<std::string>{"ID01 | ID01 | ID01: \U0001F600 Zo\u00EB saw [PERSON_1].",
                                          "ID02 | ID02 | ID02: #TEXT on [WARD] & <b>", "PERSON | PERSON_1 | [PERSON_1]",
                                          "ward | ORG | [WARD]", "INT1 | INT1 | INT1: Hello [ID01]",
                                          "ID01 | ID01 | ID01: Yes.", "PERSON | ID01 | [ID01]"});
}

TEST_CASE("a project is closed: identifiers are unique, and every reference has its target") {
  const auto elements = elements_of(unpacked(files_of("refi-qda").at("study.qdpx")).at("project.qde"));
  std::set<std::string> guids;
  std::vector<std::string> targets;
  std::map<std::string, int> counts;
  for (const Element& e : elements) {
    ++counts[e.name];
    if (e.attributes.contains("guid")) CHECK(guids.insert(e.attributes.at("guid")).second);
    if (e.attributes.contains("targetGUID")) targets.push_back(e.attributes.at("targetGUID"));
    CHECK_FALSE(e.attributes.contains("currentPath"));
  }
  for (const std::string& target : targets) CHECK(guids.contains(target));
  CHECK(counts["Case"] == 3);
  CHECK(counts["Set"] == 2);
  CHECK(counts["Variable"] == 3);
  CHECK(counts["DateValue"] == 2);
  CHECK(counts["VariableValue"] == 5);  // nothing for what is not known
  CHECK(counts["SelectionRef"] == 4);
}

TEST_CASE("a project's texts have neither a mark nor a carriage return, and lie flat") {
  for (const auto& [name, bytes] : unpacked(files_of("refi-qda").at("study.qdpx"))) {
    CAPTURE(name);
    CHECK((name == "project.qde" || (name.starts_with("sources/") && name.find('/', 8) == std::string::npos)));
    CHECK_FALSE(bytes.starts_with("\xEF\xBB\xBF"));
    CHECK(bytes.find('\r') == std::string::npos);
  }
}

TEST_CASE("the codebook alone has the project's codes") {
  const auto files = files_of("refi-qda");
  std::vector<std::string> alone, within;
  for (const Element& e : elements_of(files.at("codebook.qdc"))) {
    if (e.name == "Code") alone.push_back(e.attributes.at("guid") + e.attributes.at("name"));
  }
  for (const Element& e : elements_of(unpacked(files.at("study.qdpx")).at("project.qde"))) {
    if (e.name == "Code") within.push_back(e.attributes.at("guid") + e.attributes.at("name"));
  }
  CHECK(alone == within);
  CHECK(alone.size() == 8);
}

TEST_CASE("MAXQDA's and ATLAS.ti's texts name speakers and times as their imports want them") {
  auto files = files_of("maxqda");
  CHECK(files.at("Focus groups/T01.txt") ==
        "Group one\n\nID01: \U0001F600 Zo\u00EB saw [PERSON_1]. #00:00:02-5#\n\nID02: #TEXT on [WARD] & <b> "
        "#00:01:02-3#\n");
  CHECK(files.at("Interviews/T02.txt") == "INT1: Hello [ID01]\n\nID01: Yes.\n");
  CHECK(files.at("structured.txt") ==
        "#TEXT T01\nGroup one\n#CODE ID01\nID01: \U0001F600 Zo\u00EB saw [PERSON_1]. #00:00:02-5#\n#ENDCODE\n"
        "#CODE ID02\nID02: #TEXT on [WARD] & <b> #00:01:02-3#\n#ENDCODE\n"
        "#TEXT T02\n#CODE INT1\nINT1: Hello [ID01]\n#ENDCODE\n#CODE ID01\nID01: Yes.\n#ENDCODE\n");
  CHECK(files.contains("document-variables.xlsx"));
  CHECK(files.contains("speaker-variables.xlsx"));
  files = files_of("atlasti");
  CHECK(files.at("focus-groups/T01.txt") ==
        "Group one\n\n#00:00:01.0#\n@ID01: \U0001F600 Zo\u00EB saw [PERSON_1].\n\n#00:00:02.5#\n@ID02: #TEXT "
        "on [WARD] & <b>\n");
  CHECK(files.at("interviews/T02.txt") == "@INT1: Hello [ID01]\n\n@ID01: Yes.\n");
}

TEST_CASE("NVivo's classification sheet has the headings' IDs first, and its name in the first cell") {
  const auto files = files_of("nvivo");
  CHECK(files.at("classification-sheet.csv") ==
        "Participant,role,age,seen\r\nID01,Carer,50-59,2026-01-02\r\nID02,Patient,,2026-01-03\r\nINT1,,,\r\n");
  CHECK(files.at("classification-sheet.txt").starts_with("Participant\trole\tage\tseen\r\nID01\tCarer\t50-59\t"));
  const std::string sheet = unpacked(files.at("classification-sheet.xlsx")).at("xl/worksheets/sheet1.xml");
  CHECK(sheet.find("50-59") != std::string::npos);
  CHECK(sheet.find("<v>") == std::string::npos);  // nothing but text, so that nothing becomes a date
  CHECK(files.contains("transcripts/T01.docx"));
}

TEST_CASE("an export made again is the same, and another study's identifiers are others") {
  for (const Exporter& exporter : exporters()) {
    const auto one = exporter.files(made_study()), two = exporter.files(made_study());
    REQUIRE(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i) CHECK((one[i].path == two[i].path && one[i].bytes == two[i].bytes));
  }
  const std::string guid = guid_of("a", "case", "ID01");
  CHECK(guid.size() == 36);
  CHECK(guid[14] == '8');
  CHECK(guid != guid_of("b", "case", "ID01"));
  CHECK(guid != guid_of("a", "code", "ID01"));
}

TEST_CASE("a marked copy whose speaker is no ID, or whose marks lie outside its text, is none") {
  const auto copy = [](const std::string& speaker, const std::string& places) {
    return R"({"transcript":"T01","marked":1})"
           "\n"
           R"({"n":0,"speaker":")" +
           speaker + R"(","start":null,"end":null,"part":"talk","text":"Zoë in [X]","marks":[{)" + places +
           R"(,"label":"LOCATION","subtype":"","entity":""}]})";
  };
  CHECK(parse_marked(copy("ID01", R"("begin":7,"end":10)")).turns.size() == 1);
  for (const char* speaker : {"Kate Shaw", "../ID01", "id01", "ID01\\u0000"})
    CHECK_THROWS_AS(parse_marked(copy(speaker, R"("begin":7,"end":10)")), Error);
  for (const char* places :
       {R"("begin":7,"end":11)", R"("begin":10,"end":7)", R"("begin":7,"end":18446744073709551615)"})
    CHECK_THROWS_AS(parse_marked(copy("ID01", places)), Error);
}

TEST_CASE("what is no sealed transcript, and an unknown package, are refused") {
  CHECK_THROWS_AS(parse_marked("{\"transcript\":\"T01\",\"marked\":1}\n{\"n\":0}\n"), Error);
  CHECK_THROWS_AS(parse_marked("hello"), Error);
  CHECK_THROWS_AS(exporter_named("dedoose"), Error);
}
